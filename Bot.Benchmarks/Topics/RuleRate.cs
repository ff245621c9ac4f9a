using System.Diagnostics;
using Bot.Topics;

namespace Bot.Benchmarks.Topics;

/// <summary>Many rules of three words over bulletins of 800 characters, and how long one more takes to be live. Seconds of the processor, one thread.</summary>
internal static class RuleRate
{
    private const int Rules = 100_000;
    private const int Bulletins = 2_000;
    private const int BulletinLength = 800;
    private const int Additions = 200;

    public static void Run()
    {
        var news = new NewsText(5);
        var before = Memory();
        var engine = new RuleEngine<int>();
        var (made, _) = Timed(() => Fill(engine, news));
        var megabytes = (Memory() - before) / 1e6;
        var texts = Enumerable.Range(0, Bulletins).Select(_ => new RuleText { Title = news.Of(20), Paragraphs = [.. Enumerable.Range(0, 4).Select(_ => news.Of((BulletinLength - 20) / 4))] }).ToArray();
        var folded = texts.Select(t => new FoldedFields(t)).ToArray();
        var index = RuleCompiler.Compile(Parsed(news).Take(Rules).Select(r => r.Rule).ToArray(), _ => null);
        Hold(index, folded);
        engine.Match(folded[0]);
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var (bare, (holding, looked)) = Timed(() => Hold(index, folded));
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        var (whole, hits) = Timed(() => texts.Sum(t => engine.Match(new FoldedFields(t)).Count));
        Console.WriteLine($"{Rules} rules of three words: made in {made:F2} s, {megabytes:F0} MB; bare matching {Bulletins / bare:F0} bulletins/s, {(double)looked / Bulletins:F0} rules looked at and {(double)holding / Bulletins:F2} holding in each, {allocated / Bulletins} bytes allocated in each; with folding and evidence {Bulletins / whole:F0} bulletins/s, {hits} hits");

        var slowest = TimeSpan.Zero;
        var all = TimeSpan.Zero;
        foreach (var (key, rule) in Parsed(news).Take(Additions))
        {
            var start = Stopwatch.GetTimestamp();
            engine.Add(Rules + key, rule);
            var took = Stopwatch.GetElapsedTime(start);
            slowest = took > slowest ? took : slowest;
            all += took;
        }

        Console.WriteLine($"One more rule among them is live in {all.TotalMilliseconds / Additions:F1} ms on average, {slowest.TotalMilliseconds:F1} ms at most ({Additions} additions, by the clock)");
        GC.KeepAlive(engine);
    }

    private static int Fill(RuleEngine<int> engine, NewsText news)
    {
        engine.Replace(Parsed(news).Take(Rules), _ => null);
        return engine.Count;
    }

    /// <summary>Each of three keywords in the commonest shapes.</summary>
    private static IEnumerable<(int Key, Rule Rule)> Parsed(NewsText news)
    {
        var words = news.Keywords(3 * Rules);
        for (var key = 0; ; key++)
        {
            var (a, b, c) = (words[(key * 3) % words.Length], words[((key * 3) + 1) % words.Length], words[((key * 3) + 2) % words.Length]);
            var rule = (key % 4) switch
            {
                0 => $"\"{a}\" \"{b}\" \"{c}\"",
                1 => $"\"{a}\" (\"{b}\" OR \"{c}\")",
                2 => $"(\"{a}\" OR \"{b}\") NOT \"{c}\"",
                _ => $"\"{a}\" OR \"{b}\" OR \"{c}\"",
            };
            yield return (key, ((RuleResult.Parsed)RuleParser.Parse(rule)).Rule);
        }
    }

    private static (long Holding, long Looked) Hold(RuleIndex index, FoldedFields[] texts)
    {
        var (holding, looked) = (0L, 0L);
        foreach (var text in texts)
        {
            using var scan = index.Scan(text);
            holding += scan.Holding.Count;
            looked += scan.Looked;
        }

        return (holding, looked);
    }

    private static long Memory() => GC.GetTotalMemory(forceFullCollection: true);

    private static (double Seconds, T Result) Timed<T>(Func<T> work)
    {
        using var process = Process.GetCurrentProcess();
        var start = process.TotalProcessorTime;
        var result = work();
        process.Refresh();
        return ((process.TotalProcessorTime - start).TotalSeconds, result);
    }
}

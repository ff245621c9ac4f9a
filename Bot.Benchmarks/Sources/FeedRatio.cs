using System.Diagnostics;
using Bot.Sources;
using Bot.Sources.Syndication;

namespace Bot.Benchmarks.Sources;

/// <summary>
/// The ratio on a machine that is not quiet: both take turns over the same documents, and the least time of each counts.
/// <c>Bot.Benchmarks ratio [megabytes] [rounds]</c>.
/// </summary>
internal static class FeedRatio
{
    public static void Run(int megabytes, int rounds)
    {
        var reader = new SyndicationReader();
        var documents = FeedCorpus.Make(megabytes * 1024 * 1024);
        var kinds = documents.Select((d, i) => (Document: d, Kind: i % 5)).ToLookup(x => x.Kind, x => x.Document);
        string[] names = ["rss escaped", "rss cdata", "atom", "rss gbk", "json"];
        double bareTotal = 0, faxunTotal = 0;
        foreach (var kind in kinds)
        {
            double bare = double.MaxValue, faxun = double.MaxValue;
            for (var round = 0; round < rounds; round++)
            {
                bare = Math.Min(bare, Time(kind, d => BarePass.Read(d.Bytes)));
                faxun = Math.Min(faxun, Time(kind, d => reader.Read(d, CancellationToken.None).Entries.Count));
            }

            bareTotal += bare;
            faxunTotal += faxun;
            Console.WriteLine($"{names[kind.Key],-12} bare {bare,7:F1} ms   faxun {faxun,7:F1} ms   ratio {faxun / bare:F2}");
        }

        Console.WriteLine($"{"all",-12} bare {bareTotal,7:F1} ms   faxun {faxunTotal,7:F1} ms   ratio {faxunTotal / bareTotal:F2}");
    }

    private static double Time(IEnumerable<Document> documents, Func<Document, int> read)
    {
        var watch = Stopwatch.StartNew();
        var sum = 0;
        foreach (var document in documents)
        {
            sum += read(document);
        }

        return sum > 0 ? watch.Elapsed.TotalMilliseconds : throw new InvalidOperationException("Nothing was read.");
    }
}

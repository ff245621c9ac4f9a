using System.Diagnostics;
using System.Globalization;
using Bot.Sources.Pages;
using Bot.Tests.Sources.Pages.Generation;
using Microsoft.Extensions.Options;

namespace Bot.Benchmarks.Sources;

/// <summary>
/// How long a page of 6,000 characters takes on one thread once warm, and what it allocates: <c>dotnet run -c Release --project Bot.Benchmarks
/// pages [seconds]</c>. The pages are the tests' own, with headlines anywhere, glued and broken, captions and furniture. Counted are seconds of
/// the processor, garbage collection and all, so that other work on the machine does not count; the best of five rounds.
/// </summary>
internal static class PageRate
{
    private const int Characters = 6000;

    /// <summary>As many make a page of about 6,000 characters.</summary>
    private const int Articles = 14;

    /// <summary>Pages read before the first round, so that all is compiled for good.</summary>
    private const int WarmUp = 400;

    private static readonly string[] _sets = ["held-out", "last", "varied", "more", "development"];

    private static readonly PageTextReader _reader = new(Options.Create(new PagesOptions()), TimeProvider.System);

    public static void Run(int seconds)
    {
        var articles = _sets.SelectMany(SampleArticle.Load).Where(a => !a.IsNotice).ToList();
        var pages = Enumerable.Range(1, 8).Select(seed => Page(articles, seed, Articles)).ToList();
        for (var i = 0; i < WarmUp; i++)
            Read(pages[i % pages.Count]);
        var rounds = Enumerable.Range(0, 5).Select(_ => Round(pages, TimeSpan.FromSeconds(seconds / 5.0))).ToList();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"pages: {rounds.Min():0.00} ms of processor time for {Characters} characters (rounds: {string.Join(", ", rounds.Select(r => r.ToString("0.00", CultureInfo.InvariantCulture)))}; pages of {pages.Average(Length):0} characters)"));
        foreach (var times in (ReadOnlySpan<int>)[1, 2, 4, 8])
        {
            var page = Page(articles, 5, Articles * times);
            var before = GC.GetAllocatedBytesForCurrentThread();
            Read(page);
            var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"memory: {Length(page)} characters, {bytes / 1024} KiB, {bytes / Length(page)} bytes a character"));
        }
    }

    private static GeneratedPage Page(List<SampleArticle> articles, int seed, int count) => new PageGenerator(
        seed, new PageStyle { Articles = count, Column = (14, 20), Place = HeadlinePlace.Anywhere, Glued = 0.3, Broken = 0.3, Furniture = true, Captions = 0.2 }).Make($"page-{seed}", articles);

    /// <summary>Milliseconds for 6,000 characters.</summary>
    private static double Round(List<GeneratedPage> pages, TimeSpan time)
    {
        var clock = TimeProvider.System;
        var start = clock.GetTimestamp();
        var (count, characters) = (0, 0L);
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        while (clock.GetElapsedTime(start) < time || count % pages.Count != 0)
        {
            var page = pages[count++ % pages.Count];
            Read(page);
            characters += Length(page);
        }

        process.Refresh();
        return (process.TotalProcessorTime - before).TotalMilliseconds * Characters / characters;
    }

    private static void Read(GeneratedPage page)
    {
        if (_reader.Read(new() { Location = "page.txt", Bytes = page.Bytes, FetchedAt = DateTimeOffset.UnixEpoch }, default).Entries.Count == 0)
            throw new InvalidOperationException("A page is never empty here.");
    }

    private static int Length(GeneratedPage page) => page.Text.Count(c => !char.IsWhiteSpace(c));
}

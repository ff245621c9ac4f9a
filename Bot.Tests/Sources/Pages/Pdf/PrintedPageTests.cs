using System.Diagnostics;
using Bot.Commands.Evaluation;
using Bot.Sources;
using Bot.Sources.Pages;
using Bot.Sources.Pages.Pdf;
using Microsoft.Extensions.Options;

namespace Bot.Tests.Sources.Pages.Pdf;

/// <summary>The measure over printed pages. Set PDF_OUT to a folder to have the pages printed there by the system's Chromium.</summary>
public sealed class PrintedPageTests(ITestOutputHelper output)
{
    private const string Chromium = "/usr/bin/chromium";

    internal static PagePdfReader Reader { get; } = new(Options.Create(new PagesOptions()), Options.Create(new PdfOptions()), TimeProvider.System);

    [Theory]
    [InlineData("development")]
    [InlineData("aside")]
    public async Task Printed_pages_are_read_back(string set)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "Samples", "pages-pdf");
        var scores = new List<PageScore>();
        foreach (var file in Directory.GetFiles(folder, $"{set}-*.pdf").Order(StringComparer.Ordinal))
        {
            var expectation = PageExpectation.Parse(await File.ReadAllBytesAsync(Path.ChangeExtension(file, ".expected.json"), TestContext.Current.CancellationToken));
            var result = Read(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
            scores.Add(PageScorer.Score(Path.GetFileName(file), expectation, result, null, TimeSpan.Zero));
        }

        output.WriteLine(ScoreTable.Format(scores, withFaults: true));
        Assert.NotEmpty(scores);
        var total = PageScore.Sum("total", scores);
        // Where the reader stands on these pages, so that it never falls back. What it is to reach is 0.97, 0.95 and 0.995 on pages it has not seen.
        Assert.True(total.F1 >= 0.94, $"F1 {total.F1:0.000}");
        Assert.True(total.HeadlinesRight >= 0.95, $"headlines {total.HeadlinesRight:0.000}");
        Assert.True(total.CharactersRight >= 0.94, $"characters {total.CharactersRight:0.0000}");
    }

    [Fact(Explicit = true)]
    public async Task Pages_are_printed_where_they_are_asked_for()
    {
        var folder = Environment.GetEnvironmentVariable("PDF_OUT");
        Assert.False(string.IsNullOrEmpty(folder), "PDF_OUT names no folder to print to.");
        Assert.True(File.Exists(Chromium), $"No browser at {Chromium}.");
        foreach (var page in PdfPageMaker.All("development").Concat(PdfPageMaker.All("aside")))
        {
            var html = Path.Combine(folder!, $"{page.Name}.html");
            await File.WriteAllTextAsync(html, page.Html, TestContext.Current.CancellationToken);
            await File.WriteAllBytesAsync(Path.Combine(folder!, $"{page.Name}.expected.json"), page.Expectation.ToJson(), TestContext.Current.CancellationToken);
            using var browser = Process.Start(new ProcessStartInfo(Chromium, ["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", $"--print-to-pdf={Path.Combine(folder!, $"{page.Name}.pdf")}", html]) { RedirectStandardError = true })!;
            await browser.WaitForExitAsync(TestContext.Current.CancellationToken);
            File.Delete(html);
        }

        Assert.NotEmpty(Directory.GetFiles(folder!, "*.pdf"));
    }

    private static ReadResult Read(byte[] bytes) =>
        Reader.Read(new() { Location = "page.pdf", Bytes = bytes, FetchedAt = DateTimeOffset.UnixEpoch }, TestContext.Current.CancellationToken);
}

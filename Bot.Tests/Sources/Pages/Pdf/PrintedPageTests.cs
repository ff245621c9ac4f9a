using System.Diagnostics;
using Bot.Commands.Evaluation;
using Bot.Sources;
using Bot.Sources.Pages;
using Bot.Sources.Pages.Pdf;
using Bot.Tests.Infrastructure;
using Microsoft.Extensions.Options;

namespace Bot.Tests.Sources.Pages.Pdf;

/// <summary>The measure over printed pages. Set PDF_OUT to a folder to have the pages printed there by the system's Chromium.</summary>
public sealed class PrintedPageTests(ITestOutputHelper output)
{

    internal static PagePdfReader Reader { get; } = new(Options.Create(new PagesOptions()), Options.Create(new PdfOptions()), TimeProvider.System);

    [Theory]
    [InlineData("development", 0.99, 0.99, 0.995)]
    [InlineData("aside", 0.99, 0.99, 0.995)]
    [InlineData("newspaper", 0.99, 0.98, 0.995)]
    public async Task Printed_pages_are_read_back(string set, double bulletins, double headlines, double characters)
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
        Assert.True(total.F1 >= bulletins, $"F1 {total.F1:0.000}");
        Assert.True(total.HeadlinesRight >= headlines, $"headlines {total.HeadlinesRight:0.000}");
        Assert.True(total.CharactersRight >= characters, $"characters {total.CharactersRight:0.0000}");
    }

    /// <summary>With <c>PDF_OUT</c> all pages are printed there, with what is on them: that is how the samples were made.</summary>
    [Fact]
    public async Task A_page_that_a_browser_prints_is_read_back()
    {
        var chromium = Needs.Chromium();
        var kept = Environment.GetEnvironmentVariable("PDF_OUT");
        var folder = string.IsNullOrEmpty(kept) ? Directory.CreateTempSubdirectory("faxun-pdf-").FullName : kept;
        var pages = string.IsNullOrEmpty(kept) ? PdfPageMaker.All("development").Take(1) : PdfPageMaker.All("development").Concat(PdfPageMaker.All("aside")).Concat(NewspaperMaker.All("newspaper", 1, "last", "varied", "held-out"));
        foreach (var page in pages)
        {
            var (html, pdf) = (Path.Combine(folder, $"{page.Name}.html"), Path.Combine(folder, $"{page.Name}.pdf"));
            await File.WriteAllTextAsync(html, page.Html, TestContext.Current.CancellationToken);
            await File.WriteAllBytesAsync(Path.Combine(folder, $"{page.Name}.expected.json"), page.Expectation.ToJson(), TestContext.Current.CancellationToken);
            using var browser = Process.Start(new ProcessStartInfo(chromium, ["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", $"--print-to-pdf={pdf}", html]) { RedirectStandardError = true })!;
            await browser.WaitForExitAsync(TestContext.Current.CancellationToken);
            File.Delete(html);
            var result = Read(await File.ReadAllBytesAsync(pdf, TestContext.Current.CancellationToken));
            Assert.NotEmpty(result.Entries);
        }

        if (string.IsNullOrEmpty(kept))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static ReadResult Read(byte[] bytes) =>
        Reader.Read(new() { Location = "page.pdf", Bytes = bytes, FetchedAt = DateTimeOffset.UnixEpoch }, TestContext.Current.CancellationToken);
}

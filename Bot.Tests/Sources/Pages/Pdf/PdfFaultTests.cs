using System.Diagnostics;
using System.Text;
using Bot.Sources;
using Bot.Sources.Pages;
using Bot.Sources.Pages.Pdf;
using Bot.Texts;
using Microsoft.Extensions.Options;

namespace Bot.Tests.Sources.Pages.Pdf;

/// <summary>Files that are wrong or mean harm: what can be read is read, and what cannot gets one message. Nothing of them may end or hold up the program.</summary>
public sealed class PdfFaultTests
{
    [Theory]
    [InlineData("deep arrays")]
    [InlineData("deep dictionaries")]
    [InlineData("unclosed text")]
    [InlineData("endless picture")]
    [InlineData("form in itself")]
    [InlineData("unpacks to gigabytes")]
    [InlineData("thousands of paths")]
    [InlineData("huge numbers")]
    [InlineData("wrong table")]
    [InlineData("no such font")]
    [InlineData("object that is itself")]
    [InlineData("objects that are each other")]
    [InlineData("chain of objects")]
    [InlineData("function of itself")]
    public void A_sheet_that_is_wrong_does_not_keep_the_next_from_being_read(string kind)
    {
        var pdf = kind switch
        {
            "deep arrays" => new RawPdf(new string('[', 200_000)),
            "deep dictionaries" => new RawPdf("/A " + string.Concat(Enumerable.Repeat("<</B ", 50_000))),
            "unclosed text" => new RawPdf("BT /F1 12 Tf " + new string('(', 200_000)),
            "endless picture" => new RawPdf("BI /W 1 /H 1 ID " + new string('x', 500_000)),
            "form in itself" => new RawPdf("/X Do", resources: "/XObject<</X 8 0 R>>").Stream(8, "/X Do /X Do"u8, "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 8 0 R>>>>"),
            "unpacks to gigabytes" => new RawPdf().Stream(6, new byte[80_000_000], packed: true),
            "thousands of paths" => new RawPdf(string.Concat(Enumerable.Repeat("0 0 m 9 9 l 2 2 3 3 4 4 c h f\n", 20_000))),
            "huge numbers" => new RawPdf("BT /F1 1e30 Tf 1e300 1e300 Td (x) Tj ET"),
            // The library follows these by recursion without end, which no process survives.
            "object that is itself" => new RawPdf(sheet: "/Rotate 8 0 R").Add(8, "8 0 R"),
            "objects that are each other" => new RawPdf(sheet: "/Rotate 8 0 R").Add(8, "9 0 R").Add(9, "8 0 R"),
            "chain of objects" => Enumerable.Range(8, 200).Aggregate(new RawPdf(sheet: "/Rotate 8 0 R"), (p, i) => p.Add(i, $"{i + 1} 0 R")).Add(208, "0"),
            "function of itself" => new RawPdf("/C cs 1 sc " + RawPdf.Sound, resources: "/ColorSpace<</C[/Separation/X/DeviceRGB 8 0 R]>>")
                .Add(8, "<</FunctionType 3/Domain[0 1]/Functions[8 0 R 8 0 R]/Bounds[0.5]/Encode[0 1 0 1]>>"),
            "no such font" => new RawPdf("BT /F7 12 Tf 50 700 Td (x) Tj ET"),
            _ => new RawPdf(),
        };
        var result = Read(pdf.Build(wrongTable: kind == "wrong table"));
        Assert.Null(result.Error);
        Assert.Contains(result.Entries, e => e.Paragraphs.Concat([e.Title ?? ""]).Any(p => p.Contains("A line of text that can be read", StringComparison.Ordinal))
            || result.Warnings.Any(w => w.ToString().Contains("A line of text", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_sheet_that_does_not_end_is_left_out_and_the_others_are_read()
    {
        // The clock has the third limit that is set, that of the second sheet, over at once.
        var result = Reader(new SpentTime(timer => timer == 3)).Read(Document(Endless(behind: true).Build()), TestContext.Current.CancellationToken);
        Assert.Null(result.Error);
        Assert.Contains(result.Entries, e => e.Edition?.Page == "1");
        Assert.Contains("Sheet 2 took longer than 20 seconds", Assert.Single(result.Warnings).ToString(), StringComparison.Ordinal);
        var first = Reader(new SpentTime(timer => timer == 2)).Read(Document(Endless().Build()), TestContext.Current.CancellationToken);
        Assert.Contains(first.Entries, e => e.Edition?.Page == "2");
    }

    [Fact]
    public async Task The_process_that_reads_a_file_is_gone_when_time_is_over_and_another_goes_on()
    {
        using var sheets = new PdfSheets(Endless().Build(), new());
        Assert.Equal(new PdfAnswer.Opened(2), sheets.Open(TestContext.Current.CancellationToken));
        var id = sheets.ProcessId!.Value;
        using var process = Process.GetProcessById(id);
        await Assert.ThrowsAsync<OperationCanceledException>(() => Task.Run(() => sheets.Read(1, new CancellationToken(true)), TestContext.Current.CancellationToken));
        Assert.Null(sheets.ProcessId);
        Assert.Throws<ArgumentException>(() => Process.GetProcessById(id));
        Assert.IsType<PdfAnswer.Sheet>(sheets.Read(2, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_process_that_reads_a_file_ends_when_the_program_does()
    {
        var (file, before) = OwnProgram.Find();
        using var process = Process.Start(new ProcessStartInfo(file, [.. before, PdfExtraction.Command]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        new PdfOrder(Endless().Build(), 1, 9, 9, 1 << 20).Write(new(process.StandardInput.BaseStream));
        Assert.Equal(new PdfAnswer.Opened(2), PdfAnswer.Read(new(process.StandardOutput.BaseStream)));
        process.StandardInput.Close();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public void A_sheet_that_takes_more_memory_than_it_may_is_left_out_and_the_next_is_read()
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var result = Reader(TimeProvider.System, new() { MemoryLimit = 96 * 1024 * 1024, SheetTimeLimit = TimeSpan.FromMinutes(10), TimeLimit = TimeSpan.FromMinutes(10) })
            .Read(Document(Endless().Build()), TestContext.Current.CancellationToken);
        Assert.Null(result.Error);
        Assert.Contains("Sheet 1", Assert.Single(result.Warnings).ToString(), StringComparison.Ordinal);
        Assert.Contains(result.Entries, e => e.Edition?.Page == "2");
        // None of it was taken here.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 8 * 1024 * 1024);
    }

    [Fact]
    public void A_file_without_a_sheet_read_in_time_says_so_in_the_readers_language()
    {
        var result = Reader(new SpentTime(_ => true)).Read(Document(Endless().Build()), TestContext.Current.CancellationToken);
        Assert.Empty(result.Entries);
        Assert.Contains("TimeLimit", result.Error, StringComparison.Ordinal);
        Assert.Contains("第 1 页读取超过 20 秒", Said.Of("Pdf:SlowSheet", 1, 20.0).In(Language.Zh), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_hundred_sheets_are_read_whole()
    {
        var file = PagePdfReaderTests.Sheets(200);
        var result = new PagePdfReader(Options.Create(new PagesOptions()), Options.Create(new PdfOptions { TimeLimit = TimeSpan.FromMinutes(10) }), TimeProvider.System)
            .Read(Document(file), TestContext.Current.CancellationToken);
        Assert.Null(result.Error);
        Assert.DoesNotContain(result.Warnings, w => w.ToString().Contains("TimeLimit", StringComparison.Ordinal));
        Assert.Equal(200, result.Entries.Count + result.Warnings.Count);
    }

    /// <summary>Each form draws the next twelve times, more often than anyone can wait for, and gathers text all the while.</summary>
    private static RawPdf Endless(bool behind = false)
    {
        const int Forms = 40;
        var pdf = behind ? new RawPdf().Add(2, "<</Type/Pages/Kids[4 0 R 3 0 R]/Count 2>>") : new RawPdf();
        pdf.Add(3, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</XObject<</X 8 0 R>>>>/Contents 6 0 R>>").Stream(6, "/X Do"u8);
        for (var i = 8; i < 8 + Forms; i++)
        {
            pdf.Stream(i, Encoding.Latin1.GetBytes(string.Concat(Enumerable.Repeat(i == 7 + Forms ? RawPdf.Sound : "/X Do ", 12))),
                $"/Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources<</Font<</F1 5 0 R>>/XObject<</X {i + 1} 0 R>>>>");
        }

        return pdf;
    }

    private static PagePdfReader Reader(TimeProvider time, PdfOptions? options = null) => new(Options.Create(new PagesOptions()), Options.Create(options ?? new()), time);

    private static Document Document(byte[] bytes) => new() { Location = "page.pdf", Bytes = bytes, FetchedAt = DateTimeOffset.UnixEpoch };

    private static ReadResult Read(byte[] bytes) => Reader(TimeProvider.System).Read(Document(bytes), TestContext.Current.CancellationToken);
}

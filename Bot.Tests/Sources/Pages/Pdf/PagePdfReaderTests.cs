using System.Diagnostics;
using Bot.Sources;
using Bot.Sources.Pages;
using Bot.Sources.Pages.Pdf;
using FsCheck.Xunit;
using Microsoft.Extensions.Options;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace Bot.Tests.Sources.Pages.Pdf;

public sealed class PagePdfReaderTests
{
    private static readonly string _sample = Path.Combine(AppContext.BaseDirectory, "Samples", "pages-pdf", "development-two-columns.pdf");

    [Fact]
    public void A_file_is_a_pdf_by_its_first_bytes_its_type_or_its_name()
    {
        Assert.True(PrintedPageTests.Reader.Reads(Document([.. "%PDF-1.7"u8], "x")));
        Assert.True(PrintedPageTests.Reader.Reads(Document([], "A03.PDF")));
        Assert.False(PrintedPageTests.Reader.Reads(Document([.. "<html>"u8], "x.html")));
    }

    [Theory]
    [InlineData("secret", true)]
    [InlineData("", false)]
    public async Task A_locked_file_says_so_and_one_with_an_empty_password_is_read(string password, bool locked)
    {
        var result = Read(await QpdfAsync("--encrypt", password, "owner", "256", "--"));
        Assert.Equal(locked, result.Error?.Contains("password", StringComparison.Ordinal) ?? false);
        Assert.Equal(locked, result.Entries.Count == 0);
    }

    [Fact]
    public async Task A_rotated_sheet_is_read_like_an_upright_one()
    {
        var upright = Read(await File.ReadAllBytesAsync(_sample, TestContext.Current.CancellationToken));
        var turned = Read(await QpdfAsync("--rotate=+90"));
        Assert.NotEmpty(upright.Entries);
        Assert.Equal(upright.Entries.Select(e => e.Key), turned.Entries.Select(e => e.Key));
    }

    [Fact]
    public void A_file_of_pictures_says_that_it_needs_ocr()
    {
        var builder = new PdfDocumentBuilder();
        var page = builder.AddPage(600, 800);
        page.AddPng(Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="), new PdfRectangle(0, 0, 600, 800));
        Assert.Contains("OCR", Read(builder.Build()).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_file_says_so()
    {
        Assert.Contains("damaged", Read([.. "%PDF-1.7\nnothing"u8]).Error, StringComparison.Ordinal);
        Assert.Contains("damaged", Read([.. File.ReadAllBytes(_sample).AsSpan(0, 3000)]).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Sheets_behind_the_limit_are_left_out_with_a_warning()
    {
        var result = Read(Sheets(5), new PdfOptions { MostSheets = 2 });
        Assert.Contains("2 of 5", Assert.Single(result.Warnings, w => w.ToString().Contains("MostSheets", StringComparison.Ordinal)).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void When_time_is_over_what_was_read_is_kept_with_a_warning()
    {
        var reader = new PagePdfReader(Options.Create(new PagesOptions()), Options.Create(new PdfOptions()), new SpentTime());
        var result = reader.Read(Document(Sheets(200), "x.pdf"), TestContext.Current.CancellationToken);
        Assert.Contains("TimeLimit", result.Error ?? string.Join('\n', result.Warnings), StringComparison.Ordinal);
    }

    [Property(MaxTest = 60)]
    public void Any_bytes_are_read_or_refused(byte[] noise, byte at)
    {
        var bytes = File.ReadAllBytes(_sample).AsSpan(0, 20_000).ToArray();
        noise.AsSpan(0, Math.Min(noise.Length, 100)).CopyTo(bytes.AsSpan(at * 70));
        Assert.NotNull(Read(bytes).Format);
    }

    internal static byte[] Sheets(int count)
    {
        var builder = new PdfDocumentBuilder();
        var font = builder.AddStandard14Font(Standard14Font.Helvetica);
        for (var i = 0; i < count; i++)
            builder.AddPage(600, 800).AddText($"Sheet {i} of a document with several sheets.", 12, new PdfPoint(50, 700), font);
        return builder.Build();
    }

    private static async Task<byte[]> QpdfAsync(params string[] options)
    {
        Assert.SkipUnless(File.Exists("/usr/bin/qpdf"), "qpdf is not here.");
        var target = Path.GetTempFileName();
        using var qpdf = Process.Start("/usr/bin/qpdf", [_sample, .. options, target]);
        await qpdf.WaitForExitAsync(TestContext.Current.CancellationToken);
        var bytes = await File.ReadAllBytesAsync(target, TestContext.Current.CancellationToken);
        File.Delete(target);
        return bytes;
    }

    private static Document Document(byte[] bytes, string location) => new() { Location = location, Bytes = bytes, FetchedAt = DateTimeOffset.UnixEpoch };

    private static ReadResult Read(byte[] bytes, PdfOptions? options = null) =>
        (options is null ? PrintedPageTests.Reader : new PagePdfReader(Options.Create(new PagesOptions()), Options.Create(options), TimeProvider.System))
        .Read(Document(bytes, "page.pdf"), TestContext.Current.CancellationToken);
}

using System.Diagnostics;
using Bot.Sources;
using Bot.Sources.Pages;
using Bot.Sources.Pages.Pdf;
using Bot.Texts;
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
    public void A_file_whose_fonts_do_not_say_which_characters_they_print_says_that_it_needs_ocr()
    {
        // A name that means nothing in place of the one that leads to the map.
        var bytes = File.ReadAllBytes(_sample);
        "/NoUnicode"u8.CopyTo(bytes.AsSpan(bytes.AsSpan().IndexOf("/ToUnicode"u8)));
        var result = Read(bytes);
        Assert.Empty(result.Entries);
        Assert.Contains("fonts do not say which characters", result.Error, StringComparison.Ordinal);
        Assert.Contains("OCR", result.Fault!.In(Language.Zh), StringComparison.Ordinal);
    }

    /// <summary>Glyph numbers that a map calls characters: of one font after the other's fashion, never of a text.</summary>
    [Theory]
    [InlineData("E000")]
    [InlineData("0100")]
    [InlineData("1200")]
    [InlineData("3500")]
    public void A_sheet_whose_font_names_wrong_characters_is_left_out_and_the_next_is_read(string first)
    {
        var map = $"1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange <0001> <00FF> <{first}> endbfrange";
        var codes = string.Concat(Enumerable.Range(1, 60).Select(i => $"{i:X4}"));
        var result = Read(new RawPdf($"BT /F2 12 Tf 50 700 Td <{codes}> Tj ET")
            .Add(3, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F2 8 0 R>>>>/Contents 6 0 R>>")
            .Add(8, "<</Type/Font/Subtype/Type0/BaseFont/Song/Encoding/Identity-H/DescendantFonts[9 0 R]/ToUnicode 10 0 R>>")
            .Add(9, "<</Type/Font/Subtype/CIDFontType2/BaseFont/Song/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 1000/FontDescriptor 11 0 R>>")
            .Stream(10, System.Text.Encoding.ASCII.GetBytes(map))
            .Add(11, "<</Type/FontDescriptor/FontName/Song/Flags 4/FontBBox[0 -200 1000 800]/ItalicAngle 0/Ascent 800/Descent -200/CapHeight 700/StemV 80>>")
            .Build());
        Assert.Contains("The fonts of sheet 1 do not say", Assert.Single(result.Warnings).ToString(), StringComparison.Ordinal);
        Assert.Equal("A line of text that can be read.", Assert.Single(Assert.Single(result.Entries).Paragraphs));
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

    [Property(MaxTest = 25)]
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

using Bot.Sources.Pages.Pdf;
using UglyToad.PdfPig;

namespace Bot.Tests.Sources.Pages.Pdf;

public sealed class DumpTests(ITestOutputHelper output)
{
    [Fact]
    public void Dump()
    {
        using var pdf = PdfDocument.Open(Environment.GetEnvironmentVariable("PDF_DUMP")!);
        foreach (var page in pdf.GetPages())
            foreach (var l in SheetLayout.Of(page, page.Letters, 0, TestContext.Current.CancellationToken).Lines)
                output.WriteLine($"{l.Block,3} {l.Place!.Value.Left,6:0} {l.Place!.Value.Top,6:0} w{l.Place!.Value.Width,5:0} s{l.Place!.Value.Size} i{l.Indent} {l.Text}");
    }
}

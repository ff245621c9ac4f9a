using System.Globalization;
using System.Text;
using Bot.Sources.Pages.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Bot.Tests.Sources.Pages.Pdf;

public sealed class PdfPropertyTests
{
    private static readonly string[] _words = ["Court", "opens the", "new hall", "2026", "(reporter)", "A03", "notice:", "of", "a.", "The judges said so.", "--", "page 4"];

    /// <summary>Words anywhere on a sheet, in any size, some of them turned, some printed over one another.</summary>
    private static Arbitrary<int> Seeds() => Arb.From(Gen.Choose(0, int.MaxValue - 1));

    [Property(MaxTest = 25)]
    public Property Any_sheet_is_read_without_inventing_or_doubling_a_character() => Prop.ForAll(Seeds(), seed =>
    {
        var (contents, text) = Sheet(new Random(seed));
        var result = PrintedPageTests.Reader.Read(
            new() { Location = "page.pdf", Bytes = new RawPdf(contents).Build(), FetchedAt = DateTimeOffset.UnixEpoch }, CancellationToken.None);
        var left = CharacterFolding.Fold(text + "A line of text that can be read.").GroupBy(c => c).ToDictionary(g => g.Key, g => g.Count());
        var found = result.Entries.SelectMany(e => e.Paragraphs.Concat(e.Captions).Concat([e.Title ?? "", e.Kicker ?? "", e.Subtitle ?? "", e.Dateline ?? "", e.Byline ?? "", e.Credit ?? ""]));
        return string.Concat(found).Where(c => c != ' ').GroupBy(c => c).All(g => left.GetValueOrDefault(g.Key) >= g.Count());
    });

    private static (string Contents, string Text) Sheet(Random random)
    {
        var (contents, text) = (new StringBuilder(), new StringBuilder());
        for (var count = random.Next(1, 120); count > 0; count--)
        {
            var words = string.Join(' ', Enumerable.Range(0, random.Next(1, 9)).Select(_ => _words[random.Next(_words.Length)]));
            var turned = random.Next(12) == 0;
            var size = random.Next(4) == 0 ? random.Next(5, 60) : 9;
            contents.Append(CultureInfo.InvariantCulture, $"BT /F1 {size} Tf {(turned ? "0 1 -1 0" : "1 0 0 1")} {random.Next(-20, 600)} {random.Next(-20, 800)} Tm ({words.Replace("(", "\\(", StringComparison.Ordinal).Replace(")", "\\)", StringComparison.Ordinal)}) Tj ET\n");
            text.Append(words);
        }

        return (contents.ToString(), text.ToString());
    }
}

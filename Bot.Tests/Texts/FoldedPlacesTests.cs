using System.Text;
using Bot.Texts;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Bot.Tests.Texts;

public sealed class FoldedPlacesTests
{
    private static readonly string[] _pieces =
        ["法", "國", "a", "B", " ", "\n", "第", "十", "二", "〇", "四", "年", "\uFDFA", "ﬁ", "㈠", "\uD840\uDC00", "\uD840", "\uDC00", "\u200B", "１", "，", "é", "\u0301", "\u3000", "\uFFFE", "\uFFFF", "\0"];

    [Property(MaxTest = 3_000)]
    public FsCheck.Property A_text_folds_as_its_characters_do_one_by_one() => Prop.ForAll(
        Gen.Choose(0, 14).SelectMany(n => Gen.Elements(_pieces).ListOf(n)).Select(parts => string.Concat(parts)).ToArbitrary(),
        original =>
        {
            var plain = OneByOne(original);
            var folded = FoldedText.Of(original);
            Assert.Equal(string.Concat(plain.Select(p => p.Folded)), folded.Text);
            foreach (var (at, (_, start, end)) in plain.Index())
            {
                Assert.Equal(new TextSpan(start, end - start), folded.SpanOf(at, 1));
                Assert.Equal(new TextSpan(start, plain[^1].End - start), folded.SpanOf(at, plain.Count - at));
                Assert.Contains(at, Enumerable.Range(folded.FoldedSpan(start, end - start)!.Value.Start, folded.FoldedSpan(start, end - start)!.Value.Length));
            }
        });

    private static List<(char Folded, int Start, int End)> OneByOne(string original)
    {
        List<(char Folded, int Start, int End)> plain = [];
        var gap = -1;
        for (var i = 0; i < original.Length; i++)
        {
            var start = i;
            if (char.IsWhiteSpace(original[i]))
            {
                gap = gap < 0 ? i : gap;
                continue;
            }

            var folded = PlainCharacters.FoldRare(original, i) ?? (PlainCharacters.Fold(original[i]) is PlainCharacters.Nothing ? "" : $"{PlainCharacters.Fold(original[i])}");
            i += Rune.TryGetRuneAt(original, i, out var rune) ? rune.Utf16SequenceLength - 1 : 0;
            if (folded.Length > 0)
            {
                if (gap >= 0 && plain.Count > 0 && plain[^1].Folded < 0x250 && folded[0] < 0x250)
                    plain.Add((' ', gap, gap + 1));
                gap = -1;
                plain.AddRange(folded.Select(c => (c, start, i + 1)));
            }
        }

        return Numbered(plain);
    }

    /// <summary>By the product's own numerals, on a text in which each character has its own place.</summary>
    private static List<(char Folded, int Start, int End)> Numbered(List<(char Folded, int Start, int End)> plain) =>
        Numerals.Fold(string.Concat(plain.Select(p => p.Folded)), FoldedPlaces.Same) is not { } numbered
            ? plain
            : [.. numbered.Text.Select((c, i) => (c, plain[numbered.Places.StartOf(i)].Start, plain[numbered.Places.EndOf(i) - 1].End))];
}

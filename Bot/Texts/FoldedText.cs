using System.Text;

namespace Bot.Texts;

/// <summary>
/// A text with everything folded away that does not make another word of it: case, width, Traditional and Simplified, compatibility
/// forms, zero-width characters, spaces and line breaks inside Chinese words, and Chinese numerals where they number a thing.
/// Every folded character knows where it came from, so a find points into the original.
/// </summary>
internal sealed class FoldedText
{
    private readonly int[] _starts;
    private readonly int[] _ends;

    private FoldedText(string original, string text, int[] starts, int[] ends)
    {
        Original = original;
        Text = text;
        _starts = starts;
        _ends = ends;
    }

    public string Original { get; }

    /// <summary>The folded text; a find in it is ordinal.</summary>
    public string Text { get; }

    public static FoldedText Of(string original)
    {
        var text = new StringBuilder(original.Length);
        var starts = new List<int>(original.Length);
        var ends = new List<int>(original.Length);
        var gap = -1;
        for (var i = 0; i < original.Length; i++)
        {
            var c = original[i];
            if (char.IsWhiteSpace(c))
            {
                gap = gap < 0 ? i : gap;
            }
            else if (PlainCharacters.FoldRare(original, i) is { } several)
            {
                var end = i + (char.IsHighSurrogate(c) ? 2 : 1);
                foreach (var one in several)
                {
                    Add(one, i, end);
                }

                i = end - 1;
            }
            else if (PlainCharacters.Fold(c) is not PlainCharacters.Nothing and var folded)
            {
                Add(folded, i, i + 1);
            }
        }

        return Numerals.Fold(text.ToString(), starts, ends) is { } numbered
            ? new FoldedText(original, numbered.Text, numbered.Starts, numbered.Ends)
            : new FoldedText(original, text.ToString(), [.. starts], [.. ends]);

        void Add(char c, int start, int end)
        {
            // A space separates words of Latin script only; between Chinese characters it is layout.
            if (gap >= 0 && text.Length > 0 && IsLatin(text[^1]) && IsLatin(c))
            {
                text.Append(' ');
                starts.Add(gap);
                ends.Add(gap + 1);
            }

            gap = -1;
            text.Append(c);
            starts.Add(start);
            ends.Add(end);
        }
    }

    /// <summary>Where a stretch of the folded text stands in the original.</summary>
    public TextSpan SpanOf(int start, int length) => new(_starts[start], _ends[start + length - 1] - _starts[start]);

    /// <summary>The folded stretch that an original one became; null where nothing is left of it.</summary>
    public TextSpan? FoldedSpan(int start, int length)
    {
        var from = Partition(_ends, end => end > start);
        var to = Partition(_starts, first => first >= start + length) - 1;
        return to < from ? null : new TextSpan(from, to - from + 1);
    }

    /// <summary>Whether a word that starts and ends here is whole: a Latin word or a number does not count inside a longer one.</summary>
    public bool IsWhole(int start, int length) =>
        !(start > 0 && GoesOn(Text[start - 1], Text[start]))
        && !(start + length < Text.Length && GoesOn(Text[start + length - 1], Text[start + length]));

    private static bool GoesOn(char before, char after) => (IsWordLetter(before) && IsWordLetter(after)) || (char.IsAsciiDigit(before) && char.IsAsciiDigit(after));

    /// <summary>The first place from which on it holds; both arrays only ever grow.</summary>
    private static int Partition(int[] places, Func<int, bool> holds)
    {
        var (from, to) = (0, places.Length);
        while (from < to)
        {
            var middle = (from + to) / 2;
            (from, to) = holds(places[middle]) ? (from, middle) : (middle + 1, to);
        }

        return from;
    }

    private static bool IsLatin(char c) => c < 0x250;

    private static bool IsWordLetter(char c) => c < 0x250 && char.IsLetter(c);
}

/// <param name="Start">In characters of UTF-16, from 0.</param>
/// <param name="Length">In characters of UTF-16.</param>
internal readonly record struct TextSpan(int Start, int Length)
{
    public int End => Start + Length;
}

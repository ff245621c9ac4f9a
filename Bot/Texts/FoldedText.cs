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
            if (IsInvisible(c))
            {
                continue;
            }

            if (char.IsWhiteSpace(c))
            {
                gap = gap < 0 ? i : gap;
                continue;
            }

            var folded = PlainCharacters.Fold(c);
            if (gap >= 0)
            {
                // A space separates words of Latin script only; between Chinese characters it is layout.
                if (text.Length > 0 && IsLatin(text[^1]) && IsLatin(folded))
                {
                    Add(' ', gap, gap + 1);
                }

                gap = -1;
            }

            Add(folded, i, i + 1);
        }

        Numerals.Fold(text, starts, ends);
        return new FoldedText(original, text.ToString(), [.. starts], [.. ends]);

        void Add(char c, int start, int end)
        {
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
        var from = Array.FindIndex(_ends, end => end > start);
        var to = from < 0 ? -1 : Array.FindLastIndex(_starts, first => first < start + length);
        return to < from || from < 0 ? null : new TextSpan(from, to - from + 1);
    }

    /// <summary>Whether a word that starts and ends here is whole: a Latin word does not count inside a longer one.</summary>
    public bool IsWhole(int start, int length) =>
        !(start > 0 && IsWordCharacter(Text[start]) && IsWordCharacter(Text[start - 1]))
        && !(start + length < Text.Length && IsWordCharacter(Text[start + length - 1]) && IsWordCharacter(Text[start + length]));

    private static bool IsLatin(char c) => c < 0x250;

    private static bool IsWordCharacter(char c) => c < 0x250 && char.IsLetter(c);

    private static bool IsInvisible(char c) => c is '\u00AD' or (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u2064') or '\uFEFF' or (>= '\uFE00' and <= '\uFE0F');
}

/// <param name="Start">In characters of UTF-16, from 0.</param>
/// <param name="Length">In characters of UTF-16.</param>
internal readonly record struct TextSpan(int Start, int Length)
{
    public int End => Start + Length;
}

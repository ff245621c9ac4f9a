namespace Bot.Texts;

/// <summary>
/// A text with everything folded away that does not make another word of it: case, width, Traditional and Simplified, compatibility
/// forms, zero-width characters, spaces and line breaks inside Chinese words, and Chinese numerals where they number a thing.
/// Every folded character knows where it came from, so a find points into the original.
/// </summary>
internal sealed class FoldedText
{
    /// <summary>By folded character; null where each comes from the one in the same place.</summary>
    private readonly int[]? _starts;
    private readonly int[]? _ends;

    private FoldedText(string original, string text, int[]? starts, int[]? ends)
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
        var text = PlainCharacters.FoldEach(original);
        int[]? starts = null;
        int[]? ends = null;
        if (text is null)
        {
            var folding = new Folding(original);
            (text, starts, ends) = (folding.Text, folding.Starts, folding.Ends);
        }

        return Numerals.Fold(text, starts, ends) is { } numbered
            ? new FoldedText(original, numbered.Text, numbered.Starts, numbered.Ends)
            : new FoldedText(original, text, starts, ends);
    }

    /// <summary>Where a stretch of the folded text stands in the original.</summary>
    public TextSpan SpanOf(int start, int length) => new(StartOf(start), EndOf(start + length - 1) - StartOf(start));

    /// <summary>The folded stretch that an original one became; null where nothing is left of it.</summary>
    public TextSpan? FoldedSpan(int start, int length)
    {
        var from = Partition(EndOf, start + 1);
        var to = Partition(StartOf, start + length) - 1;
        return to < from ? null : new TextSpan(from, to - from + 1);
    }

    /// <summary>Whether a word that starts and ends here is whole: a Latin word or a number does not count inside a longer one.</summary>
    public bool IsWhole(int start, int length) =>
        !(start > 0 && GoesOn(Text[start - 1], Text[start]))
        && !(start + length < Text.Length && GoesOn(Text[start + length - 1], Text[start + length]));

    private static bool GoesOn(char before, char after) => (IsWordLetter(before) && IsWordLetter(after)) || (char.IsAsciiDigit(before) && char.IsAsciiDigit(after));

    private int StartOf(int at) => _starts is null ? at : _starts[at];

    private int EndOf(int at) => _ends is null ? at + 1 : _ends[at];

    /// <summary>The first folded character whose place is not below; places only ever grow.</summary>
    private int Partition(Func<int, int> placeOf, int lowest)
    {
        var (from, to) = (0, Text.Length);
        while (from < to)
        {
            var middle = (from + to) / 2;
            (from, to) = placeOf(middle) >= lowest ? (from, middle) : (middle + 1, to);
        }

        return from;
    }

    private static bool IsLatin(char c) => c < 0x250;

    private static bool IsWordLetter(char c) => c < 0x250 && char.IsLetter(c);

    /// <summary>A text in which characters come, go or are several.</summary>
    private readonly ref struct Folding
    {
        private const int Most = 18;

        public Folding(string original)
        {
            var text = new char[original.Length + Most];
            var starts = new int[text.Length];
            var ends = new int[text.Length];
            var count = 0;
            var gap = -1;
            for (var i = 0; i < original.Length; i++)
            {
                // Room for a space and for what one character may become.
                if (count + Most + 1 > text.Length)
                {
                    Array.Resize(ref text, text.Length * 2);
                    Array.Resize(ref starts, text.Length);
                    Array.Resize(ref ends, text.Length);
                }

                var c = original[i];
                var before = count;
                var end = i + 1;
                if (PlainCharacters.FoldAlone(c) is not PlainCharacters.NotAlone and var alone)
                {
                    text[count++] = alone;
                }
                else if (char.IsWhiteSpace(c))
                {
                    gap = gap < 0 ? i : gap;
                }
                else if (PlainCharacters.FoldRare(original, i) is { } several)
                {
                    end = i + (char.IsHighSurrogate(c) ? 2 : 1);
                    several.CopyTo(text.AsSpan(count));
                    count += several.Length;
                }
                else if (PlainCharacters.Fold(c) is not PlainCharacters.Nothing and var folded)
                {
                    text[count++] = folded;
                }

                if (count > before && gap >= 0)
                {
                    // A space separates words of Latin script only; between Chinese characters it is layout.
                    if (before > 0 && IsLatin(text[before - 1]) && IsLatin(text[before]))
                    {
                        text.AsSpan(before, count - before).CopyTo(text.AsSpan(before + 1));
                        (text[before], starts[before], ends[before]) = (' ', gap, gap + 1);
                        before++;
                        count++;
                    }

                    gap = -1;
                }

                for (; before < count; before++)
                {
                    (starts[before], ends[before]) = (i, end);
                }

                i = end - 1;
            }

            Text = new string(text, 0, count);
            Starts = starts;
            Ends = ends;
        }

        public string Text { get; }

        /// <summary>With room after the text's end.</summary>
        public int[] Starts { get; }

        public int[] Ends { get; }
    }
}

/// <param name="Start">In characters of UTF-16, from 0.</param>
/// <param name="Length">In characters of UTF-16.</param>
internal readonly record struct TextSpan(int Start, int Length)
{
    public int End => Start + Length;
}

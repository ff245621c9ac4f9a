namespace Bot.Texts;

/// <summary>
/// A text with everything folded away that does not make another word of it: case, width, Traditional and Simplified, compatibility
/// forms, zero-width characters, spaces and line breaks inside Chinese words, and Chinese numerals where they number a thing.
/// Every folded character knows where it came from, so a find points into the original.
/// </summary>
internal sealed class FoldedText
{
    private readonly FoldedPlaces _places;

    private FoldedText(string original, string text, FoldedPlaces places)
    {
        Original = original;
        Text = text;
        _places = places;
    }

    public string Original { get; }

    /// <summary>The folded text; a find in it is ordinal.</summary>
    public string Text { get; }

    public static FoldedText Of(string original)
    {
        var (text, places) = Folding.Of(original);
        return Numerals.Fold(text, places) is { } numbered
            ? new FoldedText(original, numbered.Text, numbered.Places)
            : new FoldedText(original, text, places);
    }

    /// <summary>Where a stretch of the folded text stands in the original.</summary>
    public TextSpan SpanOf(int start, int length) => new(_places.StartOf(start), _places.EndOf(start + length - 1) - _places.StartOf(start));

    /// <summary>The folded stretch that an original one became; null where nothing is left of it.</summary>
    public TextSpan? FoldedSpan(int start, int length)
    {
        var from = Partition(_places.EndOf, start + 1);
        var to = Partition(_places.StartOf, start + length) - 1;
        return to < from ? null : new TextSpan(from, to - from + 1);
    }

    /// <summary>Whether a word that starts and ends here is whole: a Latin word or a number does not count inside a longer one.</summary>
    public bool IsWhole(int start, int length) =>
        !(start > 0 && GoesOn(Text[start - 1], Text[start]))
        && !(start + length < Text.Length && GoesOn(Text[start + length - 1], Text[start + length]));

    private static bool GoesOn(char before, char after) => (IsWordLetter(before) && IsWordLetter(after)) || (char.IsAsciiDigit(before) && char.IsAsciiDigit(after));

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

    internal static bool IsLatin(char c) => c < 0x250;

    private static bool IsWordLetter(char c) => c < 0x250 && char.IsLetter(c);
}

/// <param name="Start">In characters of UTF-16, from 0.</param>
/// <param name="Length">In characters of UTF-16.</param>
internal readonly record struct TextSpan(int Start, int Length)
{
    public int End => Start + Length;
}

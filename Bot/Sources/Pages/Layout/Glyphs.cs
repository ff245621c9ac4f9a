using System.Globalization;

namespace Bot.Sources.Pages.Layout;

/// <summary>What kind of sign a character is, as far as laying out a Chinese page cares.</summary>
internal static class Glyphs
{
    /// <summary>A character that Chinese is written with; surrogates count, since nearly all that a page has are rare ideographs.</summary>
    public static bool IsHan(char c) =>
        c is >= '\u4E00' and <= '\u9FFF' or >= '\u3400' and <= '\u4DBF' or '\u3007' or '\u3005' || char.IsSurrogate(c);

    /// <summary>Chinese punctuation and other signs that take a whole cell and no space beside them.</summary>
    public static bool IsWideSign(char c) =>
        c is >= '\u3000' and <= '\u303F' or >= '\uFF00' and <= '\uFFEF' or >= '\uFE30' and <= '\uFE4F' or
            '“' or '”' or '‘' or '’' or '—' or '…' or '·' or '×' or >= '\u2460' and <= '\u27BF' or >= '\u2500' and <= '\u25FF' or '℃' or '‰';

    public static bool IsWide(char c) => IsHan(c) || IsWideSign(c) || c is >= '\u3040' and <= '\u30FF' or >= '\u3200' and <= '\u33FF' or >= '\uAC00' and <= '\uD7AF';

    /// <summary>A letter or digit that is written with spaces between words: Latin, Mongolian, Cyrillic, …</summary>
    public static bool IsNarrowWord(char c) => char.IsLetterOrDigit(c) && !IsWide(c);

    public static bool IsDigit(char c) => c is >= '0' and <= '9';

    /// <summary>In Chinese characters; what is not Chinese counts a half, combining marks nothing.</summary>
    public static double Width(ReadOnlySpan<char> text)
    {
        double width = 0;
        foreach (var c in text)
        {
            width += char.IsSurrogate(c) ? 0.5
                : IsWide(c) ? 1
                : c < 0x300 ? 0.5
                : char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark ? 0
                : 0.5;
        }

        return width;
    }

    /// <summary>How many characters of <paramref name="text"/> are not white space.</summary>
    public static int Count(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var c in text)
            count += char.IsWhiteSpace(c) ? 0 : 1;
        return count;
    }
}

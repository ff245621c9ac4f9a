using System.Globalization;
using System.Text;

namespace Bot.Texts;

/// <summary>Chinese numerals where they number a thing (第十二号, 二〇二四年) as digits, so that both ways of writing are one word.</summary>
internal static class Numerals
{
    private const string Digits = "〇一二三四五六七八九";

    /// <summary>The text with its numbers as digits, each at the place of its whole numeral; null where there is none.</summary>
    /// <param name="text">Folded.</param>
    /// <param name="places">Where each of its characters stands in the original.</param>
    public static (string Text, FoldedPlaces Places)? Fold(string text, FoldedPlaces places)
    {
        if (!text.AsSpan().ContainsAny('第', '年'))
        {
            return null;
        }

        StringBuilder? numbered = null;
        var newPlaces = default(FoldedPlaces.Builder);
        var done = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var from = text[i] == '第' ? i + 1 : IsYear(text, i) ? i : -1;
            if (from < 0)
            {
                continue;
            }

            var to = from;
            while (to < text.Length && IsNumeral(text[to]))
            {
                to++;
            }

            if (to > from && Value(text.AsSpan(from, to - from)) is { } value)
            {
                numbered ??= new StringBuilder(text.Length);
                Keep(done, from);
                newPlaces.AddShared(numbered.Length, places.StartOf(from), places.EndOf(to - 1));
                numbered.Append(CultureInfo.InvariantCulture, $"{value}");
                done = to;
            }

            i = Math.Max(i, to - 1);
        }

        if (numbered is null)
        {
            return null;
        }

        Keep(done, text.Length);
        return (numbered.ToString(), newPlaces.Build());

        void Keep(int from, int to)
        {
            newPlaces.AddPart(numbered.Length, places, from, to);
            numbered.Append(text, from, to - from);
        }
    }

    private static bool IsYear(string text, int at) =>
        at + 4 < text.Length && text[at + 4] == '年' && (at == 0 || !IsNumeral(text[at - 1]))
        && Digits.Contains(text[at]) && Digits.Contains(text[at + 1]) && Digits.Contains(text[at + 2]) && Digits.Contains(text[at + 3]);

    private static bool IsNumeral(char c) => c is '零' or '十' or '百' or '千' or '两' || Digits.Contains(c);

    /// <summary>Null for what is no number, such as 十百.</summary>
    private static int? Value(ReadOnlySpan<char> numeral)
    {
        if (numeral.Length > 9)
        {
            return null;
        }

        if (numeral.IndexOfAny('十', '百', '千') < 0)
        {
            var value = 0;
            foreach (var c in numeral)
            {
                value = (value * 10) + DigitOf(c);
            }

            return value;
        }

        var (total, digit) = (0, 0);
        foreach (var c in numeral)
        {
            var unit = c switch { '十' => 10, '百' => 100, '千' => 1000, _ => 0 };
            if (unit == 0)
            {
                digit = DigitOf(c);
                continue;
            }

            total += (digit == 0 ? 1 : digit) * unit;
            digit = 0;
        }

        return total + digit;
    }

    private static int DigitOf(char c) => c switch { '零' => 0, '两' => 2, _ => Digits.IndexOf(c) };
}

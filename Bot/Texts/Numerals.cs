using System.Globalization;
using System.Text;

namespace Bot.Texts;

/// <summary>Chinese numerals where they number a thing (第十二号, 二〇二四年) as digits, so that both ways of writing are one word.</summary>
internal static class Numerals
{
    private const string Digits = "〇一二三四五六七八九";

    /// <summary>Folds in place; the positions of a number are those of its first and last numeral.</summary>
    public static void Fold(StringBuilder text, List<int> starts, List<int> ends)
    {
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

            if (to == from || Value(text.ToString(from, to - from)) is not { } value)
            {
                continue;
            }

            var digits = value.ToString(CultureInfo.InvariantCulture);
            var (start, end) = (starts[from], ends[to - 1]);
            text.Remove(from, to - from).Insert(from, digits);
            starts.RemoveRange(from, to - from);
            starts.InsertRange(from, Enumerable.Repeat(start, digits.Length));
            ends.RemoveRange(from, to - from);
            ends.InsertRange(from, Enumerable.Repeat(end, digits.Length));
            i = from + digits.Length - 1;
        }
    }

    private static bool IsYear(StringBuilder text, int at) =>
        at + 4 < text.Length && text[at + 4] == '年' && (at == 0 || !IsNumeral(text[at - 1]))
        && Digits.Contains(text[at]) && Digits.Contains(text[at + 1]) && Digits.Contains(text[at + 2]) && Digits.Contains(text[at + 3]);

    private static bool IsNumeral(char c) => c is '零' or '十' or '百' or '千' or '两' || Digits.Contains(c);

    /// <summary>Null for what is no number, such as 十百.</summary>
    private static int? Value(string numeral)
    {
        if (numeral.Length > 9)
        {
            return null;
        }

        if (numeral.IndexOfAny(['十', '百', '千']) < 0)
        {
            return numeral.Aggregate((int?)0, (value, c) => (value * 10) + DigitOf(c));
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

using System.Buffers;
using System.Text.RegularExpressions;

namespace Bot.Bulletins.Facts;

/// <summary>
/// Money and counts. A number counts when a measure word follows it; numbers of slogans (“四个重大”), ordinals (第三批), ages,
/// periods and shares of time are none. In Chinese numerals only measure words that really count things are taken. The first end of
/// a range (3万元至5万元, 3-5名) has the unit of the second.
/// </summary>
internal static partial class AmountReader
{
    private static readonly SearchValues<char> _starts = SearchValues.Create("0123456789０１２３４５６７８９二三四五六七八九十百千两一壹贰叁肆伍陆柒捌玖");

    public static void Read(FactText text, FactList found)
    {
        var s = text.Text;
        for (var i = s.AsSpan().IndexOfAny(_starts); i >= 0 && i < s.Length;)
        {
            i = Quantity.At(s, i) is { } quantity ? Amount(text, i, quantity, found) : i + 1;
            if (i >= s.Length)
                break;
            var next = s.AsSpan(i).IndexOfAny(_starts);
            if (next < 0)
                break;
            i += next;
        }
    }

    /// <returns>Where reading goes on.</returns>
    private static int Amount(FactText text, int start, Quantity quantity, FactList found)
    {
        var s = text.Text;
        var at = start + quantity.Length;
        if (!CanStart(s, start, quantity.Length))
            return at;
        if (Unit(s, at, quantity) is { } unit)
        {
            Add(text, start, at - start + unit.Length, quantity, unit, found);
            return at + unit.Length;
        }

        if (Measures.CurrencyBefore(s, start) is ( > 0 and var sign, var code))
        {
            found.Add(FactKind.Money, $"{code} {Numerals.Print(quantity.Value)}", text.Span(start - sign, quantity.Length + sign), quantity.IsRounded ? "余" : null);
            return at;
        }

        if (at >= s.Length || !IsTo(s[at]) || !quantity.IsFigures || Quantity.At(s, at + 1) is not { IsFigures: true } to || to.Value <= quantity.Value)
            return at;
        if (Unit(s, at + 1 + to.Length, to) is not { } shared)
            return at;
        // 3至5万元: the scale is shared too.
        var scaled = !quantity.IsScaled && to.IsScaled && quantity.Value < 10_000 ? quantity with { Value = quantity.Value * Scale(s, at + 1, to) } : quantity;
        Add(text, start, quantity.Length, scaled, shared, found);
        Add(text, at + 1, to.Length + shared.Length, to, shared, found);
        return at + 1 + to.Length + shared.Length;
    }

    private static decimal Scale(string s, int at, Quantity quantity) =>
        Numerals.Parse(s.AsSpan(at, Numerals.Figures(s, at))) is { } bare and > 0 ? quantity.Value / bare : 1m;

    private static bool IsTo(char c) => c is '至' or '到' or '-' or '—' or '－' or '～' or '~' or '–';

    /// <summary>Whether what stands before lets a number begin: not an ordinal, a decimal's rest, a year in brackets, or "hundreds of".</summary>
    private static bool CanStart(string s, int start, int length)
    {
        if (start == 0)
            return true;
        var before = s[start - 1];
        if (before is '第' or '之' or '“' or '〔' or '[' or '.' or '/' or '数' or '几' || (before is '-' or '—' && (start == 1 || char.IsAsciiLetterOrDigit(s[start - 2]))) || (before is '（' or '(' && length == 4) || Numerals.IsChinese(before) || char.IsAsciiLetter(before))
            return false;
        return !(Numerals.IsChinese(s[start]) && before is '上' or '成' or '好' && s[start] is '百' or '千' or '十');
    }

    private static UnitHit? Unit(string s, int at, Quantity quantity)
    {
        var space = at < s.Length && s[at] == ' ' ? 1 : 0;
        if (Measures.Currency(s, at + space) is ( > 0 and var length, var code))
            return new UnitHit(space + length, code, true);
        if (!quantity.IsFigures && quantity.Value >= 10 && at < s.Length && s[at] == '条' && (at + 1 == s.Length || "，。；、（".Contains(s[at + 1], StringComparison.Ordinal)) && Articles().IsMatch(s[Math.Max(0, at - quantity.Length - 4)..(at - quantity.Length)]))
            return new UnitHit(1, "条", false);
        // 320条、56瓶: articles of a law have 第 before them.
        if (quantity.IsFigures && at + 1 < s.Length && s[at] == '条' && s[at + 1] is '、' or '和' && s.AsSpan(Math.Max(0, at - quantity.Length - 12), Math.Min(12, at - quantity.Length)).IndexOf('第') < 0)
            return new UnitHit(1, "条", false);
        if (Measures.Word(s, at + space, quantity.IsFigures) is not { } word || (!quantity.IsFigures && !quantity.IsScaled && quantity.Value < 2))
            return null;
        return new UnitHit(space + word.Length, word == "％" ? "%" : word, false);
    }

    private static void Add(FactText text, int start, int length, Quantity quantity, UnitHit unit, FactList found)
    {
        var value = Numerals.Print(quantity.Value);
        found.Add(unit.IsMoney ? FactKind.Money : FactKind.Count, unit.IsMoney ? $"{unit.Name} {value}" : $"{value} {unit.Name}", text.Span(start, length), quantity.IsRounded ? "余" : null);
    }

    // How a text's length is told: 计六章三十八条.
    [GeneratedRegex("(?:[章节]|共|计|有|为)$")]
    private static partial Regex Articles();

    /// <param name="Length">With the space before it.</param>
    private readonly record struct UnitHit(int Length, string Name, bool IsMoney);
}

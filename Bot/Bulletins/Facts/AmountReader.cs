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

    // What 前 and 后 close: 目前, 此前, 日前, 今后, 先后.
    private static readonly SearchValues<char> _endsBefore = SearchValues.Create("目此之日年月天以先今最然随会事赛战午提");

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
            if (!unit.IsMoney && (IsBoth(s, start, at, unit) || Parts().IsMatch(s.AsSpan(Math.Max(0, start - 2), at + unit.Length - Math.Max(0, start - 2))) || IsPlace(s, start, at, unit) || IsRate(s, at + unit.Length)))
                return at + unit.Length;
            if (unit.IsMoney && quantity.Value == 0)
                return at + unit.Length;
            if (unit.IsMoney)
                (quantity, unit) = WithCoins(s, at, quantity, unit);
            // 港币120万元: which 元 it is stands before the figure.
            if (unit is { IsMoney: true, Name: "CNY" } && Measures.CurrencyBefore(s, start) is ( > 0 and var word, var named) && named != "CNY")
            {
                Add(text, start - word, at - start + word + unit.Length, quantity, unit with { Name = named }, found);
                return at + unit.Length;
            }

            Add(text, start, at - start + unit.Length, quantity, unit, found);
            return at + unit.Length;
        }

        if (Measures.CurrencyBefore(s, start) is ( > 0 and var sign, var code) && (!Measures.IsWord(s, start) || quantity.IsScaled || at == s.Length || "，。；、）整".Contains(s[at], StringComparison.Ordinal)))
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
        if (IsBare(s, start))
            return false;
        if (start == 0)
            return true;
        var before = s[start - 1];
        if (before is '第' or '之' or '“' or '〔' or '[' or '.' or '/' or '数' or '几' || (before is '-' or '—' && (start == 1 || char.IsAsciiLetterOrDigit(s[start - 2]))) || (before is '（' or '(' && length == 4) || Numerals.IsChinese(before) || (char.IsAsciiLetter(before) && Measures.CurrencyBefore(s, start).Length == 0))
            return false;
        // 为－1.12亿元: less than nothing.
        if (before is '－' or '-' or '−' && start > 1 && s[start - 2] is '为' or '达' or '是')
            return false;
        // 逾百万, 近千, 上百: about how many there are is no count.
        return !(s[start] is '百' or '千' or '十' && before is '上' or '成' or '好' or '逾' or '近' or '超' or '过' or '约' && !(start + 1 < s.Length && s[start] == '十' && Numerals.IsChinese(s[start + 1])));
    }

    /// <summary>千元, 百件: what has no figure of its own before it is no figure; 百余件 and 千余元 are said to be more.</summary>
    private static bool IsBare(string s, int start) =>
        s[start] is '百' or '千' && !(start + 1 < s.Length && (Numerals.IsChinese(s[start + 1]) || s[start + 1] is '余' or '多'));

    /// <summary>甲乙二人, 两人随后: who was spoken of before; a count only with what happened to them.</summary>
    private static bool IsBoth(string s, int start, int at, UnitHit unit) =>
        at - start == 1 && ((s[start] is '二' or '两' && unit.Name == "人") || (s[start] == '二' && unit.Name == "位")) && !(start > 0 && "致成获".Contains(s[start - 1], StringComparison.Ordinal)) && !Casualties().IsMatch(s.AsSpan(at + 1));

    /// <summary>66号2幢, 5幢301室: where something is; 前3名, 后12位: where in an order (目前 and 先后 are other words).</summary>
    private static bool IsPlace(string s, int start, int at, UnitHit unit) =>
        (start > 0 && s[start - 1] is '前' or '后' && unit.Name is "名" or "位" or "家" or "批" or "强" && !(start > 1 && _endsBefore.Contains(s[start - 2])))
        || (unit.Name is "幢" or "栋" or "座" or "间" && ((start > 0 && "号楼苑区园城庭里邸寓湾府".Contains(s[start - 1], StringComparison.Ordinal)) || (at + unit.Length < s.Length && Numerals.IsDigit(s[at + unit.Length]))));

    /// <summary>50毫克/升, 30微克每立方米: a measure of something else.</summary>
    private static bool IsRate(string s, int at) => at + 1 < s.Length && (s[at] is '/' or '／' || (s[at] == '每' && "升立平公人天小亩吨千".Contains(s[at + 1], StringComparison.Ordinal)));

    /// <summary>3元5角, 柒元捌角玖分.</summary>
    private static (Quantity Quantity, UnitHit Unit) WithCoins(string s, int at, Quantity quantity, UnitHit unit)
    {
        var end = at + unit.Length;
        foreach (var (coin, worth) in (ReadOnlySpan<(char, decimal)>)[('角', 0.1m), ('分', 0.01m)])
        {
            if (s[end - 1] is '元' or '角' && Quantity.At(s, end) is { IsScaled: false, IsRounded: false } part && part.Value < 10 && end + part.Length < s.Length && s[end + part.Length] == coin)
            {
                quantity = quantity with { Value = quantity.Value + (part.Value * worth) };
                end += part.Length + 1;
            }
        }

        return (quantity, unit with { Length = end - at });
    }

    private static UnitHit? Unit(string s, int at, Quantity quantity)
    {
        // A blank parts a headline; only a figure is printed with one before its unit.
        var space = at < s.Length && s[at] == ' ' && Numerals.IsDigit(s[at - 1]) ? 1 : 0;
        if (Measures.Currency(s, at + space) is ( > 0 and var length, var code))
            return !quantity.IsFigures && Measures.IsNoPrice(s, at - quantity.Length, at) ? null : new UnitHit(space + length, code, true);
        if (!quantity.IsFigures && quantity.Value >= 10 && at < s.Length && s[at] == '条' && (at + 1 == s.Length || "，。；、（".Contains(s[at + 1], StringComparison.Ordinal)) && Articles().IsMatch(s[Math.Max(0, at - quantity.Length - 4)..(at - quantity.Length)]))
            return new UnitHit(1, "条", false);
        // 320条、56瓶: articles of a law have 第 before them.
        if (quantity.IsFigures && at + 1 < s.Length && s[at] == '条' && s[at + 1] is '、' or '和' && s.AsSpan(Math.Max(0, at - quantity.Length - 12), Math.Min(12, at - quantity.Length)).IndexOf('第') < 0)
            return new UnitHit(1, "条", false);
        if (!quantity.IsFigures && quantity is { IsScaled: false, Value: >= 2 and < 1000 } && at + 1 < s.Length && s[at] == '个' && Measures.IsCounted(s, at + 1))
            return new UnitHit(1, "个", false);
        if (Measures.Word(s, at + space, quantity.IsFigures, quantity.IsRounded || quantity.Value >= 100) is not { } word || (!quantity.IsFigures && !quantity.IsScaled && quantity.Value < 2))
            return null;
        return new UnitHit(space + word.Length, word == "％" ? "%" : word, false);
    }

    private static void Add(FactText text, int start, int length, Quantity quantity, UnitHit unit, FactList found)
    {
        var value = Numerals.Print(quantity.Value);
        found.Add(unit.IsMoney ? FactKind.Money : FactKind.Count, unit.IsMoney ? $"{unit.Name} {value}" : $"{value} {unit.Name}", text.Span(start, length), quantity.IsRounded ? "余" : null);
    }

    // 分两批引进, 分为3期: how it was done.
    [GeneratedRegex("分[为成]?[^分为成](?:[批次期轮类步档级组路]|批次)$")]
    private static partial Regex Parts();

    [GeneratedRegex("^(?:死亡|受伤|遇难|失踪|重伤|轻伤|获救|(?:及|及其)?以上)")]
    private static partial Regex Casualties();

    // How a text's length is told: 计六章三十八条.
    [GeneratedRegex("(?:[章节]|共|计|有|为)$")]
    private static partial Regex Articles();

    /// <param name="Length">With the space before it.</param>
    private readonly record struct UnitHit(int Length, string Name, bool IsMoney);
}

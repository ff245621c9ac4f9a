namespace Bot.Bulletins.Facts;

/// <summary>A number with its scale, as it is printed: 3,680余万, 1亿2000万, 两万五千, 壹佰贰拾万.</summary>
/// <param name="IsRounded">Whether 余 or 多 says that it is more.</param>
/// <param name="IsFigures">Whether it is written in figures.</param>
/// <param name="IsScaled">Whether a word such as 万 follows the number.</param>
internal readonly record struct Quantity(int Length, decimal Value, bool IsRounded, bool IsFigures, bool IsScaled)
{
    private static readonly (string Word, decimal Factor)[] _scales =
        [("万亿", 1_000_000_000_000m), ("千亿", 100_000_000_000m), ("百亿", 10_000_000_000m), ("十亿", 1_000_000_000m), ("亿", 100_000_000m), ("千万", 10_000_000m), ("百万", 1_000_000m), ("十万", 100_000m), ("万", 10_000m), ("千", 1_000m), ("百", 100m)];

    private const string Formal = "零壹贰叁肆伍陆柒捌玖拾佰仟";

    private const string Plain = "零一二三四五六七八九十百千";

    public static bool IsFormal(char c) => Formal.IndexOf(c, 1) > 0;

    /// <returns>Null where no number starts here.</returns>
    public static Quantity? At(string s, int start)
    {
        var (length, number, figures) = Number(s, start);
        if (number is not { } value)
            return null;
        var at = start + length;
        // 4,700 万件
        if (figures && at + 1 < s.Length && s[at] == ' ' && s[at + 1] is '万' or '亿' or '余' or '多')
            at++;
        var (scaleLength, factor) = Scale(s, at, figures);
        at += scaleLength;
        var rounded = at < s.Length && s[at] is '余' or '多' && !(at + 1 < s.Length && s[at] == '余' && s[at + 1] is '款' or '额' or '下');
        at += rounded ? 1 : 0;
        if (scaleLength == 0)
        {
            (scaleLength, factor) = Scale(s, at, figures);
            at += scaleLength;
        }

        value *= factor;
        // 1亿2000万, 两万五千: what follows a scale at once, and is smaller than it.
        if (scaleLength > 0 && !rounded && factor >= 1000 && At(s, at) is { } rest && rest.Value < factor && rest.IsFigures == figures)
            return new Quantity(at + rest.Length - start, value + (Bare(rest, figures) ? rest.Value * factor / 10 : rest.Value), rest.IsRounded, figures, true);
        return new Quantity(at - start, value, rounded, figures, scaleLength > 0);
    }

    /// <summary>两万五 is 25,000.</summary>
    private static bool Bare(Quantity rest, bool figures) => !figures && rest is { IsScaled: false, Length: 1, Value: < 10 };

    private static (int Length, decimal? Number, bool Figures) Number(string s, int at)
    {
        var figures = Numerals.Figures(s, at);
        if (figures > 0)
            return (figures, Numerals.Parse(s.AsSpan(at, figures)), true);
        var end = at;
        while (end < s.Length && Numerals.IsChinese(s[end]))
            end++;
        if (end > at)
            return (end - at, IsAbout(s.AsSpan(at, end - at)) ? null : Numerals.Parse(s.AsSpan(at, end - at)), false);
        while (end < s.Length && (IsFormal(s[end]) || (end > at && s[end] == '零')))
            end++;
        if (end == at)
            return (0, null, false);
        var plain = string.Concat(s.AsSpan(at, end - at).ToString().Select(c => Plain[Formal.IndexOf(c)]));
        return (end - at, Numerals.Parse(plain), false);
    }

    /// <summary>三四千, 两三名, 七八十: about how many, which is no number.</summary>
    private static bool IsAbout(ReadOnlySpan<char> numeral)
    {
        for (var i = 1; i < numeral.Length; i++)
        {
            if (IsDigit(numeral[i]) && IsDigit(numeral[i - 1]))
                return true;
        }

        return false;

        static bool IsDigit(char c) => c is not ('〇' or '零' or '十' or '百' or '千');
    }

    /// <summary>千克, 千瓦, 千米: no thousands.</summary>
    private static bool IsUnit(string s, int at, string word) => word == "千" && at + 1 < s.Length && s[at + 1] is '克' or '瓦' or '米' or '卡' or '伏' or '赫';

    private static (int Length, decimal Factor) Scale(string s, int at, bool figures)
    {
        foreach (var (word, factor) in _scales)
        {
            if (string.CompareOrdinal(s, at, word, 0, word.Length) == 0)
                return IsUnit(s, at, word) ? (0, 1m) : figures || word is "亿" or "万" or "万亿" ? (word.Length, factor) : (0, 1m);
        }

        return (0, 1m);
    }
}

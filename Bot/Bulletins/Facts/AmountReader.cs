using System.Buffers;

namespace Bot.Bulletins.Facts;

/// <summary>
/// Money and counts. A number counts when a measure word follows it; numbers of slogans (“四个重大”), ordinals (第三批), ages,
/// periods and shares of time are none. In Chinese numerals only measure words that really count things are taken.
/// </summary>
internal static class AmountReader
{
    private static readonly SearchValues<char> _starts = SearchValues.Create("0123456789０１２３４５６７８９二三四五六七八九十百千两");

    private static readonly (string Word, string Code)[] _currencies =
        [("元人民币", "CNY"), ("元", "CNY"), ("yuan", "CNY"), ("美元", "USD"), ("欧元", "EUR"), ("港元", "HKD"), ("港币", "HKD"), ("日元", "JPY"), ("英镑", "GBP"), ("卢布", "RUB")];

    private static readonly (string Word, decimal Factor)[] _scales = [("万亿", 1_000_000_000_000m), ("千亿", 100_000_000_000m), ("百亿", 10_000_000_000m), ("亿", 100_000_000m), ("千万", 10_000_000m), ("百万", 1_000_000m), ("万", 10_000m), ("千", 1_000m)];

    // Longest first, where one begins another.
    private static readonly string[] _measures =
        ["人次", "家次", "场次", "课时", "平方米", "平方公里", "立方米", "公里", "公斤", "千克", "公顷", "件次", "名", "人", "件", "起", "项", "家", "场", "例", "宗", "份", "条", "批", "部", "所", "户", "辆", "台", "套", "篇", "期", "亩", "吨", "个", "次", "处", "艘", "架", "幅", "本", "册", "支", "位", "对", "%", "％"];

    private static readonly string[] _measuresOfWords = ["人次", "件", "起", "名", "家", "例", "宗", "场", "份", "项", "部", "户", "辆", "批", "所"];

    private static readonly string[] _notAfter = ["个月", "个半月", "个多月", "个多小时", "个工作日", "个小时", "个自然日", "个交易日", "个学时", "个百分点", "次会议", "次全体", "次常委会", "次集体学习", "次主任会议", "部门", "部委", "部曲", "期间", "件大事", "件实事", "件事", "人民", "人大", "人均", "项规定精神", "条第", "条规定", "条之", "条款", "本书记", "位一体", "条、", "条和", "条的", "期徒刑", "所有", "家庭", "名单", "名称", "名义", "场所", "场面", "处罚", "处理", "处置", "处于", "对应", "支持", "套餐", "份额", "所以", "所在"];

    public static void Read(FactText text, FactList found)
    {
        var s = text.Text;
        for (var i = s.AsSpan().IndexOfAny(_starts); i >= 0 && i < s.Length;)
        {
            var figures = Numerals.Figures(s, i);
            var length = figures > 0 ? figures : Words(s, i);
            if (length == 0)
                i++;
            else
                i = Amount(text, i, length, figures > 0, found);
            if (i >= s.Length)
                break;
            var next = s.AsSpan(i).IndexOfAny(_starts);
            if (next < 0)
                break;
            i += next;
        }
    }

    /// <returns>Where reading goes on.</returns>
    private static int Amount(FactText text, int start, int length, bool figures, FactList found)
    {
        var s = text.Text;
        var at = start + length;
        var before = start > 0 ? s[start - 1] : '\0';
        if (before is '第' or '之' or '“' or '〔' or '[' or '.' or '-' or '/' || (before is '（' or '(' && length == 4) || Numerals.IsChinese(before) || char.IsAsciiLetter(before))
            return at;
        if (Numerals.Parse(s.AsSpan(start, length)) is not { } number)
            return at;
        var (scaleLength, factor) = Scale(s, at);
        at += scaleLength;
        var rounded = at < s.Length && s[at] is '余' or '多';
        at += rounded ? 1 : 0;
        if (scaleLength == 0)
        {
            (scaleLength, factor) = Scale(s, at);
            at += scaleLength;
        }

        at += at < s.Length && s[at] == ' ' ? 1 : 0;
        var value = Numerals.Print(number * factor);
        foreach (var (word, code) in _currencies)
        {
            if (!Stands(s, at, word) || (word == "元" && at + 1 < s.Length && s[at + 1] is '旦' or '宵' or '素' or '首' or '件' or '月'))
                continue;
            found.Add(FactKind.Money, $"{code} {value}", text.Span(start, at + word.Length - start), rounded ? "余" : null);
            return at + word.Length;
        }

        foreach (var measure in figures ? _measures : _measuresOfWords)
        {
            if (!Stands(s, at, measure))
                continue;
            if (!IsCounted(s, at, measure) || (!figures && scaleLength == 0 && number < 2))
                return at;
            found.Add(FactKind.Count, $"{value} {(measure == "％" ? "%" : measure)}", text.Span(start, at + measure.Length - start), rounded ? "余" : null);
            return at + measure.Length;
        }

        return at;
    }

    private static bool IsCounted(string s, int at, string measure)
    {
        foreach (var word in _notAfter)
        {
            if (word[0] == measure[0] && Stands(s, at, word))
                return false;
        }

        return true;
    }

    private static (int Length, decimal Factor) Scale(string s, int at)
    {
        foreach (var (word, factor) in _scales)
        {
            if (Stands(s, at, word))
                return (word.Length, factor);
        }

        return (0, 1m);
    }

    private static int Words(string s, int at)
    {
        var i = at;
        while (i < s.Length && Numerals.IsChinese(s[i]))
            i++;
        return i - at;
    }

    private static bool Stands(string s, int at, string word) => string.CompareOrdinal(s, at, word, 0, word.Length) == 0;
}

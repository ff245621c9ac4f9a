using System.Text.RegularExpressions;

namespace Bot.Bulletins.Facts;

/// <summary>Where the organs end that a clause is about: before 近日, 联合, a date, 等八部门.</summary>
internal static partial class IssuerEnds
{
    // What may stand between the organ and what it does.
    private static readonly string[] _adverbs =
        ["近日", "日前", "今日", "昨日", "今天", "昨天", "上午", "下午", "联合", "正式", "共同", "会同", "制定", "研究", "修订", "公开", "向社会", "对外", "统一", "首次", "依法", "近期", "专门", "已", "于", "在官网", "在京", "集中", "陆续", "再次", "分别", "办公室会议", "起草", "编制", "编写", "最新", "，", "、", "并", "了", "新", "率先", "牵头", "集体", "日"];

    /// <param name="date">The day that stood between the organs and what they do.</param>
    public static void TrimRight(FactText text, int from, ref int to, ref DateHit? date)
    {
        var s = text.Text;
        if (BareDay().Match(s[from..to]) is { Success: true } bare && text.Edition is { } edition)
        {
            var day = int.Parse(bare.Groups["d"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture);
            var month = day <= edition.Day ? edition : edition.AddMonths(-1);
            if (day >= 1 && day <= DateTime.DaysInMonth(month.Year, month.Month))
            {
                date = new DateHit(from + bare.Index, bare.Groups["t"].Length, new DateOnly(month.Year, month.Month, day), false);
                to = from + bare.Index;
            }
        }

        for (var cut = true; cut && to > from;)
        {
            cut = false;
            if (Towards().Match(s[from..to]) is { Success: true } towards)
            {
                to = from + towards.Index;
                cut = true;
                continue;
            }

            if (AndOthers().Match(s[from..to]) is { Success: true } others)
            {
                to = from + others.Index;
                cut = true;
                continue;
            }

            foreach (var adverb in _adverbs)
            {
                if (to - from <= adverb.Length || !s.AsSpan(from, to - from).EndsWith(adverb, StringComparison.Ordinal))
                    continue;
                // 日 closes a date; the date is read whole.
                if (adverb == "日")
                {
                    if (Dates.Find(s[from..to], text.Edition) is not [.., var hit] || hit.End != to - from)
                        continue;
                    date = hit with { Start = from + hit.Start };
                    to = from + hit.Start;
                }
                else
                {
                    if (adverb is "今日" or "昨日" or "今天" or "昨天" && Dates.Find(adverb, text.Edition) is [var word])
                        date = word with { Start = to - adverb.Length };
                    to -= adverb.Length;
                }

                cut = true;
                break;
            }
        }
    }

    // "最高人民检察院22日联合发布": agencies leave the month out where it is the edition's.
    [GeneratedRegex(@"(?<=[\u4e00-\u9fff])(?<![月年第])(?<t>(?<d>[0-9]{1,2})日)(?:联合|正式|上午|下午|对外|共同)*$")]
    private static partial Regex BareDay();

    // "某某总局向主要电商平台发布《……》": to whom.
    [GeneratedRegex(@"(?<=[局厅部委院会署府])向[^，。；《向]{2,14}$")]
    private static partial Regex Towards();

    [GeneratedRegex(@"等(?:多|[二两三四五六七八九十0-9]{1,3})?(?:个)?(?:部门|单位|部委|机关|家)?$|(?<=[局厅部委院会署办])[二两三四五六七八九十0-9]{1,3}(?:个)?(?:部门|单位|部委|机关)$")]
    internal static partial Regex AndOthers();
}

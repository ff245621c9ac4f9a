using System.Buffers;
using System.Text.RegularExpressions;

namespace Bot.Bulletins.Facts;

/// <summary>
/// Organs of which the text says that they issued something: "某某局、某某厅联合印发《……》", "某某委员会关于……的通知",
/// a signature at the end. Whoever only met, spoke or is spoken of is no issuer. A date that opens such a clause is the day of publication.
/// </summary>
internal static partial class IssuerReader
{
    private static readonly SearchValues<string> _issues = SearchValues.Create(
        ["印发", "下发", "发布", "公布", "出台", "颁布", "制定", "制发", "发出", "公开征求", "修订", "面向社会征求", "向社会征求", "向社会公开征求"], StringComparison.Ordinal);

    private static readonly SearchValues<char> _clauseEnds = SearchValues.Create("，。；：！\n");

    private static readonly SearchValues<string> _publishes = SearchValues.Create(["印发", "下发", "发布", "公布", "出台", "颁布"], StringComparison.Ordinal);

    private static readonly SearchValues<string> _holds = SearchValues.Create(["召开", "举行", "举办"], StringComparison.Ordinal);

    // What may stand between the organ and what it does.
    private static readonly string[] _adverbs =
        ["近日", "日前", "今日", "昨日", "今天", "昨天", "上午", "下午", "联合", "正式", "共同", "会同", "制定", "研究", "修订", "公开", "向社会", "对外", "统一", "首次", "依法", "近期", "专门", "已", "于", "在官网", "在京", "集中", "陆续", "再次", "分别", "办公室会议", "起草", "编制", "编写", "最新", "，", "、", "并", "了", "新", "率先", "牵头", "集体", "日"];

    public static void Read(FactText text, FactList found)
    {
        var s = text.Text;
        if (text.Paragraph == FactSpan.InTitle)
            IssuerHeading.Read(text, found);
        for (var start = 0; start < s.Length;)
        {
            var end = ClauseEnd(s, start);
            ReadClause(text, start, end, found);
            start = end + 1;
        }
    }

    /// <summary>Reads a list of organs that fills the text: a signature.</summary>
    public static bool ReadSignature(FactText text, int start, int length, FactList found) =>
        OrganList.Parse(text.Text, start, start + length) is { Count: > 0 } organs && Report(text, organs, found);

    private static void ReadClause(FactText text, int start, int end, FactList found)
    {
        var s = text.Text;
        var clause = s.AsSpan(start, end - start);
        var verb = OutsideTitles(clause);
        if (text.AsksForComments && clause.IndexOf('就') is var asks and > 1 && Asks().IsMatch(clause[asks..]))
            verb = asks;
        if (verb == 0)
            ReadElided(text, start, found);
        if (verb < 2)
            return;
        var from = start + Lead(clause[..verb], start, text.Edition, out var date);
        var to = start + verb;
        TrimRight(text, from, ref to, ref date);
        if (IsOfAnother(clause[verb..], date, text.Edition) || to - from < 2 || !Report(text, Listed(s, from, to), found))
            return;
        if (date is null && start > 0 && s[start - 1] is '，' && Dates.Find(s[..start], text.Edition) is [.., var last] && last.End == start - 1)
            date = last;
        if (date is { } day && clause[verb..].ContainsAny(_publishes) && clause[verb..].IndexOfAny(_publishes) <= 6)
            found.Add(FactKind.Published, BindingDateReader.Iso(day.Date), text.Span(day.Start, day.Length));
    }

    /// <summary>The organs that act; with others that have no whole name (会同市场监管、交通运输等部门), the one that leads them.</summary>
    private static List<OrganHit> Listed(string s, int from, int to)
    {
        if (OrganList.Parse(s, from, to) is { Count: > 0 } all)
            return all;
        return s.IndexOf("会同", from, to - from, StringComparison.Ordinal) is var with and > 0 ? OrganList.Parse(s, from, with) : [];
    }

    /// <summary>"某某政府2010年公布的《……》同时废止": an older document that is only spoken of.</summary>
    private static bool IsOfAnother(ReadOnlySpan<char> told, DateHit? date, DateOnly? edition) =>
        told[..Math.Min(6, told.Length)].Contains('的') && (told.IndexOf("废止", StringComparison.Ordinal) > 0 || (date is { } day && edition is { } now && day.Date.Year < now.Year - 1));

    /// <summary>"某某法院面向社会招聘……，现将有关事项公告如下": whoever does it says so.</summary>
    public static void ReadAnnouncer(FactText text, FactList found)
    {
        var s = text.Text;
        if (!s.Contains("如下", StringComparison.Ordinal) || !Announces().IsMatch(s))
            return;
        for (var start = 0; start < s.Length;)
        {
            var end = ClauseEnd(s, start);
            if (Acts().Match(s[start..end]) is { Success: true } act && Report(text, OrganList.Parse(s, start, start + act.Index), found))
                return;
            start = end + 1;
        }
    }

    /// <summary>"某某法院5月9日召开新闻发布会，发布《……》": the organ of the clause before is whose clause this is.</summary>
    private static void ReadElided(FactText text, int start, FactList found)
    {
        var s = text.Text;
        if (start < 2 || s[start - 1] != '，')
            return;
        var earlier = s.AsSpan(0, start - 1).LastIndexOfAny(_clauseEnds) + 1;
        var clause = s.AsSpan(earlier, start - 1 - earlier);
        var holds = clause.IndexOfAny(_holds);
        if (holds < 2 || !(clause.EndsWith("发布会") || clause.EndsWith("通报会")))
        {
            IssuedBy.ReadElided(text, start, found);
            return;
        }

        var from = earlier + Lead(clause[..holds], earlier, text.Edition, out var date);
        var to = earlier + holds;
        TrimRight(text, from, ref to, ref date);
        if (to - from < 2 || !Report(text, OrganList.Parse(s, from, to), found) || date is not { } day)
            return;
        found.Add(FactKind.Published, BindingDateReader.Iso(day.Date), text.Span(day.Start, day.Length));
    }

    /// <summary>The first word of issuing outside titles; -1 for none.</summary>
    private static int OutsideTitles(ReadOnlySpan<char> clause)
    {
        var open = clause.IndexOf('《');
        var head = open < 0 ? clause : clause[..open];
        return head.IndexOfAny(_issues);
    }

    /// <summary>What opens the clause before the organ: 近日, 由, a date, a by-line in brackets.</summary>
    private static int Lead(ReadOnlySpan<char> subject, int offset, DateOnly? edition, out DateHit? date)
    {
        date = null;
        var at = 0;
        var text = subject.ToString();
        if (text.LastIndexOfAny(['）', ')', '讯', '　', ' ']) is var last and >= 0 && last < text.Length - 2 && !(text[last] is ' ' or '　' && EndsAnOrgan(text, last)))
            at = last + 1;
        for (var round = 0; round < 3; round++)
        {
            foreach (var word in (ReadOnlySpan<string>)["近日", "日前", "近期", "据悉", "据了解", "由", "“", "经研究", "同日", "此前", "另据", "当日", "今年以来", "最近", "同时"])
            {
                if (text.AsSpan(at).StartsWith(word, StringComparison.Ordinal))
                    at += word.Length;
            }

            if (Dates.Find(text[at..], edition) is [{ Start: 0 } hit, ..])
            {
                date = hit with { Start = offset + at };
                at += hit.Length;
            }
            else
            {
                break;
            }
        }

        return at;
    }

    /// <summary>A space after an organ's name goes on to the next: 某某局 某某委印发.</summary>
    private static bool EndsAnOrgan(string s, int at) => Organs.EndingAt(s, at) is not null;

    private static void TrimRight(FactText text, int from, ref int to, ref DateHit? date)
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

    internal static bool Report(FactText text, List<OrganHit> organs, FactList found)
    {
        foreach (var organ in organs)
            found.Add(FactKind.Issuer, organ.Name, text.Span(organ.Start, organ.Length));
        return organs.Count > 0;
    }

    // "最高人民检察院22日联合发布": agencies leave the month out where it is the edition's.
    [GeneratedRegex(@"(?<=[\u4e00-\u9fff])(?<![月年第])(?<t>(?<d>[0-9]{1,2})日)(?:联合|正式|上午|下午|对外|共同)*$")]
    private static partial Regex BareDay();

    [GeneratedRegex(@"(?:公告|通知|通告|公示|通报)如下")]
    private static partial Regex Announces();

    [GeneratedRegex(@"面向社会|面向全|决定|定于|拟于|拟|计划|公开(?:招聘|选调|选聘|遴选)")]
    private static partial Regex Acts();

    // "某某总局向主要电商平台发布《……》": to whom.
    [GeneratedRegex(@"(?<=[局厅部委院会署府])向[^，。；《向]{2,14}$")]
    private static partial Regex Towards();

    [GeneratedRegex(@"等(?:多|[二两三四五六七八九十0-9]{1,3})?(?:个)?(?:部门|单位|部委|机关|家)?$|(?<=[局厅部委院会署办])[二两三四五六七八九十0-9]{1,3}(?:个)?(?:部门|单位|部委|机关)$")]
    internal static partial Regex AndOthers();

    [GeneratedRegex(@"^(?:拟)?就(?:《|[^，。]{2,40}(?:公开|向社会)?(?:征求|征集))")]
    private static partial Regex Asks();

    private static int ClauseEnd(string s, int start)
    {
        var at = s.AsSpan(start).IndexOfAny(_clauseEnds);
        return at < 0 ? s.Length : start + at;
    }

}

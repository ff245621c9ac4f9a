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
        ["印发", "下发", "发布", "公布", "出台", "颁布", "制定", "制发", "联合发文", "发出《", "发出通知", "发出公告", "发出通告", "发出倡议", "发出公开信", "发出紧急通知", "发出关于", "发出预警", "发出联合", "公开征求", "修订", "面向社会征求", "向社会征求", "向社会公开征求"], StringComparison.Ordinal);

    private static readonly SearchValues<char> _clauseEnds = SearchValues.Create("，。；：！\n");

    private static readonly SearchValues<string> _publishes = SearchValues.Create(["印发", "下发", "发布", "公布", "出台", "颁布"], StringComparison.Ordinal);

    private static readonly SearchValues<string> _holds = SearchValues.Create(["召开", "举行", "举办"], StringComparison.Ordinal);

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
        // 通报情况并发布典型案例: of what the clause before told.
        if (verb == 0 || (verb > 0 && clause[verb - 1] == '并'))
            ReadElided(text, start, found);
        if (verb < 2)
            return;
        var from = start + Lead(clause[..verb], start, text.Edition, out var date);
        var to = start + verb;
        IssuerEnds.TrimRight(text, from, ref to, ref date);
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
        if (s[from] == '该' && IssuedBy.Meant(s, from, to) is { Count: > 0 } meant)
            return meant;
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
        // 召开新闻发布会，通报情况，并发布《……》
        for (var back = 0; back < 2 && holds < 2 && earlier > 1 && s[earlier - 1] == '，'; back++)
        {
            var end = earlier - 1;
            earlier = s.AsSpan(0, end).LastIndexOfAny(_clauseEnds) + 1;
            clause = s.AsSpan(earlier, end - earlier);
            holds = clause.IndexOfAny(_holds);
        }

        if (holds < 2 || !(clause.EndsWith("发布会") || clause.EndsWith("通报会") || (clause.EndsWith("通气会") && IssuesText().IsMatch(s.AsSpan(start)))))
        {
            IssuedBy.ReadElided(text, start, found);
            return;
        }

        var from = earlier + Lead(clause[..holds], earlier, text.Edition, out var date);
        var to = earlier + holds;
        IssuerEnds.TrimRight(text, from, ref to, ref date);
        if (to - from < 2 || !Report(text, OrganList.Parse(s, from, to), found) || (date ?? DayBefore(text, earlier)) is not { } day)
            return;
        found.Add(FactKind.Published, BindingDateReader.Iso(day.Date), text.Span(day.Start, day.Length));
    }

    /// <summary>"5月9日，某某法院举行发布会", "10月23日是重阳节，……": the day that the sentence opens with.</summary>
    private static DateHit? DayBefore(FactText text, int clause)
    {
        var start = clause < 2 ? 0 : text.Text.AsSpan(0, clause - 1).LastIndexOfAny(_clauseEnds) + 1;
        return start < clause && OpensWithDay().IsMatch(text.Text.AsSpan(start, clause - start)) && Dates.Find(text.Text[start..clause], text.Edition) is [{ Start: 0 } day] ? day with { Start = start } : null;
    }

    /// <summary>The first word of issuing outside titles; -1 for none.</summary>
    private static int OutsideTitles(ReadOnlySpan<char> clause)
    {
        var open = clause.IndexOf('《');
        var head = open < 0 ? clause : clause[..open];
        var issues = head.IndexOfAny(_issues);
        return issues < 0 && open > 4 && DrawsUp().Match(head.ToString()) is { Success: true } draws ? draws.Index : issues;
    }

    /// <summary>What opens the clause before the organ: 近日, 由, a date, a by-line in brackets.</summary>
    private static int Lead(ReadOnlySpan<char> subject, int offset, DateOnly? edition, out DateHit? date)
    {
        date = null;
        var at = 0;
        var text = subject.ToString();
        // A space after an organ's name goes on to the next: 某某局 某某委印发.
        if (text.LastIndexOfAny(['）', ')', '讯', '　', ' ']) is var last and >= 0 && last < text.Length - 2 && !(text[last] is ' ' or '　' && Organs.EndingAt(text, last) is not null))
            at = last + 1;
        for (var round = 0; round < 3; round++)
        {
            foreach (var word in (ReadOnlySpan<string>)["近日", "日前", "近期", "据悉", "据了解", "由", "“", "经研究", "同日", "此前", "另据", "当日", "今年以来", "最近", "同时"])
            {
                if (text.AsSpan(at).StartsWith(word, StringComparison.Ordinal))
                    at += word.Length;
            }

            foreach (var year in Year().EnumerateMatches(text.AsSpan(at)))
                at += year.Length;
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

    internal static bool Report(FactText text, List<OrganHit> organs, FactList found)
    {
        foreach (var organ in organs)
            found.Add(FactKind.Issuer, organ.Name, text.Span(organ.Start, organ.Length));
        return organs.Count > 0;
    }

    [GeneratedRegex(@"(?:公告|通知|通告|公示|通报)如下")]
    private static partial Regex Announces();

    [GeneratedRegex(@"面向社会|面向全|决定|定于|拟于|拟|计划|公开(?:招聘|选调|选聘|遴选)")]
    private static partial Regex Acts();

    // What a briefing tells is issued only where it is a text of its own.
    [GeneratedRegex("^[^，。；]{0,40}发布[^，。；]{0,12}(?:《|案例|白皮书)")]
    private static partial Regex IssuesText();

    // 2009年某某局印发: a year alone is no day.
    [GeneratedRegex("^[0-9]{4}年(?![0-9])")]
    private static partial Regex Year();

    // 某某局起草了《……》.
    [GeneratedRegex("(?:编制|起草|编写|编印)[了的]?$")]
    private static partial Regex DrawsUp();

    [GeneratedRegex("^[^，]{2,12}日(?:是[^，]{2,14}(?:日|节)|上午|下午)?，$")]
    private static partial Regex OpensWithDay();

    [GeneratedRegex(@"^(?:拟)?就(?:《|[^，。]{2,40}(?:公开|向社会)?(?:征求|征集))")]
    private static partial Regex Asks();

    private static int ClauseEnd(string s, int start)
    {
        var at = s.AsSpan(start).IndexOfAny(_clauseEnds);
        return at < 0 ? s.Length : start + at;
    }
}

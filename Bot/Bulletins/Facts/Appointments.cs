using System.Text.RegularExpressions;

namespace Bot.Bulletins.Facts;

/// <summary>Appointments and removals, which put the name first: "任命甲乙为某某局局长", "免去丙丁的某某院院长职务", "甲乙，男，现任某某局副局长".</summary>
internal static partial class Appointments
{
    public static void Read(FactText text, FactList found)
    {
        var s = text.Text;
        if (s.Contains("现任", StringComparison.Ordinal))
        {
            foreach (Match match in Holding().Matches(s))
            {
                if (PersonReader.HasOffice(match.Groups["o"].ValueSpan))
                    Report(text, match, found);
            }
        }

        if (s.Contains("辞去", StringComparison.Ordinal))
        {
            foreach (Match match in Resigned().Matches(s))
            {
                if (PersonReader.HasOffice(match.Groups["o"].ValueSpan))
                    Report(text, match, found);
            }
        }

        if (s.Contains('任', StringComparison.Ordinal) || s.Contains("当选", StringComparison.Ordinal))
        {
            foreach (Match match in Becoming().Matches(s))
            {
                if (PersonReader.IsOfficeOf(match.Groups["o"].Value))
                    Report(text, match, found);
            }
        }

        if (s.Contains('（', StringComparison.Ordinal))
        {
            foreach (Match match in Beside().Matches(s))
            {
                if (PersonReader.IsOfficeOf(match.Groups["o"].Value))
                    Report(text, match, found);
            }
        }

        if (!text.Appoints && !s.Contains('选', StringComparison.Ordinal) && !s.Contains("提名", StringComparison.Ordinal))
            return;
        foreach (Match match in Appointed().Matches(s))
            Report(text, match, found);
        if (!text.Appoints)
            return;
        foreach (Match match in Listed().Matches(s))
        {
            if (PersonReader.HasOffice(match.Groups["o"].ValueSpan))
                Report(text, match, found);
        }

        foreach (Match match in Removed().Matches(s))
            ReportRemoved(text, match.Groups["r"], found);
    }

    /// <summary>The office for each name: "任命甲乙、丙丁为某院检察员".</summary>
    private static void Report(FactText text, Match match, FactList found)
    {
        var names = match.Groups["n"];
        var all = About().Replace(names.Value, "").Split('、');
        if (!all.All(PersonNames.IsName))
            return;
        foreach (var name in all)
            found.Add(FactKind.Person, name, text.Span(names.Index, match.Index + match.Length - names.Index), match.Groups["o"].Value);
    }

    /// <summary>"免去甲乙丙某某局副局长职务": the name ends where the office's place begins, which the issuer's name tells where two lengths fit.</summary>
    private static void ReportRemoved(FactText text, Group removed, FactList found)
    {
        var issuer = found.LastOf(FactKind.Issuer)?.Value;
        var place = issuer?[..Organs.RegionLength(issuer)];
        var fitting = new List<int>();
        foreach (var length in (ReadOnlySpan<int>)[3, 2, 4, 5, 6])
        {
            if (length + 3 < removed.Length && Organs.RegionLength(removed.Value.AsSpan(length)) > 0 && PersonReader.HasOffice(removed.Value.AsSpan(length)) && PersonNames.IsName(removed.Value[..length]))
                fitting.Add(length);
        }

        if (fitting.Count == 0)
            return;
        var name = place?.Length > 1 && fitting.Find(l => removed.Value.AsSpan(l).StartsWith(place, StringComparison.Ordinal)) is > 0 and var placed ? placed
            : fitting.Find(l => IssuedBy.IsBare(removed.Value[l..])) is > 0 and var bare ? bare : fitting[0];
        found.Add(FactKind.Person, removed.Value[..name], text.Span(removed.Index, removed.Length), removed.Value[name..]);
    }

    [GeneratedRegex(@"(?<=^|[。；：\n])(?<n>[\u4e00-\u9fff]{2,4})(?:，[^，。；]{1,20}){0,7}?，现任(?<o>[^，。；！？]{4,40}?)(?=[，。；（]|$)")]
    private static partial Regex Holding();

    [GeneratedRegex(@"(?:接受|同意|批准|关于)(?<n>[\u4e00-\u9fff·]{2,12}?)(?:同志)?(?:提出的?|因[^，。；]{2,16}?)?辞去(?<o>[^，。；！？《》]{4,40}?)(?:的?职务|一职)")]
    private static partial Regex Resigned();

    // 甲乙（女，满族）
    [GeneratedRegex("（[^（）]*）")]
    private static partial Regex About();

    // "甲乙当选为某市市长", "甲乙任某某局局长".
    [GeneratedRegex(@"(?<=^|[。；，：\n　 ])(?<n>[\u4e00-\u9fff·]{2,12}?)(?:同志)?(?:当选为?|被任命为|被选举为|不再担任|担任|出任|兼任|就任|接任|升任|调任|转任|(?<![主责信胜前新首时曾历委聘选继连续留离拟现])任)(?<o>[\u4e00-\u9fff、]{4,36}?)(?:的?职务|一职)?(?=[，。；（]|$)")]
    private static partial Regex Becoming();

    // "甲乙（某某局局长）".
    [GeneratedRegex(@"(?<=^|[。；，：、\n　 “])(?<n>[\u4e00-\u9fff·]{2,12})（(?<o>[\u4e00-\u9fff、]{4,30})）")]
    private static partial Regex Beside();

    // The lines of a list of appointments: "甲乙为某某局局长；".
    [GeneratedRegex(@"(?<=^|[。；，：、\n　 ])(?<n>(?:[\u4e00-\u9fff·、]|（[^（）、]{1,10}）){2,24}?)(?:同志)?(?:为|任|的)(?<o>[\u4e00-\u9fff、]{4,36}?)(?:职务)?(?=、[\u4e00-\u9fff·]{2,8}?[为任]|[，；。（]|$)")]
    private static partial Regex Listed();

    [GeneratedRegex(@"(?:任命|选举|补选|推选|提名|免去)(?<n>(?:[\u4e00-\u9fff·、]|（[^（）、]{1,10}）){2,40}?)(?:同志)?(?:为|任|的)(?<o>[^，。；！？（]{3,40}?)(?=职务|人选|、[\u4e00-\u9fff·]{2,8}?[为任]|[，。；（]|$)")]
    private static partial Regex Appointed();

    // 免去甲乙丙某某局副局长职务; or a line of a list: 甲乙丙某某局副局长职务；
    [GeneratedRegex(@"(?:免去|(?<=^|\n)[\s　]*)(?<r>[^\s，。；：的、（]{6,40}?)职务(?=[，；。]|$)")]
    private static partial Regex Removed();
}

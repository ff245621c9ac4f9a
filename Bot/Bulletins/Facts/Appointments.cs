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

        if (!text.Appoints && !s.Contains("选举", StringComparison.Ordinal))
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
        if (!names.Value.Split('、').All(PersonNames.IsName))
            return;
        foreach (var name in names.Value.Split('、'))
            found.Add(FactKind.Person, name, text.Span(names.Index, match.Index + match.Length - names.Index), match.Groups["o"].Value);
    }

    /// <summary>"免去甲乙丙某某局副局长职务": the name ends where the office's place begins.</summary>
    private static void ReportRemoved(FactText text, Group removed, FactList found)
    {
        foreach (var length in (ReadOnlySpan<int>)[3, 2])
        {
            var office = removed.Value[length..];
            if (Organs.RegionLength(office) < 2 || !PersonReader.HasOffice(office) || !PersonNames.IsName(removed.Value[..length]))
                continue;
            found.Add(FactKind.Person, removed.Value[..length], text.Span(removed.Index, removed.Length), office);
            return;
        }
    }

    [GeneratedRegex(@"(?<=^|[。；：\n])(?<n>[\u4e00-\u9fff]{2,4})(?:，[^，。；]{1,20}){0,7}?，现任(?<o>[^，。；！？]{4,40}?)(?=[，。；（]|$)")]
    private static partial Regex Holding();

    // The lines of a list of appointments: "甲乙为某某局局长；".
    [GeneratedRegex(@"(?<=^|[。；，：\n　 ])(?<n>[\u4e00-\u9fff·、]{2,24}?)(?:同志)?(?:为|任|的)(?<o>[\u4e00-\u9fff、]{4,36}?)(?:职务)?(?=[，；。（]|$)")]
    private static partial Regex Listed();

    [GeneratedRegex(@"(?:任命|选举|免去)(?<n>[\u4e00-\u9fff·、]{2,40}?)(?:同志)?(?:为|任|的)(?<o>[^，。；！？（]{3,40}?)(?=职务|[，。；（]|$)")]
    private static partial Regex Appointed();

    [GeneratedRegex(@"免去(?<r>[^，。；的、（]{6,40}?)职务")]
    private static partial Regex Removed();
}

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
                var name = match.Groups["n"];
                if (PersonNames.NameAt(s, name.Index) == name.Length && PersonReader.HasOffice(match.Groups["o"].ValueSpan))
                    found.Add(FactKind.Person, name.Value, text.Span(name.Index, match.Index + match.Length - name.Index), match.Groups["o"].Value);
            }
        }

        if (!text.Appoints && !s.Contains("选举", StringComparison.Ordinal))
            return;
        foreach (Match match in Appointed().Matches(s).Concat(text.Appoints ? Listed().Matches(s) : []))
        {
            var name = match.Groups["n"];
            if (PersonNames.IsName(name.Value) && (match.Groups["l"].Success ? PersonReader.HasOffice(match.Groups["o"].ValueSpan) : true))
                found.Add(FactKind.Person, name.Value, text.Span(name.Index, match.Index + match.Length - name.Index), match.Groups["o"].Value);
        }
    }

    [GeneratedRegex(@"(?<=^|[。；：\n])(?<n>[\u4e00-\u9fff]{2,4})(?:，[^，。；]{1,20}){0,7}?，现任(?<o>[^，。；！？]{4,40}?)(?=[，。；（]|$)")]
    private static partial Regex Holding();

    // The lines of a list of appointments: "甲乙为某某局局长；".
    [GeneratedRegex(@"(?<=^|[。；，：、\n　 ])(?<l>)(?<n>[\u4e00-\u9fff·]{2,12}?)(?:同志)?(?:为|任|的)(?<o>[\u4e00-\u9fff（）、]{4,36}?)(?:职务)?(?=[，；。（]|$)")]
    private static partial Regex Listed();

    [GeneratedRegex(@"(?:任命|选举|免去)(?<n>[\u4e00-\u9fff·]{2,12}?)(?:同志)?(?:为|任|的)(?<o>[^，。；！？]{3,40}?)(?=职务|[，。；]|$)")]
    private static partial Regex Appointed();
}

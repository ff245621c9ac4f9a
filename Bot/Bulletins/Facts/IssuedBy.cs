using System.Text.RegularExpressions;

namespace Bot.Bulletins.Facts;

/// <summary>
/// Issuers that stand behind what they issued, or beside it: "《……》由某某局发布", "签署国务院令"; and the full names of those that
/// are told by half a name, "市司法局", where the bulletin has the whole one.
/// </summary>
internal static partial class IssuedBy
{
    // What may stand before a name without being of it.
    private const string Leads = "向由对在经报请询达从被据受";

    private static readonly string[] _levels = ["自治区", "自治州", "自治县", "省", "市", "县", "区", "盟", "旗", "州"];

    public static void Read(FactText text, FactList found)
    {
        var s = text.Text;
        if (s.Contains('由', StringComparison.Ordinal))
        {
            foreach (Match match in By().Matches(s))
                Report(text, match.Groups["o"], found);
        }

        foreach (Match match in SignsOrder().Matches(s))
            Report(text, match.Groups["o"], found);
    }

    /// <summary>"某某局开展专项行动，印发《……》": the organ that the sentence opens with goes on.</summary>
    /// <param name="start">Where the clause starts that issues.</param>
    public static void ReadElided(FactText text, int start, FactList found)
    {
        var s = text.Text;
        if (!IssuesTitle().IsMatch(s.AsSpan(start)))
            return;
        var sentence = s.AsSpan(0, start).LastIndexOfAny("。！；\n") + 1;
        if (Opens().Match(s[sentence..start]) is not { Success: true } opening)
            return;
        var from = sentence + opening.Length;
        for (var length = Math.Min(48, start - from); length >= 3; length--)
        {
            if (OrganList.Parse(s, from, from + length) is not { Count: > 0 } organs)
                continue;
            foreach (var organ in organs)
                found.Add(FactKind.Issuer, organ.Name, text.Span(organ.Start, organ.Length));
            return;
        }
    }

    /// <summary>"记者从某某局获悉，该局印发《……》": the organ of that kind that the paragraph names before, and those that it acts with.</summary>
    public static List<OrganHit> Meant(string s, int from, int to)
    {
        if (to - from < 2 || !"局院厅部委会署办".Contains(s[from + 1], StringComparison.Ordinal))
            return [];
        for (var end = s.LastIndexOf(s[from + 1], from); end > 1; end = s.LastIndexOf(s[from + 1], end - 1))
        {
            if (Organs.EndingAt(s, end + 1) is not { } organ)
                continue;
            List<OrganHit> all = [organ];
            foreach (var with in (ReadOnlySpan<string>)["联合", "会同", "、", "和"])
            {
                if (s.AsSpan(from + 2, to - from - 2).StartsWith(with, StringComparison.Ordinal))
                    all.AddRange(OrganList.Parse(s, from + 2 + with.Length, to));
            }

            return to == from + 2 || all.Count > 1 ? all : [];
        }

        return [];
    }

    /// <summary>The name with the place before it that another organ of the list or of the bulletin has: 市财政局 after 青禾市司法局.</summary>
    /// <param name="placed">An organ's name that opens with its place.</param>
    public static string? Placed(ReadOnlySpan<char> bare, string placed)
    {
        var region = placed.AsSpan(0, Organs.RegionLength(placed));
        foreach (var level in _levels)
        {
            if (bare.StartsWith(level, StringComparison.Ordinal) && !bare.StartsWith("市场", StringComparison.Ordinal))
                return region.LastIndexOf(level, StringComparison.Ordinal) is var at and > 0 ? string.Concat(region[..at], bare) : null;
        }

        return null;
    }

    /// <summary>Whether a name opens with what kind of place it is of, and leaves out which: 市司法局.</summary>
    public static bool IsBare(string name) => Array.Exists(_levels, l => name.StartsWith(l, StringComparison.Ordinal));

    /// <summary>The whole name where the bulletin has it elsewhere; otherwise null.</summary>
    public static string? Whole(string bare, FactInput input)
    {
        foreach (var text in input.Paragraphs.Prepend(input.Title ?? ""))
        {
            for (var at = text.IndexOf(bare, StringComparison.Ordinal); at > 0; at = text.IndexOf(bare, at + 1, StringComparison.Ordinal))
            {
                for (var length = 2; length <= 4 && length <= at; length++)
                {
                    if (Place().IsMatch(text.AsSpan(at - length, length)) && (at == length || !IsHan(text[at - length - 1]) || Leads.Contains(text[at - length - 1], StringComparison.Ordinal)) && Organs.NameOf(text.AsSpan(at - length, length + bare.Length)) is { } whole)
                        return whole;
                }
            }
        }

        return null;
    }

    private static bool IsHan(char c) => c is >= '\u4e00' and <= '\u9fff';

    private static void Report(FactText text, Group organs, FactList found)
    {
        foreach (var organ in OrganList.Parse(text.Text, organs.Index, organs.Index + organs.Length))
            found.Add(FactKind.Issuer, organ.Name, text.Span(organ.Start, organ.Length));
    }

    [GeneratedRegex(@"》(?:[（(][^）)]{1,24}[）)])?(?:已|正式|近日|日前)?(?:于[^，。；：由]{2,14})?由(?<o>[^，。；：《》由]{3,60}?)(?:于[^，。；：]{2,12})?(?:联合|正式|共同|近日|日前|对外|制定|并|公开){0,4}(?:印发|发布|公布|颁布|制定|下发|出台)")]
    private static partial Regex By();

    [GeneratedRegex("^(?:联合|正式|专门|并|及时)?(?:印发|发布|出台|制定|公布|制定印发|制定出台)了?《")]
    private static partial Regex IssuesTitle();

    // What may stand before the organ that opens a sentence.
    [GeneratedRegex(@"^[\s　]*(?:[^，。；]{0,24}[）)]\s?)?(?:近日|日前|近期|近年来|今年以来|(?:[0-9]{1,2}月)?[0-9]{1,2}日)?，?")]
    private static partial Regex Opens();

    [GeneratedRegex(@"签署(?<o>国务院|[\u4e00-\u9fff]{2,12}(?:人民政府|部|委员会|总局))令")]
    private static partial Regex SignsOrder();

    [GeneratedRegex(@"^[\u4e00-\u9fff]+$")]
    private static partial Regex Place();
}

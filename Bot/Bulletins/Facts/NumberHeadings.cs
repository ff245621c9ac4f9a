using System.Text.RegularExpressions;

namespace Bot.Bulletins.Facts;

/// <summary>Numbers of orders and announcements that stand before the organ's word, in a heading's brackets or on a line under the title.</summary>
internal static partial class NumberHeadings
{
    /// <summary>"财政部发布第113号令", "第779号国务院令": after the issuers were read, one of which issued it.</summary>
    public static void ReadReversed(FactText text, FactList found)
    {
        var s = text.Text;
        if (!s.Contains('号', StringComparison.Ordinal))
            return;
        foreach (Match match in Reversed().Matches(s))
        {
            var organ = match.Groups["o"].Length > 0
                ? Organs.NameOf(match.Groups["o"].ValueSpan)
                : Organs.EndingAt(s, match.Index)?.Name ?? found.Facts.LastOrDefault(f => f.Kind == FactKind.Issuer && f.Span.Paragraph == text.Paragraph && IsBefore(s, f.Span, match.Index))?.Value;
            if (organ is null || Numerals.ParseInt(match.Groups["n"].ValueSpan) is not { } number)
                continue;
            var year = match.Groups["y"].Success ? $"{match.Groups["y"].Value}年" : "";
            found.Add(FactKind.Number, $"{organ}{match.Groups["k"].Value}{year}第{number}号", text.Span(match.Index, match.Length));
            found.Add(FactKind.Issuer, organ, text.Span(match.Index, match.Length));
        }
    }

    /// <summary>A title that ends "某某令" over a first line "第62号".</summary>
    public static void ReadUnderTitle(FactInput input, FactList found)
    {
        if (input.Title is not { } title || input.Paragraphs is not [var line, ..] || UnderTitle().Match(line) is not { Success: true } match)
            return;
        foreach (var kind in (ReadOnlySpan<string>)["令", "公告", "通告"])
        {
            if (!title.EndsWith(kind, StringComparison.Ordinal) || Organs.NameOf(title.AsSpan(0, title.Length - kind.Length)) is not { } organ
                || Numerals.ParseInt(match.Groups["n"].ValueSpan) is not { } number)
                continue;
            var year = match.Groups["y"].Success ? $"{match.Groups["y"].Value}年" : "";
            NumberReader.AddOf(found, title.AsSpan(0, title.Length - kind.Length), organ, $"{kind}{year}第{number}号", new FactSpan(0, match.Index, match.Length));
            found.Add(FactKind.Issuer, organ, new FactSpan(FactSpan.InTitle, 0, title.Length - kind.Length));
        }
    }

    /// <summary>"某某局关于……的通告（2024年第15号）".</summary>
    public static void ReadHeading(FactText title, FactList found)
    {
        if (Heading().Match(title.Text) is not { Success: true } match || OrganList.Parse(title.Text, 0, match.Groups["o"].Length) is not [.., var organ] || Numerals.ParseInt(match.Groups["n"].ValueSpan) is not { } number)
            return;
        // 关于某某会的公告（第二号）: one of several on the same matter.
        if (!match.Groups["y"].Success && Numerals.IsChinese(match.Groups["n"].Value[0]))
            return;
        var year = match.Groups["y"].Success ? $"{match.Groups["y"].Value}年" : "";
        found.Add(FactKind.Number, $"{organ.Name}{match.Groups["k"].Value}{year}第{number}号", title.Span(match.Groups["k"].Index, match.Length - match.Groups["k"].Index));
    }

    private static bool IsBefore(string s, FactSpan span, int at) =>
        span.Start + span.Length <= at && !s.AsSpan(span.Start + span.Length, at - span.Start - span.Length).ContainsAny('。', '；', '《');

    [GeneratedRegex(@"(?:(?<y>[0-9]{4})\s?年\s?)?第\s?(?<n>[0-9]{1,5}|[一二三四五六七八九十百]{1,6})\s?号(?<o>[\u4e00-\u9fff]{0,14}?)(?<k>令|公告|通告)(?=[，。；、公（《予]|$)")]
    private static partial Regex Reversed();

    [GeneratedRegex(@"^(?<o>[^，。；：《》]{3,40}?)\s?关于.*的(?<k>公告|通告)\s?[（(](?:(?<y>[0-9]{4})\s?年\s?)?第\s?(?<n>[0-9]{1,5}|[一二三四五六七八九十百]{1,6})\s?号[）)]$")]
    private static partial Regex Heading();

    [GeneratedRegex(@"^\s*[（(]?(?:(?<y>[0-9]{4})年)?第\s?(?<n>[0-9]{1,5}|[一二三四五六七八九十百]{1,6})\s?号[）)]?\s*$")]
    private static partial Regex UnderTitle();
}

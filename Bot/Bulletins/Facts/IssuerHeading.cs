using System.Text.RegularExpressions;

namespace Bot.Bulletins.Facts;

/// <summary>The organs that a heading opens with: "某某局关于……的通知" and "某某局公告".</summary>
internal static partial class IssuerHeading
{
    private static readonly string[] _titleKinds = ["的通知", "的公告", "的意见", "的决定", "的通告", "的公示", "的批复", "的函", "的办法", "的规定", "的通报", "的解释", "的若干意见", "的实施意见", "的指导意见", "的说明", "的倡议", "的指引", "的若干措施", "的实施方案", "的方案", "的规划"];

    /// <summary>"某某局关于……的通知" and "某某局公告".</summary>
    public static void Read(FactText text, FactList found)
    {
        var s = Bracket().Match(text.Text) is { Success: true } bracket ? text.Text[..bracket.Index] : text.Text;
        var about = s.IndexOf("关于", StringComparison.Ordinal);
        if (about > 1 && EndsWithAny(s, _titleKinds))
        {
            var end = About(s, about);
            if (IssuerEnds.AndOthers().Match(s[..end]) is { Success: true } others)
                end = others.Index;
            IssuerReader.Report(text, OrganList.Parse(s, 0, end), found);
        }

        foreach (var kind in (ReadOnlySpan<string>)["公告", "通告"])
        {
            if (s.Length is < 40 && s.EndsWith(kind, StringComparison.Ordinal))
                IssuerReader.Report(text, OrganList.Parse(s, 0, s.Length - kind.Length), found);
        }
    }

    /// <summary>"某某局挂牌出让公告", where nobody signs below: the longest name that the heading opens with.</summary>
    public static void ReadOpening(FactText title, FactList found)
    {
        var heading = Bracket().Match(title.Text) is { Success: true } bracket ? title.Text.AsSpan(0, bracket.Index) : title.Text;
        if (!heading.EndsWith("公告") && !heading.EndsWith("通告"))
            return;
        for (var length = Math.Min(32, title.Text.Length - 2); length >= 4; length--)
        {
            if (Organs.RegionLength(title.Text.AsSpan(0, length)) > 1 && OrganList.Parse(title.Text, 0, length) is { Count: 1 } organ)
            {
                IssuerReader.Report(title, organ, found);
                return;
            }
        }
    }

    private static int About(string s, int at)
    {
        while (at > 0 && char.IsWhiteSpace(s[at - 1]))
            at--;
        return at;
    }

    private static bool EndsWithAny(string s, string[] endings)
    {
        foreach (var ending in endings)
        {
            if (s.EndsWith(ending, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    // What follows a heading's last word: （第二次）, （征求意见稿）.
    [GeneratedRegex(@"[（(][^（）()]{1,20}[）)]\s*$")]
    private static partial Regex Bracket();
}

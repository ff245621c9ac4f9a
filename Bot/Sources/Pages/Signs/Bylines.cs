using System.Text.RegularExpressions;

namespace Bot.Sources.Pages.Signs;

/// <summary>Who wrote it: roles and names as newspapers print them.</summary>
internal static partial class Bylines
{
    private const string Organ = @"(?:本[报網网台刊社報]|[新中][华新華]社|[\u4E00-\u9FFF]{2,7}(?:[日晚时早晨周导]报|法[治制]报|[日晚时]報|网|電視台|电视台|广播电台|融媒|融媒体中心|传媒|客户端|时讯|时讯社))";

    private const string Role =
        $"(?:{Organ}?(?:全媒体|融媒体|融媒|首席|特约|见习|实习|摄影|驻站|法治|新闻|文字|视频)*(?:记者|記者|通讯员|通訊員|通联员|评论员|撰稿人|撰稿|编辑|编译)|实习生|實習生|特派员|特约撰稿|作者|读者|采写|撰文|整理|供图|制图|摄影报道|摄影|报道|文/?[图圖]|[图圖]/?文|[图圖]|文|综合|口述|讲述)";

    /// <summary>Roles that open a by-line; the others only follow one.</summary>
    [GeneratedRegex($@"^(?:{Role})$")]
    private static partial Regex WholeRole { get; }

    [GeneratedRegex($@"^(?:{Organ}?(?:全媒体|融媒体|融媒|首席|特约|见习|实习|驻站|法治|新闻)*(?:记者|通讯员|評論員|评论员|記者|通訊員)|实习生|實習生|(?:采写|撰文|文/?图?|图文)\s*[/／:：]?\s*(?:本报|本网)?(?:记者|通讯员))")]
    private static partial Regex LeadingRole { get; }

    /// <summary>What follows 记者 in a column's name (记者手记) and is nobody's.</summary>
    [GeneratedRegex(@"^(?:手记|札记|观察|调查|走基层|在现场|视线|视点|来信|来论|之声|在线|说法|节|站|证|团|会|协会|招待会|联盟|连线|感言|提问|问|问答|蹲点|探访|体验|暗访|直击|追问|评述|述评|看.*)$")]
    private static partial Regex ColumnWords { get; }

    [GeneratedRegex(@"(?:摄影)?报道$|(?:攝影)?報道$")]
    private static partial Regex Reports { get; }

    /// <summary>
    /// Reads words as a by-line. Null where they are none: a word is neither a role nor a name, or there is no role and
    /// a word does not look like a Han name.
    /// </summary>
    public static (string Text, IReadOnlyList<Contributor> People)? Parse(string words)
    {
        var text = words.Trim().Trim('：', ':', '，', '、', '/', '／', '■', '□', '●', '◆', '▲', '○', '◎', '★', '☆', '|', '丨').Trim();
        if (text.Length is < 2 or > 80)
            return null;

        var people = new List<Contributor>();
        var kept = new List<string>();
        var anyRole = false;
        var allNames = true;
        string? role = null;
        string? half = null;
        foreach (var word in text.Split([' ', '、', '，', ',', ';', '；', '/', '／', '：', ':', '|', '丨', '&'], StringSplitOptions.RemoveEmptyEntries))
        {
            var (found, rest) = TakeRole(word);
            if (found is not null)
            {
                anyRole = true;
                role = found;
                if (rest.Length == 0)
                    continue;
            }

            rest = Reports.Replace(rest, "");
            if (rest.Length == 0)
                continue;
            if (half is not null)
            {
                rest = half + rest;
                half = null;
            }
            else if (rest.Length == 1)
            {
                half = rest;
                continue;
            }

            if (!Names.IsNameLike(rest) || ColumnWords.IsMatch(rest))
                return null;
            allNames &= Names.IsName(rest);
            people.Add(new(role, rest));
        }

        if (half is not null || people.Count == 0 || people.Count > 12 || (!anyRole && !allNames))
            return null;
        return (Clean(text), people);
    }

    /// <summary>Whether the words open with a role that by-lines open with (记者, 通讯员, 实习生 and their kin).</summary>
    public static bool OpensWithRole(ReadOnlySpan<char> words) => words.ContainsAny("者员員生") && LeadingRole.IsMatch(words.TrimStart());

    /// <summary>As printed, one space between words, a name of two letter-spaced characters drawn together, no closing 报道.</summary>
    private static string Clean(string text)
    {
        var words = new List<string>();
        string? half = null;
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (half is null && word.Length == 1 && word is not ("文" or "图" or "圖"))
            {
                half = word;
                continue;
            }

            words.Add(half + word);
            half = null;
        }

        if (half is not null)
            words.Add(half);
        return Reports.Replace(string.Join(' ', words), "").TrimEnd(' ', '：', ':', '，', '、');
    }

    private static (string? Role, string Remainder) TakeRole(string word)
    {
        if (WholeRole.IsMatch(word))
            return (word, "");
        var lead = LeadingRole.Match(word);
        return lead.Success ? (lead.Value, word[lead.Length..]) : (null, word);
    }
}

using System.Text.RegularExpressions;

namespace Bot.Bulletins.Stories;

/// <summary>Where a bulletin stands in the life of the document that it is about.</summary>
internal enum DocumentStage
{
    Unknown,

    /// <summary>征求意见.</summary>
    Draft,

    /// <summary>发布, 印发, 施行.</summary>
    Final,

    /// <summary>修改, 修订, 修正.</summary>
    Amendment,

    /// <summary>废止, 失效.</summary>
    Repeal,

    /// <summary>解读, 答记者问.</summary>
    Interpretation,
}

/// <summary>
/// The document that a bulletin is about, and at what stage of its life: bulletins that name the same document are linked, so that
/// the alert of the final text points back to its draft.
/// </summary>
/// <param name="Name">The document's name, without brackets, what kind of draft it is, and the issuer's opening; null where none is named.</param>
internal sealed partial record DocumentReference(DocumentStage Stage, string? Name)
{
    /// <summary>A document that the title doesn't name is named by its first paragraphs: the addressee's line, then the text.</summary>
    private const int NamedBy = 3;

    private const int Shortest = 4;

    /// <summary>公司法, where brackets say that it is a name.</summary>
    private const int ShortestInMarks = 3;

    private const int Longest = 60;

    /// <summary>Laws are mostly named without it.</summary>
    private const string Country = "中华人民共和国";

    private static readonly string[] _kinds = ["法", "条例", "办法", "规定", "细则", "规则", "意见", "方案", "规划", "措施", "标准", "规范", "指南", "指引", "解释", "决定", "通知", "规程", "制度", "章程", "清单", "目录", "纲要", "批复", "准则", "公约"];

    private static readonly string[] _drafts = ["征求意见稿", "公开征求意见稿", "草案", "修订草案", "修正草案", "送审稿", "修订草案征求意见稿", "草案征求意见稿", "修订征求意见稿", "二次审议稿", "三次审议稿", "草案二次审议稿"];

    public static DocumentReference Of(string? title) => Of(title, []);

    public static DocumentReference Of(string? title, IReadOnlyList<string> paragraphs)
    {
        var head = title ?? "";
        var name = NameIn(head) ?? paragraphs.Take(NamedBy).Select(InTitleMarks).FirstOrDefault(n => n is not null);
        return new DocumentReference(StageOf(head, paragraphs), name);
    }

    /// <summary>Whether the later of two bulletins should point back to the earlier: same document, another stage of its life.</summary>
    public static bool Follows(DocumentReference later, DocumentReference earlier) =>
        later.Name is not null && later.Name == earlier.Name && later.Stage != earlier.Stage
        && later.Stage != DocumentStage.Unknown && earlier.Stage != DocumentStage.Unknown;

    private static DocumentStage StageOf(string title, IReadOnlyList<string> paragraphs)
    {
        if (HasAny(title, "解读", "答记者问", "答问", "一图读懂", "图解", "政策问答"))
            return DocumentStage.Interpretation;
        if (HasAny(title, "草案") || (HasAny(title, "征求", "征集") && title.Contains("意见", StringComparison.Ordinal)))
            return DocumentStage.Draft;
        if (HasAny(title, "废止", "失效"))
            return DocumentStage.Repeal;
        if (HasAny(title, "修改", "修正", "修订"))
            return DocumentStage.Amendment;
        var head = paragraphs.Count > 0 ? paragraphs[0] : "";
        if (HasAny(head, "公开征求意见", "征求意见稿"))
            return DocumentStage.Draft;
        if (HasAny(title, "印发", "发布", "公布", "出台", "施行", "颁布") || HasAny(head, "现印发", "现予公布", "现予发布", "起施行", "印发《", "发布《", "公布《", "出台《", "制定《"))
            return DocumentStage.Final;
        return EndsWithKind(title) ? DocumentStage.Final : DocumentStage.Unknown;
    }

    /// <summary>A name in 《》, what "关于印发……的通知" issues, else a title that is itself a document's name.</summary>
    private static string? NameIn(string title)
    {
        if (title.Contains('《', StringComparison.Ordinal))
            return InTitleMarks(title);
        foreach (var opener in (ReadOnlySpan<string>)["关于印发", "关于发布", "关于公布", "关于修改", "关于废止"])
        {
            var at = title.IndexOf(opener, StringComparison.Ordinal);
            var end = title.LastIndexOf('的');
            if (at >= 0 && end > at + opener.Length)
                return Plain(title[(at + opener.Length)..end]);
        }

        if (AsksAbout().Match(title) is { Success: true } draft)
            return Plain(draft.Groups["name"].Value);
        return title.Contains("关于", StringComparison.Ordinal) ? null : Plain(title);
    }

    /// <summary>A draft that is named without 《》: 关于……（征求意见稿）公开征求意见的公告, 关于公开征求……意见的通知.</summary>
    [GeneratedRegex("^(?:.*?关于)?(?:(?:公开|再次)*征求)?(?:对)?(?<name>[^关《]{4,60}?)(?:（[^）]*(?:稿|草案)[^）]*）)?(?:面?向社会)?(?:再次)?(?:公开)?(?:征求|征集|的)?(?:社会|公众)*意见")]
    private static partial Regex AsksAbout();

    /// <summary>The last and innermost document's name in 《》.</summary>
    private static string? InTitleMarks(string text)
    {
        for (var open = text.LastIndexOf('《'); open >= 0; open = open > 0 ? text.LastIndexOf('《', open - 1) : -1)
        {
            var close = text.IndexOfAny(['》', '《'], open + 1);
            if (close > 0 && text[close] == '》' && Plain(text[(open + 1)..close], ShortestInMarks) is { } name)
                return name;
        }

        return null;
    }

    /// <summary>The name with drafts' marks and 关于印发…… taken off; null where it doesn't end like a document.</summary>
    private static string? Plain(string name, int shortest = Shortest)
    {
        var plain = name.Trim();
        while (plain.EndsWith('）') || plain.EndsWith(')'))
        {
            var open = plain.LastIndexOfAny(['（', '(']);
            if (open <= 0)
                break;
            plain = plain[..open];
        }

        foreach (var draft in _drafts.OrderByDescending(d => d.Length))
        {
            if (plain.EndsWith(draft, StringComparison.Ordinal))
            {
                plain = plain[..^draft.Length];
                break;
            }
        }

        if (plain.StartsWith(Country, StringComparison.Ordinal))
            plain = plain[Country.Length..];
        return plain.Length >= shortest && plain.Length <= Longest && EndsWithKind(plain) ? plain : null;
    }

    private static bool EndsWithKind(string name)
    {
        foreach (var kind in _kinds)
        {
            if (name.EndsWith(kind, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private static bool HasAny(string text, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (text.Contains(word, StringComparison.Ordinal))
                return true;
        }

        return false;
    }
}

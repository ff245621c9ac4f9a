using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Bot.Sources.Identity;
using Bot.Sources.Pages.Signs;
using Bot.Sources.Pages.Text;

namespace Bot.Sources.Pages.EPaper;

/// <summary>An article's page of an e-paper site.</summary>
internal static class EPaperArticle
{
    /// <param name="selectors"><c>title</c>, <c>kicker</c>, <c>subtitle</c>, <c>author</c>, <c>body</c> where the usual names are not used.</param>
    /// <returns>Null where the page holds no text: a picture, an advertisement.</returns>
    public static Entry? Parse(string html, Uri address, Edition? edition, int position, IReadOnlyDictionary<string, string> selectors)
    {
        var page = new HtmlParser().ParseDocument(html);
        var body = EPaperHtml.First(page, selectors, "body", "founder-content", "#ozoom", ".founder-content", "#articleContent", "#article-content", ".article-content", "article", "#content", ".content");
        if (body is null)
            return null;
        var paragraphs = Paragraphs(body);
        var captions = paragraphs.Where(p => p.Length <= 140 && (Captions.Opens(p) || Captions.IsCredit(p) || Captions.Closes(p))).ToList();
        paragraphs.RemoveAll(captions.Contains);
        if (paragraphs.Count == 0)
            return null;

        var title = Line("title", "founder-title", ".founder-title", "h1", ".title", "#title");
        var jumps = TakeJumps(paragraphs);
        var head = TakeHead(paragraphs);
        var tail = TakeTail(paragraphs);
        paragraphs.RemoveAll(string.IsNullOrWhiteSpace);
        if (paragraphs.Count == 0)
            return null;
        var author = Line("author", "founder-author", ".founder-author", ".author", "#author");
        var printed = author is null ? null : Bylines.Parse(author);
        return new()
        {
            // Its address, so that a corrected or joined text is the same article still.
            Key = CanonicalLink.Of(address.AbsoluteUri),
            Title = title,
            Kicker = Line("kicker", "founder-introtitle", "founder-pretitle", "founder-kicker", ".founder-introtitle", ".pretitle", "h3.yinti"),
            Subtitle = Line("subtitle", "founder-subtitle", ".founder-subtitle", ".subtitle", "h2.futi")?.TrimStart('—', '-', ' '),
            Link = address.AbsoluteUri,
            Published = null,
            Author = author,
            Dateline = head?.Dateline,
            Byline = head?.Byline ?? tail?.Byline ?? printed?.Text,
            Contributors = head is { People.Count: > 0 } ? head.People : tail is { People.Count: > 0 } ? tail.People : printed?.People ?? [],
            Credit = tail?.Credit,
            Paragraphs = [.. paragraphs.Select(p => Spacing.Unspaced(p))],
            Captions = captions,
            Kind = title is not null && Notices.IsTitle(Spacing.Compact(title)) && paragraphs.Any(p => Notices.Strength(p) > 0) ? EntryKind.Notice : EntryKind.Article,
            HeadlineConfidence = title is null ? 0 : 1,
            Edition = edition,
            Position = position,
            ContinuesOn = jumps.On,
            ContinuedFrom = jumps.From,
        };

        string? Line(string role, params string[] usual) => EPaperHtml.Line(EPaperHtml.First(page, selectors, role, usual));
    }

    /// <summary>A paragraph a block element, or a stretch between two line breaks.</summary>
    private static List<string> Paragraphs(IElement body)
    {
        var paragraphs = new List<string>();
        var text = new StringBuilder();
        // A stack of its own, since pages may be nested deeply.
        var open = new Stack<(INode Node, bool Left)>([(body, false)]);
        while (open.TryPop(out var next))
        {
            var (node, left) = next;
            if (node is IText words)
            {
                text.Append(words.Data);
            }
            else if (node is IElement element && element.LocalName is not ("script" or "style" or "table" or "noscript"))
            {
                if (left || IsBlock(element))
                    End();
                if (left)
                    continue;
                if (IsBlock(element))
                    open.Push((element, true));
                for (var i = element.ChildNodes.Length - 1; i >= 0; i--)
                    open.Push((element.ChildNodes[i], false));
            }
        }

        End();
        return paragraphs;

        void End()
        {
            var folded = string.Join(' ', CharacterFolding.Fold(text.ToString()).Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
            text.Clear();
            if (folded.Length > 0)
                paragraphs.Add(folded);
        }
    }

    private static bool IsBlock(IElement element) =>
        element.LocalName is "p" or "div" or "br" or "li" or "section" or "h1" or "h2" or "h3" or "h4" or "center" or "blockquote" or "td" or "tr";

    private static (string? On, string? From) TakeJumps(List<string> paragraphs)
    {
        string? on = null, from = null;
        for (var i = 0; i < paragraphs.Count; i++)
        {
            if (Furniture.JumpIn(paragraphs[i]) is not { } jump)
                continue;
            paragraphs[i] = paragraphs[i].Remove(jump.Index, jump.Length).Trim();
            if (jump.Onwards)
                on = jump.Page;
            else
                from = jump.Page;
        }

        paragraphs.RemoveAll(p => p.Length == 0);
        return (on, from);
    }

    private static ArticleHead? TakeHead(List<string> paragraphs)
    {
        if (paragraphs.Count > 1 && ArticleHead.ReadLine(paragraphs[0]) is { } line)
        {
            paragraphs.RemoveAt(0);
            return line;
        }

        if (paragraphs.Count == 0 || ArticleHead.Read(paragraphs[0]) is not { } head)
            return null;
        paragraphs[0] = paragraphs[0][head.Length..];
        return head;
    }

    private static ArticleTail? TakeTail(List<string> paragraphs)
    {
        if (paragraphs.Count == 0 || ArticleTail.Read(paragraphs[^1]) is not { } tail)
            return null;
        paragraphs[^1] = paragraphs[^1][..tail.Start].TrimEnd();
        return tail;
    }
}

using System.Globalization;
using System.Net;
using System.Text;
using Bot.Bulletins;
using Bot.Bulletins.Facts;
using Bot.Bulletins.Lifecycle;
using Bot.Conversation;
using Bot.Summaries;
using Bot.Texts;
using Bot.Topics;

namespace Bot.Channels;

/// <summary>A bulletin's own page: the whole text, where it is from, and the words that its topics matched by.</summary>
internal sealed class BulletinPage(BulletinShelf shelf, TopicCatalogue topics, BulletinWords origins, SummaryWriter summaries, WebChatPage chat)
{
    private static readonly Words _words = new("Bot.Channels.WebChat.WebChatWords");

    /// <summary>Null when there is no such bulletin.</summary>
    public async Task<string?> Compose(long id, Language language, TimeZoneInfo zone, CancellationToken cancellationToken)
    {
        if (await shelf.Find(id, cancellationToken) is not { } bulletin)
        {
            return null;
        }

        var matches = (await shelf.Matches([id], cancellationToken))[id].ToDictionary(m => m.TopicId);
        var held = topics.Topics.Where(t => t.Audience == TopicAudience.Everyone && matches.ContainsKey(t.Id)).Select(t => (Topic: t, matches[t.Id].Evidence)).ToList();
        List<string> evidence = [.. held.SelectMany(h => h.Evidence).Distinct()];

        var detail = await shelf.Detail(id, cancellationToken);
        var byModel = (await summaries.Known([(bulletin, language)], cancellationToken)).GetValueOrDefault((id, language));
        var title = bulletin.Title ?? Say("page.untitled");
        var body = new StringBuilder("<article>\n");
        Line(body, "kicker", bulletin.Kicker);
        body.Append("<h1 id=\"").Append(FactList.Anchor(FactSpan.InTitle)).Append("\">").Append(Marked.Html(title, evidence)).AppendLine("</h1>");
        Line(body, "subtitle", bulletin.Subtitle);
        if (bulletin.Title is not null && bulletin.HeadlineConfidence < Deliveries.AlertMessages.SureOfHeadline)
        {
            Line(body, "doubt", Say("page.uncertain"));
        }

        body.AppendLine("<dl class=\"facts\">");
        foreach (var (name, html) in Facts(bulletin, held, byModel, language, zone)
            .Concat(FactList.Of(detail.Facts, language, Say("comma"))).Concat(Earlier(detail.Earlier, language)))
        {
            body.Append("<dt>").Append(WebUtility.HtmlEncode(name)).Append("</dt><dd>").Append(html).AppendLine("</dd>");
        }

        body.AppendLine("</dl>");
        foreach (var (place, paragraph) in bulletin.Paragraphs.Index())
        {
            body.Append("<p id=\"").Append(FactList.Anchor(place)).Append("\">").Append(Marked.Html(paragraph, evidence)).AppendLine("</p>");
        }

        return Frame(title, body.AppendLine("</article>").ToString(), language);

        string Say(string key) => _words.Get(language, key);
    }

    private static IEnumerable<(string Name, string Html)> Earlier(IReadOnlyList<EarlierText> earlier, Language language) =>
        earlier.Count == 0 ? [] : [(_words.Get(language, "page.relates"), string.Join("<br>", earlier.Select(e => string.Create(
            CultureInfo.InvariantCulture, $"<a href=\"/b/{e.Id}\">{WebUtility.HtmlEncode(LifecycleTexts.Name(e, language))}</a>"))))];

    /// <summary>A page that only says something.</summary>
    public string Notice(string key, Language language)
    {
        var said = _words.Get(language, key);
        return Frame(said, $"<article><h1>{WebUtility.HtmlEncode(said)}</h1></article>", language);
    }

    private IEnumerable<(string Name, string Html)> Facts(
        BulletinRow bulletin, List<(Topic Topic, List<string> Evidence)> held, string? byModel, Language language, TimeZoneInfo zone)
    {
        string Say(string key, params object?[] values) => _words.Get(language, key, values);

        var source = WebUtility.HtmlEncode(string.Join(" · ", new[] { origins.Source(bulletin), bulletin.Byline ?? bulletin.Author, bulletin.Credit }.OfType<string>()));
        var link = bulletin.Link is { } to && Uri.TryCreate(to, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? bulletin.Link : null;
        yield return (Say("page.source"), link is null
            ? source
            : $"{source} · <a href=\"{WebUtility.HtmlEncode(link)}\" rel=\"noopener nofollow\">{WebUtility.HtmlEncode(Say("page.original"))}</a>");
        var day = bulletin.PublishedAt is { } published ? PublicationDay.Of(published, zone) : null;
        yield return (
            Say(bulletin.PublishedAt is null ? "page.seen" : "page.published"),
            day is { } printed ? Say("page.day", printed) : Say("page.moment", TimeZoneInfo.ConvertTime(bulletin.PublishedAt ?? bulletin.SeenAt, zone)));
        if (held.Count > 0)
        {
            yield return (Say("page.topics"), string.Join("<br>", held.Select(h => WebUtility.HtmlEncode(h.Evidence.Count == 0
                ? h.Topic.NameIn(language)
                : Say("page.words", h.Topic.NameIn(language), string.Join(Say("comma"), h.Evidence))))));
        }

        if (byModel is not null)
        {
            yield return (SummaryWriter.Label(language), WebUtility.HtmlEncode(byModel));
        }

        if (bulletin.Summary.Length > 0)
        {
            yield return (Say("page.summary"), WebUtility.HtmlEncode(bulletin.Summary));
        }
    }

    private string Frame(string title, string body, Language language) =>
        $"""
        <!doctype html>
        <html lang="{language.Tag()}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="robots" content="noindex">
        <title>{WebUtility.HtmlEncode(title)} · {WebUtility.HtmlEncode(_words.Get(language, "title"))}</title>
        <link rel="icon" href="data:,">
        <link rel="stylesheet" href="{chat.Stylesheet}">
        </head>
        <body class="page">
        <header><div class="bar">
        <span class="seal" aria-hidden="true">法</span>
        <div class="name"><p><b>{WebUtility.HtmlEncode(_words.Get(language, "title"))}</b></p><p>{WebUtility.HtmlEncode(_words.Get(language, "tagline"))}</p></div>
        <a class="quiet" href="/">{WebUtility.HtmlEncode(_words.Get(language, "page.back"))}</a>
        </div></header>
        <main class="column">
        {body}
        </main>
        </body>
        </html>
        """;

    private static void Line(StringBuilder body, string kind, string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            body.Append("<p class=\"").Append(kind).Append("\">").Append(WebUtility.HtmlEncode(text)).AppendLine("</p>");
        }
    }
}

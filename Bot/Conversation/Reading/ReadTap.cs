using System.Globalization;
using Bot.Bulletins;
using Bot.Bulletins.Stories;
using Bot.Deliveries;
using Bot.Subscribers;

namespace Bot.Conversation;

/// <summary>The whole text in pages: <c>read:bulletin</c> sends the first one, <c>read:bulletin:page</c> turns the page in place.</summary>
internal sealed class ReadTap(BulletinShelf shelf, BulletinWords origins, TimeProvider clock) : ITap
{
    public string Verb => "read";

    public async Task<Reply> Tap(Turn turn, TapAction action, CancellationToken cancellationToken)
    {
        if (action.Number(0) is not { } id || await shelf.Find(id, cancellationToken) is not { } bulletin)
        {
            return new Reply([], Notice: turn.Say("bulletin.gone"));
        }

        await shelf.MarkRead(turn.Chat.Id, id, clock.GetUtcNow(), cancellationToken);
        var elsewhere = await shelf.Elsewhere(bulletin, cancellationToken);
        return action.Number(1) is { } page ? new Reply([], Page(turn, bulletin, page, elsewhere)) : Reply.With(Page(turn, bulletin, 0, elsewhere));
    }

    private Message Page(Turn turn, BulletinRow bulletin, long wanted, IReadOnlyList<Telling> elsewhere)
    {
        var pages = TextPages.Of(bulletin.Paragraphs);
        var page = (int)Math.Clamp(wanted, 0, pages.Count - 1);
        var draft = new Draft().Bold(bulletin.Title ?? turn.Say("untitled"));
        if (page == 0)
        {
            draft.Line(new Span(string.Join(" · ", Facts(turn, bulletin)), SpanStyle.Italic));
        }

        if (page == 0 && bulletin.WithdrawnAt is not null)
        {
            draft.Line(new Span(turn.Say("withdrawn"), SpanStyle.Italic));
        }

        foreach (var paragraph in pages[page])
        {
            draft.Gap().Text(paragraph);
        }

        if (page == pages.Count - 1 && elsewhere.Count > 0)
        {
            draft.Gap().Line([new Span(turn.Say("also.in"), SpanStyle.Italic), .. AlsoIn(turn, elsewhere)]);
        }

        if (pages.Count > 1)
        {
            draft.Gap().Line(new Span(turn.Say("page.of", page + 1, pages.Count), SpanStyle.Italic));
        }

        List<Button> turning = [];
        if (page > 0)
        {
            turning.Add(new Button(turn.Say("page.back"), TapAction.Of("read", bulletin.Id, page - 1)));
        }

        if (page < pages.Count - 1)
        {
            turning.Add(new Button(turn.Say("page.next", page + 2, pages.Count), TapAction.Of("read", bulletin.Id, page + 1)));
        }

        return draft.Row(turning).Row(Links(turn, bulletin)).Done();
    }

    /// <summary>In a web page, the bulletin's own page is a step away.</summary>
    private static IEnumerable<Button> Links(Turn turn, BulletinRow bulletin)
    {
        if (bulletin.Link is { } link)
        {
            yield return new Button(turn.Say("original"), Link: link);
        }

        if (turn.Chat.Kind == ChatKind.Web)
        {
            yield return new Button(turn.Say("own-page"), Link: string.Create(CultureInfo.InvariantCulture, $"/b/{bulletin.Id}"));
        }
    }

    private IEnumerable<Span> AlsoIn(Turn turn, IReadOnlyList<Telling> elsewhere) =>
        elsewhere.Index().Select(t => new Span((t.Index > 0 ? turn.Say("list.comma") : "") + origins.Source(t.Item.SourceId), SpanStyle.Italic, t.Item.Link));

    private IEnumerable<string> Facts(Turn turn, BulletinRow bulletin) =>
        new[] { bulletin.Subtitle, origins.Source(bulletin), turn.When(bulletin), bulletin.Byline ?? bulletin.Author, bulletin.Credit }
            .OfType<string>().Where(fact => fact.Length > 0);
}

using Bot.Bulletins;
using Bot.Deliveries;
using Bot.Topics;

namespace Bot.Conversation;

/// <summary>Several bulletins in one message: headline, a few words, where from; a button to read each.</summary>
internal sealed class BulletinList(TopicCatalogue topics, BulletinShelf shelf, BulletinWords origins)
{
    public const int PageSize = 5;

    /// <param name="before">How many stand on the pages before.</param>
    /// <param name="words">What was looked for, to show where it stands; empty shows the summary.</param>
    public async Task Add(
        Turn turn, Draft draft, IReadOnlyList<BulletinRow> bulletins, int before, IReadOnlyList<string> words, CancellationToken cancellationToken)
    {
        var matches = await shelf.Matches([.. bulletins.Select(b => b.Id)], cancellationToken);
        foreach (var (place, bulletin) in bulletins.Index())
        {
            draft.Gap().Line(new Span($"{before + place + 1}. "), new Span(bulletin.Title ?? turn.Say("untitled"), SpanStyle.Bold, bulletin.Link));
            var snippet = words.Count == 0 ? [] : Snippet.Of(bulletin.Paragraphs, words);
            draft.Line(snippet.Count > 0 ? [.. snippet] : [new Span(bulletin.Summary)]);
            draft.Line(new Span(string.Join(" · ", Origin(turn, bulletin, matches[bulletin.Id])), SpanStyle.Italic));
        }

        draft.Row(bulletins.Index().Select(b => new Button(turn.Say("read.number", before + b.Index + 1), TapAction.Of("read", b.Item.Id))));
    }

    private IEnumerable<string> Origin(Turn turn, BulletinRow bulletin, IEnumerable<MatchRow> matches)
    {
        var held = matches.Select(m => m.TopicId).ToHashSet();
        var names = string.Join(turn.Say("list.comma"), topics.Topics.Where(t => t.Audience == TopicAudience.Everyone && held.Contains(t.Id)).Select(t => t.NameIn(turn.Language)));
        return new[] { names, origins.Source(bulletin), turn.When(bulletin) }.Where(part => part.Length > 0);
    }
}

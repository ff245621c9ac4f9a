using Bot.Deliveries;
using Bot.Sources;
using Bot.Topics;

namespace Bot.Conversation;

/// <summary>A source before it is added, as the admin sees it.</summary>
internal sealed class SourcePreviewText(TopicCatalogue topics)
{
    private const int Shown = 6;
    private const int LongestSummary = 80;

    public Message Compose(AdminTurn turn, SourcePreview.Readable preview, SourceDefinition? known, string code)
    {
        var source = preview.Source;
        var draft = new Draft().Bold(turn.Say("preview.title", source.Name))
            .Text(turn.Say("preview.facts", turn.Say("kind." + source.Kind), preview.Count))
            .Line(new Span(source.Location, SpanStyle.Code));
        foreach (var entry in preview.Newest.Take(Shown))
        {
            var names = string.Join(turn.Turn.Say("list.comma"), entry.TopicIds.Select(id => topics.Find(id)?.NameIn(turn.Language) ?? id));
            draft.Gap().Line(new Span("• "), new Span(entry.Title ?? turn.Turn.Say("untitled"), SpanStyle.Bold));
            if (entry.Summary.Length > 0 && entry.Summary != entry.Title)
            {
                draft.Text(entry.Summary.Length <= LongestSummary ? entry.Summary : entry.Summary[..LongestSummary] + "…");
            }

            draft.Line(new Span(
                string.Join(" · ", new[] { entry.Published is { } at ? turn.Turn.Moment(at) : null, names.Length > 0 ? names : turn.Say("preview.no-topic") }.OfType<string>()),
                SpanStyle.Italic));
        }

        draft.Gap().Text(known is null ? turn.Say("preview.ask") : turn.Say("sources.known", known.Name));
        return draft.Row(known is null ? [turn.Do(turn.Say("preview.save"), "save", code), turn.Do(turn.Say("drop"), "drop", code)] : [turn.Back()]).Done();
    }

    public static Message Compose(AdminTurn turn, SourcePreview.Unreadable preview) =>
        new Draft().Bold(turn.Say("preview.unreadable")).Text(preview.Why.In(turn.Language)).Row(turn.Back()).Done();
}

using Bot.Bulletins;
using Bot.Sources;
using Bot.Summaries;
using Bot.Topics;

namespace Bot.Pipeline;

/// <summary>All that is worked out about one entry before anything is written: its places, summary and topics. Touches no database.</summary>
internal sealed class BulletinReading(TopicCatalogue topics, Summarizer summarizer, TimeProvider clock)
{
    public Understood Understand(SourceDefinition source, Entry entry)
    {
        var draft = new BulletinDraft
        {
            SourceId = source.Id,
            TimeZone = source.TimeZone,
            Entry = entry,
            Summary = summarizer.Summarize(new SummaryInput(entry.Title, entry.Subtitle, entry.Paragraphs)),
            SeenAt = clock.GetUtcNow(),
        };
        return new Understood(draft, topics.Match(RuleTextOf(source, draft)));
    }

    private static RuleText RuleTextOf(SourceDefinition source, BulletinDraft draft) => new()
    {
        Title = draft.Entry.Title ?? "",
        Subtitle = string.Join('\n', new[] { draft.Entry.Kicker, draft.Entry.Subtitle }.Where(t => t is not null)),
        Paragraphs = draft.Entry.Paragraphs,
        SourceId = source.Id,
        SourceName = source.Name,
        Places = draft.Regions,
        Author = draft.Entry.Author ?? draft.Entry.Byline ?? "",
        Tags = draft.Entry.Tags,
    };
}

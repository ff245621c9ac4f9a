using Bot.Bulletins;
using Bot.Bulletins.Facts;
using Bot.Bulletins.Places;
using Bot.Sources;
using Bot.Summaries;
using Bot.Topics;

namespace Bot.Pipeline;

/// <summary>All that is worked out about one entry before anything is written: its places, facts, summary and topics. Touches no database.</summary>
internal sealed class BulletinReading(BulletinMatcher topics, Summarizer summarizer, BulletinRegions regions, HomeRegion homes, TimeProvider clock)
{
    /// <summary>The region that a printed page belongs to, by all that is on it; feeds of everywhere have none.</summary>
    public Place? HomeOf(SourceDefinition source, ReadResult result) =>
        result.Kind != SourceKind.Pages ? null : homes.Of(result.Entries
            .SelectMany(e => new[] { e.Kicker, e.Title, e.Subtitle, e.Dateline, e.Credit, e.Edition?.Paper }.Concat(e.Paragraphs))
            .OfType<string>()
            .Prepend(source.Name));

    public Understood Understand(SourceDefinition source, Entry entry, Place? home)
    {
        var draft = new BulletinDraft
        {
            SourceId = source.Id,
            TimeZone = source.TimeZone,
            Entry = entry,
            Summary = summarizer.Summarize(new SummaryInput(entry.Title, entry.Subtitle, entry.Paragraphs)),
            Regions = regions.Of([entry.Kicker, entry.Title, entry.Subtitle], entry.Dateline, entry.Paragraphs, home),
            Facts = FactReader.Read(new FactInput(entry.Title, entry.Paragraphs, entry.Edition?.Date ?? DayOf(entry.Published, source)) { Subtitle = entry.Subtitle, Dateline = entry.Dateline }),
            SeenAt = clock.GetUtcNow(),
        };
        return new Understood(draft, topics.Match(RuleTextOf(source, draft)));
    }

    private static RuleText RuleTextOf(SourceDefinition source, BulletinDraft draft)
    {
        var entry = draft.Entry;
        return new RuleText
        {
            Title = entry.Title ?? "",
            Subtitle = string.Join('\n', new[] { entry.Kicker, entry.Subtitle }.OfType<string>()),
            Paragraphs = entry.Paragraphs,
            SourceId = source.Id,
            SourceName = source.Name,
            Places = draft.Regions,
            Issuer = Of(FactKind.Issuer),
            Author = entry.Author ?? entry.Byline ?? "",
            Tags = entry.Tags,
            Number = Of(FactKind.Number),
        };

        string Of(FactKind kind) => string.Join('\n', draft.Facts.Where(f => f.Kind == kind).Select(f => f.Value));
    }

    private static DateOnly? DayOf(DateTimeOffset? moment, SourceDefinition source) =>
        moment is { } at ? DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, source.TimeZone).DateTime) : null;
}

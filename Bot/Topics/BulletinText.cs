using Bot.Bulletins;
using Bot.Bulletins.Facts;
using Bot.Sources;

namespace Bot.Topics;

/// <summary>An archived bulletin as rules see it.</summary>
internal sealed class BulletinText(SourceCatalogue sources)
{
    /// <param name="withFacts">Whether issuer and document number are read out of the text too, which takes longer than all the rest.</param>
    public RuleText Of(BulletinRow bulletin, bool withFacts = true)
    {
        var source = sources.Find(bulletin.SourceId);
        var facts = withFacts ? Facts(bulletin) : [];
        return new RuleText
        {
            Title = bulletin.Title ?? "",
            Subtitle = string.Join('\n', new[] { bulletin.Kicker, bulletin.Subtitle }.OfType<string>()),
            Paragraphs = bulletin.Paragraphs,
            SourceId = bulletin.SourceId,
            SourceName = source?.Name ?? "",
            Places = bulletin.Regions,
            Issuer = Of(FactKind.Issuer),
            Author = bulletin.Author ?? bulletin.Byline ?? "",
            Tags = bulletin.Tags,
            Number = Of(FactKind.Number),
        };

        string Of(FactKind kind) => string.Join('\n', facts.Where(f => f.Kind == kind).Select(f => f.Value));
    }

    public IReadOnlyList<Fact> Facts(BulletinRow bulletin) =>
        FactReader.Read(new FactInput(bulletin.Title, bulletin.Paragraphs, Day(bulletin, sources.Find(bulletin.SourceId))) { Subtitle = bulletin.Subtitle, Dateline = bulletin.Dateline });

    private static DateOnly? Day(BulletinRow bulletin, SourceDefinition? source) => bulletin.PublishedAt is { } at
        ? DateOnly.FromDateTime((source is null ? at : TimeZoneInfo.ConvertTime(at, source.TimeZone)).DateTime)
        : null;
}

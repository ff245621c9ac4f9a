using Bot.Bulletins.Facts;
using Bot.Sources;

namespace Bot.Bulletins;

/// <summary>An entry and all that was worked out about it before anything is written.</summary>
internal sealed record BulletinDraft
{
    public required string SourceId { get; init; }

    public required TimeZoneInfo TimeZone { get; init; }

    public required Entry Entry { get; init; }

    public required string Summary { get; init; }

    /// <summary>Full names of the places it is about, most specific first.</summary>
    public IReadOnlyList<string> Regions { get; init; } = [];

    public IReadOnlyList<Fact> Facts { get; init; } = [];

    public required DateTimeOffset SeenAt { get; init; }

    public long? DocumentId { get; init; }
}

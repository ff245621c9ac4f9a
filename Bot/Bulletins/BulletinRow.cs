using Bot.Sources;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bot.Bulletins;

/// <summary>One article that was published, as it stands in its newest revision.</summary>
internal sealed class BulletinRow
{
    public long Id { get; set; }

    public required string SourceId { get; set; }

    /// <summary>The entry's key within its source.</summary>
    public required string EntryKey { get; set; }

    /// <summary>The story it tells: the id of the first bulletin that told it, over all sources.</summary>
    public long StoryId { get; set; }

    /// <summary>What its text comes down to when layout, width and case are folded away; equal texts are one story.</summary>
    public required string Fingerprint { get; set; }

    public long? DocumentId { get; set; }

    public EntryKind Kind { get; set; }

    public string? Title { get; set; }

    public string? Kicker { get; set; }

    public string? Subtitle { get; set; }

    public string? Link { get; set; }

    public DateTimeOffset? PublishedAt { get; set; }

    public DateTimeOffset? UpdatedAt { get; set; }

    /// <summary>When this program first saw it.</summary>
    public DateTimeOffset SeenAt { get; set; }

    public string? Author { get; set; }

    public string? Dateline { get; set; }

    public string? Byline { get; set; }

    public string? Credit { get; set; }

    public List<string> Paragraphs { get; set; } = [];

    public List<string> Regions { get; set; } = [];

    public List<string> Tags { get; set; } = [];

    /// <summary>The printed page that it stands on, such as <c>3</c> or <c>A03</c>.</summary>
    public string? Page { get; set; }

    public double HeadlineConfidence { get; set; } = 1;

    public required string Summary { get; set; }

    /// <summary>When its source was seen to show it no longer, while it still shows older ones, or an admin took it back; null while it stands.</summary>
    public DateTimeOffset? WithdrawnAt { get; set; }

    /// <summary>The admin who withdrew it; null where its source did. What an admin withdrew stays so until a person restores it.</summary>
    public string? WithdrawnBy { get; set; }

    /// <summary>1 for the text as first seen.</summary>
    public int Revision { get; set; } = 1;
}

internal sealed class BulletinRowConfiguration : IEntityTypeConfiguration<BulletinRow>
{
    public void Configure(EntityTypeBuilder<BulletinRow> builder)
    {
        builder.ToTable("bulletins");
        builder.HasIndex(b => new { b.SourceId, b.EntryKey }).IsUnique();
        builder.HasIndex(b => b.Fingerprint);
        builder.HasIndex(b => b.SeenAt);
    }
}

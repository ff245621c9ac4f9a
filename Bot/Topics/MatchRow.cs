using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bot.Topics;

/// <summary>A topic's rule, or a watch's, held for a bulletin, and the words that made it hold.</summary>
internal sealed class MatchRow
{
    public long BulletinId { get; set; }

    /// <summary>The topic's id; for a watch <see cref="WatchKey"/>.</summary>
    public required string TopicId { get; set; }

    /// <summary>The topic's, when it matched.</summary>
    public TopicPriority Priority { get; set; }

    /// <summary>The words of the text that the rule held by, in the text's own spelling, most telling first.</summary>
    public List<string> Evidence { get; set; } = [];

    /// <summary>Which parts of the rule held, as the rule was then, and where their words stand; empty for matches that were made before it was kept.</summary>
    public IReadOnlyList<MatchPart> Why { get; set; } = [];

    public DateTimeOffset MatchedAt { get; set; }

    /// <summary>When the topic's followers were owed the bulletin; null where it was taken in without alerts.</summary>
    public DateTimeOffset? OwedAt { get; set; }
}

internal sealed class MatchRowConfiguration : IEntityTypeConfiguration<MatchRow>
{
    private static readonly JsonSerializerOptions _json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public void Configure(EntityTypeBuilder<MatchRow> builder)
    {
        builder.ToTable("matches");
        builder.HasKey(m => new { m.BulletinId, m.TopicId });
        builder.HasIndex(m => new { m.TopicId, m.BulletinId });
        builder.HasIndex(m => m.OwedAt).HasFilter("\"OwedAt\" IS NOT NULL");
        builder.Property(m => m.Why)
            .HasDefaultValueSql("'[]'")
            .HasConversion(
                why => JsonSerializer.Serialize(why, _json),
                stored => JsonSerializer.Deserialize<List<MatchPart>>(stored, _json)!,
                new ValueComparer<IReadOnlyList<MatchPart>>((a, b) => ReferenceEquals(a, b), why => why.Count, why => why));
    }
}

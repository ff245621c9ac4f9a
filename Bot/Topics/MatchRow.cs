using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bot.Topics;

/// <summary>A topic's rule held for a bulletin, and the words that made it hold.</summary>
internal sealed class MatchRow
{
    public long BulletinId { get; set; }

    public required string TopicId { get; set; }

    /// <summary>The topic's, when it matched.</summary>
    public TopicPriority Priority { get; set; }

    /// <summary>The words of the text that the rule held by, in the text's own spelling, most telling first.</summary>
    public List<string> Evidence { get; set; } = [];

    public DateTimeOffset MatchedAt { get; set; }
}

internal sealed class MatchRowConfiguration : IEntityTypeConfiguration<MatchRow>
{
    public void Configure(EntityTypeBuilder<MatchRow> builder)
    {
        builder.ToTable("matches");
        builder.HasKey(m => new { m.BulletinId, m.TopicId });
        builder.HasIndex(m => new { m.TopicId, m.BulletinId });
    }
}

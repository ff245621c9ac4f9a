using Bot.Subscribers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bot.Deliveries;

/// <summary>What is owed to one chat. At most one alert for each chat and story, by the unique key.</summary>
internal sealed class DeliveryRow
{
    public long Id { get; set; }

    public long ChatId { get; set; }

    public long StoryId { get; set; }

    public long BulletinId { get; set; }

    public DeliveryKind Kind { get; set; }

    public DeliveryState State { get; set; }

    /// <summary>Smaller leaves first; the most pressing matching topic decides (see TopicPriority).</summary>
    public int Priority { get; set; }

    public DateTimeOffset DueAt { get; set; }

    public int Attempts { get; set; }

    /// <summary>Which process is sending it; null when none is.</summary>
    public string? LeaseOwner { get; set; }

    public DateTimeOffset? LeaseUntil { get; set; }

    /// <summary>What the channel calls the message that was sent.</summary>
    public string? MessageId { get; set; }

    public DateTimeOffset? SentAt { get; set; }

    /// <summary>Why it is dead, suppressed, unknown or waiting; for admins.</summary>
    public string? Reason { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>The delivery whose message tells this one too; null for one of its own.</summary>
    public long? MergedInto { get; set; }

    /// <summary>For an update, what changed; see <see cref="Change"/>.</summary>
    public string? Note { get; set; }
}

internal enum DeliveryKind
{
    Alert,
    Update,
    Digest,
    Reminder,
}

internal enum DeliveryState
{
    Pending,
    Sending,
    Sent,

    /// <summary>It was sent, but no answer came: it may have arrived.</summary>
    Unknown,
    Dead,
    Suppressed,
}

internal sealed class DeliveryRowConfiguration : IEntityTypeConfiguration<DeliveryRow>
{
    public void Configure(EntityTypeBuilder<DeliveryRow> builder)
    {
        builder.ToTable("deliveries");
        builder.HasIndex(d => new { d.ChatId, d.StoryId, d.Kind }).IsUnique();
        builder.HasIndex(d => new { d.Priority, d.DueAt, d.Id })
            .HasFilter("\"State\" = 0 AND \"LeaseOwner\" IS NULL AND \"MergedInto\" IS NULL").HasDatabaseName("IX_deliveries_free");
        builder.HasIndex(d => d.LeaseOwner).HasFilter("\"LeaseOwner\" IS NOT NULL").HasDatabaseName("IX_deliveries_leased");
        builder.HasIndex(d => d.MergedInto).HasFilter("\"MergedInto\" IS NOT NULL").HasDatabaseName("IX_deliveries_merged");
        builder.HasIndex(d => d.ChatId).HasFilter("\"State\" = 5").HasDatabaseName("IX_deliveries_suppressed");
        builder.HasIndex(d => d.BulletinId);
        builder.HasOne<ChatRow>().WithMany().HasForeignKey(d => d.ChatId).OnDelete(DeleteBehavior.Cascade);
    }
}

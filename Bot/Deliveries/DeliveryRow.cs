using Bot.Subscribers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bot.Deliveries;

/// <summary>What is owed to one chat. At most one alert for each chat and story, by the unique key; of reminders one for each date.</summary>
internal sealed class DeliveryRow
{
    public long Id { get; set; }

    public long ChatId { get; set; }

    public long StoryId { get; set; }

    public long BulletinId { get; set; }

    public DeliveryKind Kind { get; set; }

    /// <summary>What a reminder reminds of, such as <c>InForce/2024-07-01</c>: one story may owe several. Empty for the other kinds.</summary>
    public string Subject { get; set; } = "";

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

    /// <summary>For which digest an alert is gathered; for a digest, which one it is.</summary>
    public DigestKind Digest { get; set; }

    /// <summary>The digest that holds this alert; null until it is made.</summary>
    public long? DigestId { get; set; }

    /// <summary>When the whole text was first asked for.</summary>
    public DateTimeOffset? ReadAt { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>The delivery whose message tells this one too; null for one of its own.</summary>
    public long? MergedInto { get; set; }

    /// <summary>How many messages of a long one arrived already; the next attempt goes on behind them.</summary>
    public int Parts { get; set; }

    /// <summary>For an update, what changed; see <see cref="Change"/>.</summary>
    public string? Note { get; set; }
}

internal enum DeliveryKind
{
    Alert,
    Update,
    Digest,
    Reminder,

    /// <summary>Admins are told something that is no bulletin; story and bulletin are the notice's number below zero.</summary>
    Notice = 20,
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

    /// <summary>It comes in a digest: the one that <see cref="DeliveryRow.DigestId"/> names, or the next one.</summary>
    Gathered,
}

/// <summary>The numbers of the daily and the weekly one are those of <see cref="FollowMode"/>.</summary>
internal enum DigestKind
{
    None = 0,

    /// <summary>What waited for the end of quiet hours or days.</summary>
    Quiet = 1,
    Daily = 2,
    Weekly = 3,

    /// <summary>More than the chat's channel lets through one by one.</summary>
    Crowd = 4,
}

internal sealed class DeliveryRowConfiguration : IEntityTypeConfiguration<DeliveryRow>
{
    public void Configure(EntityTypeBuilder<DeliveryRow> builder)
    {
        builder.ToTable("deliveries");
        builder.Property(d => d.Digest).HasDefaultValue(DigestKind.None);
        builder.HasIndex(d => new { d.Priority, d.DueAt, d.Id })
            .HasFilter("\"State\" = 0 AND \"LeaseOwner\" IS NULL AND \"MergedInto\" IS NULL").HasDatabaseName("IX_deliveries_free");
        builder.HasIndex(d => new { d.ChatId, d.Priority, d.DueAt, d.Id })
            .HasFilter("\"State\" = 0 AND \"LeaseOwner\" IS NULL AND \"MergedInto\" IS NULL").HasDatabaseName("IX_deliveries_owed");
        builder.HasIndex(d => d.LeaseOwner).HasFilter("\"LeaseOwner\" IS NOT NULL").HasDatabaseName("IX_deliveries_leased");
        builder.HasIndex(d => d.MergedInto).HasFilter("\"MergedInto\" IS NOT NULL").HasDatabaseName("IX_deliveries_merged");
        builder.HasIndex(d => d.ChatId).HasFilter("\"State\" = 5").HasDatabaseName("IX_deliveries_suppressed");
        builder.HasIndex(d => new { d.Digest, d.ChatId }).HasFilter("\"State\" = 6 AND \"DigestId\" IS NULL").HasDatabaseName("IX_deliveries_gathered");
        builder.HasIndex(d => d.DigestId).HasFilter("\"DigestId\" IS NOT NULL");
        builder.Property(d => d.Parts).HasDefaultValue(0);
        builder.Property(d => d.Subject).HasDefaultValue("");
        builder.HasIndex(d => new { d.ChatId, d.StoryId, d.Kind, d.Subject }).IsUnique();
        builder.HasIndex(d => d.BulletinId);
        builder.HasOne<ChatRow>().WithMany().HasForeignKey(d => d.ChatId).OnDelete(DeleteBehavior.Cascade);
    }
}

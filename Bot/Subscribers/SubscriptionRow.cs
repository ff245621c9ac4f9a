using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bot.Subscribers;

/// <summary>A chat follows a topic.</summary>
internal sealed class SubscriptionRow
{
    public long ChatId { get; set; }

    public required string TopicId { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>Until when the topic alone earns this chat no alert; null when it is not muted.</summary>
    public DateTimeOffset? MutedUntil { get; set; }

    /// <summary>When it was last muted, heard again, limited or moved here, so that what was not owed before is not missed now; null for never.</summary>
    public DateTimeOffset? ChangedAt { get; set; }

    public FollowMode Mode { get; set; }

    /// <summary>Where the topic counts alone (see <see cref="FollowLimits"/>); null for everywhere.</summary>
    public string? Limits { get; set; }

    /// <summary>How many days before a date that binds its bulletins remind of it; null for never.</summary>
    public int? RemindDays { get; set; }

    /// <summary>Since when: what would have been due before is not made up for.</summary>
    public DateTimeOffset? RemindsSince { get; set; }
}

/// <summary>How a topic's bulletins come. The numbers are stored, and the smallest of several topics decides.</summary>
internal enum FollowMode
{
    AtOnce,
    Silent,
    Daily,
    Weekly,
}

internal sealed class SubscriptionRowConfiguration : IEntityTypeConfiguration<SubscriptionRow>
{
    public void Configure(EntityTypeBuilder<SubscriptionRow> builder)
    {
        builder.ToTable("subscriptions");
        builder.HasKey(s => new { s.TopicId, s.ChatId });
        builder.Property(s => s.Mode).HasDefaultValue(FollowMode.AtOnce);
        builder.HasIndex(s => s.ChatId);
        builder.HasIndex(s => s.TopicId).HasFilter("\"Limits\" IS NOT NULL").HasDatabaseName("IX_subscriptions_limited");
        builder.HasIndex(s => new { s.RemindDays, s.TopicId }).HasFilter("\"RemindDays\" IS NOT NULL").HasDatabaseName("IX_subscriptions_reminders");
        builder.HasOne<ChatRow>().WithMany().HasForeignKey(s => s.ChatId).OnDelete(DeleteBehavior.Cascade);
    }
}

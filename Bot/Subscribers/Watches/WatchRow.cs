using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bot.Subscribers;

/// <summary>A rule of a subscriber's own. The chat follows it by a subscription of its key, as it follows topics.</summary>
internal sealed class WatchRow
{
    public long Id { get; set; }

    public long ChatId { get; set; }

    /// <summary>As it was typed.</summary>
    public required string Rule { get; set; }

    public DateTimeOffset CreatedAt { get; set; }
}

internal sealed class WatchRowConfiguration : IEntityTypeConfiguration<WatchRow>
{
    public void Configure(EntityTypeBuilder<WatchRow> builder)
    {
        builder.ToTable("watches");
        builder.HasIndex(w => w.ChatId);
        builder.HasOne<ChatRow>().WithMany().HasForeignKey(w => w.ChatId).OnDelete(DeleteBehavior.Cascade);
    }
}

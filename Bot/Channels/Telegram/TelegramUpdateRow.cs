using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bot.Channels;

/// <summary>An update that a webhook brought. It is kept until it is handled; its number a while longer, since Telegram may send it again.</summary>
internal sealed class TelegramUpdateRow
{
    public int Id { get; set; }

    /// <summary>As Telegram wrote it; empty when it is handled.</summary>
    public required string Json { get; set; }

    /// <summary>Which process handles it.</summary>
    public required string Owner { get; set; }

    public DateTimeOffset ReceivedAt { get; set; }

    public DateTimeOffset? HandledAt { get; set; }
}

internal sealed class TelegramUpdateRowConfiguration : IEntityTypeConfiguration<TelegramUpdateRow>
{
    public void Configure(EntityTypeBuilder<TelegramUpdateRow> builder)
    {
        builder.ToTable("telegram_updates");
        builder.Property(u => u.Id).ValueGeneratedNever();
        builder.HasIndex(u => u.ReceivedAt);
    }
}

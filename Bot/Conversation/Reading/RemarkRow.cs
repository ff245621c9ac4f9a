using Bot.Subscribers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bot.Conversation;

/// <summary>A person found a bulletin beside the point; admins see it with the topics that held.</summary>
internal sealed class RemarkRow
{
    public long ChatId { get; set; }

    public long BulletinId { get; set; }

    /// <summary>The followed topics that held, when it was said.</summary>
    public List<string> TopicIds { get; set; } = [];

    public DateTimeOffset CreatedAt { get; set; }
}

internal sealed class RemarkRowConfiguration : IEntityTypeConfiguration<RemarkRow>
{
    public void Configure(EntityTypeBuilder<RemarkRow> builder)
    {
        builder.ToTable("remarks");
        builder.HasKey(r => new { r.ChatId, r.BulletinId });
        builder.HasOne<ChatRow>().WithMany().HasForeignKey(r => r.ChatId).OnDelete(DeleteBehavior.Cascade);
    }
}

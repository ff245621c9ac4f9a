using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bot.Subscribers;

/// <summary>A group robot: a web address that posts into one group. The address and the secret let anybody post there: they are in no log and no message.</summary>
internal sealed class RobotRow
{
    public long Id { get; set; }

    /// <summary>The channel's name: <c>wecom</c>, <c>feishu</c> or <c>dingtalk</c>.</summary>
    public required string Kind { get; set; }

    /// <summary>What admins call it, and the chat's address; unique in its kind.</summary>
    public required string Name { get; set; }

    public required string Url { get; set; }

    /// <summary>What requests are signed with; null where the robot does not ask for it.</summary>
    public string? Secret { get; set; }

    public long ChatId { get; set; }

    /// <summary>Whether the settings made it; then a chat cannot take it away.</summary>
    public bool FromSettings { get; set; }

    public DateTimeOffset CreatedAt { get; set; }
}

internal sealed class RobotRowConfiguration : IEntityTypeConfiguration<RobotRow>
{
    public void Configure(EntityTypeBuilder<RobotRow> builder)
    {
        builder.ToTable("robots");
        builder.HasIndex(r => new { r.Kind, r.Name }).IsUnique();
        builder.HasOne<ChatRow>().WithMany().HasForeignKey(r => r.ChatId).OnDelete(DeleteBehavior.Cascade);
    }
}

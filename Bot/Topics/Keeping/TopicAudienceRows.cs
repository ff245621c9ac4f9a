using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bot.Topics;

/// <summary>A topic that is not for everyone: only its members are owed what it matches.</summary>
internal sealed class ClosedTopicRow
{
    public required string TopicId { get; set; }
}

/// <summary>A chat that a closed topic is open to.</summary>
internal sealed class TopicMemberRow
{
    public required string TopicId { get; set; }

    public required string Channel { get; set; }

    public required string Address { get; set; }

    /// <summary>Whether the topic names the chat; else an invitation brought it.</summary>
    public bool IsNamed { get; set; }
}

/// <summary>Whoever brings the code becomes a member.</summary>
internal sealed class TopicInviteRow
{
    public required string Code { get; set; }

    public required string TopicId { get; set; }

    public required string CreatedBy { get; set; }

    public DateTimeOffset CreatedAt { get; set; }
}

/// <summary>An admin's word on whether a topic should have a bulletin; words that tell the two kinds apart are proposed from it.</summary>
internal sealed class TopicMarkRow
{
    public required string TopicId { get; set; }

    public long BulletinId { get; set; }

    public bool IsWanted { get; set; }

    public required string Who { get; set; }

    public DateTimeOffset At { get; set; }
}

internal sealed class TopicAudienceConfiguration :
    IEntityTypeConfiguration<ClosedTopicRow>, IEntityTypeConfiguration<TopicMemberRow>, IEntityTypeConfiguration<TopicInviteRow>, IEntityTypeConfiguration<TopicMarkRow>
{
    public void Configure(EntityTypeBuilder<ClosedTopicRow> builder)
    {
        builder.ToTable("closed_topics");
        builder.HasKey(c => c.TopicId);
    }

    public void Configure(EntityTypeBuilder<TopicMemberRow> builder)
    {
        builder.ToTable("topic_members");
        builder.HasKey(m => new { m.TopicId, m.Channel, m.Address });
    }

    public void Configure(EntityTypeBuilder<TopicInviteRow> builder)
    {
        builder.ToTable("topic_invites");
        builder.HasKey(i => i.Code);
    }

    public void Configure(EntityTypeBuilder<TopicMarkRow> builder)
    {
        builder.ToTable("topic_marks");
        builder.HasKey(m => new { m.TopicId, m.BulletinId });
    }
}

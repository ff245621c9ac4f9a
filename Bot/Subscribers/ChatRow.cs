using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bot.Subscribers;

/// <summary>A conversation in a channel, and what its people prefer.</summary>
internal sealed class ChatRow
{
    public long Id { get; set; }

    /// <summary>The channel's name: <c>telegram</c>, <c>web</c>, …</summary>
    public required string Channel { get; set; }

    /// <summary>What the channel calls the chat; for a forum's thread <c>chat/thread</c>.</summary>
    public required string Address { get; set; }

    public ChatKind Kind { get; set; }

    /// <summary>A broadcast channel's public name; null for the others, whose names are nobody's business.</summary>
    public string? Title { get; set; }

    public ChatState State { get; set; }

    /// <summary>Why it is suspended, for admins; null otherwise.</summary>
    public string? StateReason { get; set; }

    /// <summary><c>zh</c> or <c>en</c>.</summary>
    public string Language { get; set; } = "zh";

    /// <summary>The IANA zone in which times are told.</summary>
    public string TimeZone { get; set; } = "Asia/Shanghai";

    /// <summary>Nothing leaves for it before: its channel asked for patience. All of the chat waits, so that its order is kept.</summary>
    public DateTimeOffset? PausedUntil { get; set; }

    /// <summary>When a resting chat wakes by itself; null for one that does not rest.</summary>
    public DateTimeOffset? RestsUntil { get; set; }

    /// <summary>When a digest comes, in minutes after the chat's midnight; null for <see cref="DigestTimes.DefaultMinute"/>.</summary>
    public int? DigestMinute { get; set; }

    /// <summary>On which day the weekly digest comes; null for Monday.</summary>
    public DayOfWeek? DigestDay { get; set; }

    /// <summary>Quiet hours, in minutes after the chat's midnight; an end before the start lies on the next day. Null for none.</summary>
    public int? QuietFrom { get; set; }

    public int? QuietTo { get; set; }

    /// <summary>Whether days off (weekends and China's statutory holidays) are quiet as a whole.</summary>
    public bool QuietDaysOff { get; set; }

    /// <summary>Whether urgent topics wait for the end of the quiet as well; otherwise they come at once.</summary>
    public bool QuietHoldsUrgent { get; set; }

    /// <summary>The quiet that lasts now or comes next, worked out from the preferences; null where there is none.</summary>
    public DateTimeOffset? HushFrom { get; set; }

    public DateTimeOffset? HushUntil { get; set; }

    public MessageLength Length { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When it last became active again; null for one that was never anything else.</summary>
    public DateTimeOffset? ActiveSince { get; set; }

    /// <summary>How often it came back. An answer that tells of the time before says nothing about now.</summary>
    public int Returns { get; set; }
}

/// <summary>How much of a bulletin an alert shows.</summary>
internal enum MessageLength
{
    /// <summary>Headline and summary.</summary>
    Normal,

    /// <summary>The headline alone.</summary>
    Short,

    /// <summary>Headline, summary and the beginning of the text.</summary>
    Long,
}

internal enum ChatKind
{
    Private,
    Group,
    Broadcast,
    Web,
}

internal enum ChatState
{
    Active,

    /// <summary>The person said /stop: owed nothing until /start.</summary>
    Stopped,

    /// <summary>The channel refuses it (blocked, kicked); it comes back when the channel says so.</summary>
    Suspended,

    /// <summary>The person said /pause: owed nothing until a day that he named.</summary>
    Resting,

    /// <summary>An admin shut it out: owed nothing, and answered nothing but its own data, until an admin lets it in again.</summary>
    Barred,
}

internal sealed class ChatRowConfiguration : IEntityTypeConfiguration<ChatRow>
{
    public void Configure(EntityTypeBuilder<ChatRow> builder)
    {
        builder.ToTable("chats");
        builder.HasIndex(c => new { c.Channel, c.Address }).IsUnique();
        builder.HasIndex(c => c.HushUntil);
        builder.HasIndex(c => new { c.TimeZone, c.DigestMinute, c.DigestDay });
    }
}

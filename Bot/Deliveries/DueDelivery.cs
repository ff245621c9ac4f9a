using Bot.Subscribers;
using Bot.Topics;

namespace Bot.Deliveries;

/// <summary>A claimed delivery with all that is needed to send it.</summary>
internal sealed class DueDelivery
{
    public long Id { get; init; }

    public long ChatId { get; init; }

    public long StoryId { get; init; }

    public long BulletinId { get; init; }

    public DeliveryKind Kind { get; init; }

    public MessageLength Length { get; init; }

    public string Subject { get; init; } = "";

    public int Priority { get; init; }

    public DateTimeOffset DueAt { get; init; }

    public int Attempts { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public required string Channel { get; init; }

    public required string Address { get; init; }

    public ChatKind ChatKind { get; init; }

    public required string Language { get; init; }

    public required string TimeZone { get; init; }

    /// <summary>For an update, what changed.</summary>
    public string? Note { get; init; }

    /// <summary>For an update, the alert's message; null where nobody knows it.</summary>
    public string? Edits { get; init; }

    /// <summary>How many more deliveries its message tells.</summary>
    public int Merged { get; init; }

    /// <summary>Whether it may use what a group's minute keeps for such.</summary>
    public bool IsPressing => Priority == (int)TopicPriority.Urgent || Kind == DeliveryKind.Digest || Merged > 0;

    /// <summary>How many messages of a long one arrived already.</summary>
    public int Parts { get; set; }

    /// <summary>How often its chat had come back when it was claimed.</summary>
    public int Returns { get; init; }

    /// <summary>By how much it counts as due earlier, since its chat is owed so much (see <see cref="Backlogs"/>).</summary>
    public TimeSpan Ahead { get; init; }

    public bool IsGroup => ChatKind == ChatKind.Group;
}

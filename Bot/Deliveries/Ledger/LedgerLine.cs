using Bot.Subscribers;

namespace Bot.Deliveries;

/// <summary>What became of one bulletin for one chat. The moments that never came are null.</summary>
internal sealed record LedgerLine
{
    public required long ChatId { get; init; }

    public required string Channel { get; init; }

    public required string Address { get; init; }

    /// <summary>0 for a digest.</summary>
    public long BulletinId { get; init; }

    public string? Title { get; init; }

    public DateTimeOffset? PublishedAt { get; init; }

    public DateTimeOffset? SeenAt { get; init; }

    public DateTimeOffset? MatchedAt { get; init; }

    public DateTimeOffset? QueuedAt { get; init; }

    public DateTimeOffset? SentAt { get; init; }

    public DateTimeOffset? ReadAt { get; init; }

    public string? MessageId { get; init; }

    public DeliveryKind Kind { get; init; }

    /// <summary>Null where nothing is owed.</summary>
    public DeliveryState? State { get; init; }

    public int Attempts { get; init; }

    public DigestKind Digest { get; init; }

    public long? DigestId { get; init; }

    /// <summary>Why it is dead, held or waiting.</summary>
    public string? Reason { get; init; }

    /// <summary>Why nothing is owed; null where something is.</summary>
    public WhyNot? WhyNot { get; init; }

    public ChatState ChatState { get; init; }
}

internal enum WhyNot
{
    ChatStopped,
    ChatSuspended,
    ChatResting,
    Muted,
    Limited,
    FollowedLater,

    /// <summary>It was taken in without alerts: a source's first reading, or more at once than may alert.</summary>
    TakenSilently,

    /// <summary>Nothing explains it: it was owed, and there is no delivery.</summary>
    Missing,
}

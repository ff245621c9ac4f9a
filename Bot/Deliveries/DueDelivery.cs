using Bot.Subscribers;

namespace Bot.Deliveries;

/// <summary>A claimed delivery with all that is needed to send it.</summary>
internal sealed class DueDelivery
{
    public long Id { get; init; }

    public long ChatId { get; init; }

    public long BulletinId { get; init; }

    public DeliveryKind Kind { get; init; }

    public string Subject { get; init; } = "";

    public int Priority { get; init; }

    public int Attempts { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public required string Channel { get; init; }

    public required string Address { get; init; }

    public ChatKind ChatKind { get; init; }

    public required string Language { get; init; }

    public required string TimeZone { get; init; }
}

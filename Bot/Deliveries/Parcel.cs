namespace Bot.Deliveries;

/// <summary>A claimed delivery and the message that it comes to; null where its bulletin is gone.</summary>
internal sealed record Parcel(DueDelivery Delivery, Message? Message)
{
    public (int, long, long) Place => (Delivery.Parts > 0 ? -1 : Delivery.Priority, Delivery.DueAt.ToUnixTimeMilliseconds(), Delivery.Id);
}

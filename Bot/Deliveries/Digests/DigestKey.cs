namespace Bot.Deliveries;

/// <summary>What stands in a digest's <see cref="DeliveryRow.StoryId"/>: which digest it is and when it was due. Negative, so never a story's; unique in its chat, so one digest is made once.</summary>
internal readonly record struct DigestKey(DigestKind Kind, DateTimeOffset Due)
{
    private const int Kinds = 8;

    public long Value => -((Due.ToUnixTimeMilliseconds() * Kinds) + (int)Kind);

    public static DigestKey Of(long value) => new((DigestKind)(-value % Kinds), DateTimeOffset.FromUnixTimeMilliseconds(-value / Kinds));
}

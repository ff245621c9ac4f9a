namespace Bot.Deliveries;

/// <summary>What a channel lets through, to begin with.</summary>
/// <param name="PerSecond">Messages a second over all chats.</param>
/// <param name="PerChat">Messages a second to one chat.</param>
/// <param name="PerGroupAndMinute">Messages a minute to one group.</param>
/// <param name="KeptForPressing">How many of a group's minute only urgent alerts and lists may use, so that those need not wait for the next one.</param>
internal sealed record ChannelLimits(double PerSecond, double PerChat, double PerGroupAndMinute, int KeptForPressing = 0)
{
    public static ChannelLimits None { get; } = new(double.PositiveInfinity, double.PositiveInfinity, double.PositiveInfinity);
}

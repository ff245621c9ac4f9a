using Bot.Deliveries;

namespace Bot.Channels;

/// <summary>Writes to the visitor's chat; open pages show it at once, others when the visitor comes back.</summary>
internal sealed class WebChatChannel(WebChatLog log) : IChannel
{
    public const string ChannelName = "web";

    public string Name => ChannelName;

    public ChannelLimits Limits => ChannelLimits.None;

    /// <summary>A line's key is unique in its chat.</summary>
    public bool RepeatsSafely => true;

    public async Task<SendOutcome> Send(string address, Message message, CancellationToken cancellationToken)
    {
        var seq = await log.Told(address, message, cancellationToken);
        return new SendOutcome.Accepted(seq.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }
}

using Bot.Deliveries;

namespace Bot.Channels;

/// <summary>Writes to the visitor's chat; open pages show it at once, others when the visitor comes back.</summary>
internal sealed class WebChatChannel(WebChatLog log) : IChannel
{
    public const string ChannelName = "web";

    public string Name => ChannelName;

    public async Task<SendOutcome> Send(string address, Message message, CancellationToken cancellationToken)
    {
        var seq = await log.Told(address, message, cancellationToken);
        return new SendOutcome.Accepted(seq.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }
}

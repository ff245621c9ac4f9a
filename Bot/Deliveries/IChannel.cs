namespace Bot.Deliveries;

/// <summary>A way to reach people. It renders a message within its own limits, sends it once, and maps the answer; it never retries by itself.</summary>
internal interface IChannel
{
    /// <summary>As it stands in <c>chats.Channel</c>.</summary>
    string Name { get; }

    ChannelLimits Limits { get; }

    /// <summary>Whether sending the same <see cref="Message.Key"/> twice shows it once; then a send without an answer is simply sent again.</summary>
    bool RepeatsSafely { get; }

    /// <summary>The messages that it comes to within the channel's limits, in order; each is sent and written down by itself.</summary>
    IReadOnlyList<Message> Split(Message message) => [message];

    /// <summary>Sends it, in parts where it is too long for one.</summary>
    Task<SendOutcome> Send(string address, Message message, CancellationToken cancellationToken);

    /// <summary>Changes a message that was sent. Refused where the channel cannot, or cannot any more.</summary>
    Task<SendOutcome> Edit(string address, string messageId, Message message, CancellationToken cancellationToken) =>
        Task.FromResult<SendOutcome>(new SendOutcome.Refused("this channel cannot edit"));
}

using Bot.Conversation;
using Bot.Deliveries;
using Bot.Subscribers;

namespace Bot.Tests.Conversation;

/// <summary>What a person sees: the messages of a chat as they stand, and what the last thing that the person did brought.</summary>
internal sealed class Screen(Dialogue dialogue, string address, string? language)
{
    private readonly List<Message> _messages = [];

    /// <summary>The text of what the last act brought or changed; buttons as <c>[label]</c>.</summary>
    public string News { get; private set; } = "";

    public string? Notice { get; private set; }

    public Message Last => _messages[^1];

    public async Task Type(string text, CancellationToken cancellationToken)
    {
        var reply = await dialogue.Answer(Said() with { Text = text }, cancellationToken);
        await Take(reply, tapped: null, cancellationToken);
    }

    /// <summary>Taps the newest button with this label.</summary>
    public async Task Tap(string label, CancellationToken cancellationToken)
    {
        var at = _messages.FindLastIndex(m => Buttons(m).Any(b => b.Label == label));
        Assert.True(at >= 0, $"No button [{label}] on the screen. The last message:\n{(_messages.Count == 0 ? "" : Show(Last))}");
        await Send(Buttons(_messages[at]).Last(b => b.Label == label).Action!, at, cancellationToken);
    }

    /// <summary>Sends an action, as the button of an old message does.</summary>
    public async Task Send(string action, int? at, CancellationToken cancellationToken)
    {
        var reply = await dialogue.Answer(Said() with { Action = action, MessageId = at?.ToString(System.Globalization.CultureInfo.InvariantCulture) }, cancellationToken);
        await Take(reply, at, cancellationToken);
    }

    /// <summary>Something came by itself.</summary>
    public void Receive(Message message)
    {
        _messages.Add(message);
        (News, Notice) = (Show(message), null);
    }

    public static string Show(Message message) => string.Join('\n',
        message.Paragraphs.Select(p => string.Concat(p.Spans.Select(s => s.Text)))
            .Concat(message.Buttons.Select(row => string.Join(' ', row.Select(b => $"[{b.Label}]")))));

    private static IEnumerable<Button> Buttons(Message message) => message.Buttons.SelectMany(row => row);

    private Incoming Said() => new() { Channel = "web", Address = address, Kind = ChatKind.Web, LanguageHint = language };

    private async Task Take(Reply reply, int? tapped, CancellationToken cancellationToken)
    {
        Notice = reply.Notice;
        if (tapped is { } at && reply.Edited is { } edited)
        {
            _messages[at] = edited;
        }

        _messages.AddRange(reply.Messages);
        if (reply.Work is { } work)
        {
            var answer = reply.Messages.Count > 0 ? _messages.Count - 1 : tapped!.Value;
            var found = await work(_ => Task.CompletedTask, cancellationToken);
            _messages[answer] = found.Edited ?? _messages[answer];
            _messages.AddRange(found.Messages);
            News = string.Join("\n\n", found.Messages.Prepend(_messages[answer]).Select(Show));
            return;
        }

        News = string.Join("\n\n", new[] { reply.Edited }.OfType<Message>().Concat(reply.Messages).Select(Show));
    }
}

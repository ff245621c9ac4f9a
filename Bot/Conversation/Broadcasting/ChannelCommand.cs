using Bot.Deliveries;
using Bot.Subscribers;

namespace Bot.Conversation;

/// <summary>
/// Configures a broadcast channel from a private chat: <c>/channel</c> lists those that the person runs, <c>/channel @name</c> opens one,
/// <c>/channel @name settings 8:00</c> runs a command for it. A forwarded post and the picking button stand for the second.
/// </summary>
internal sealed class ChannelCommand(ChannelDesk desk) : ICommand
{
    public const string CommandName = "channel";

    /// <summary>What makes sense for somebody else's ears.</summary>
    private static readonly HashSet<string> _forChannels = ["topics", "settings", "mute", "pause", "resume", "stop", "watch", "watches", "unwatch", "only", "remind", "latest"];

    public string Name => CommandName;

    public IReadOnlyList<string> Aliases => ["频道"];

    public int? MenuRank => null;

    public async Task<Reply> Run(Turn turn, string argument, CancellationToken cancellationToken)
    {
        if (turn.Incoming.Kind != ChatKind.Private || !desk.Has(turn.Incoming.Channel))
        {
            return Reply.With(Message.Plain(turn.Say("channel.nowhere")));
        }

        var words = argument.Split((char[])[' ', '\u3000'], 3, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0)
        {
            return Reply.With(await List(turn, cancellationToken));
        }

        var (chat, missing) = await desk.Find(turn, words[0], cancellationToken);
        if (chat is null)
        {
            return Reply.With(Message.Plain(turn.Say(missing!)));
        }

        if (words.Length == 1)
        {
            return Reply.With(ChannelDesk.Page(chat, turn.Language, "channel.page"));
        }

        return turn.Menu.Find(words[1].TrimStart('/', '／')) is { } command && _forChannels.Contains(command.Name)
            ? OnBehalf.For(chat, await command.Run(turn with { Chat = chat }, words.Length > 2 ? words[2] : "", cancellationToken))
            : Reply.With(Message.Plain(turn.Say("channel.no-command", words[1])));
    }

    private async Task<Message> List(Turn turn, CancellationToken cancellationToken)
    {
        var mine = await desk.Mine(turn.Incoming, cancellationToken);
        var draft = new Draft().Bold(turn.Say("channel.title")).Text(turn.Say("channel.how"));
        foreach (var chat in mine)
        {
            draft.Row(new Button("📣 " + (chat.Title ?? chat.Address), OnBehalf.Action(chat, TapAction.Of("channel"))));
        }

        // A button that picks a channel stands under the field where one types, and no message has both kinds.
        return mine.Count == 0 ? draft.Done() with { AsksForChannel = turn.Say("channel.pick") } : draft.Done();
    }
}

/// <summary>The channel's page: <c>@17|channel</c>.</summary>
internal sealed class ChannelTap : ITap
{
    public string Verb => "channel";

    public Task<Reply> Tap(Turn turn, TapAction action, CancellationToken cancellationToken) => Task.FromResult(turn.Chat.Kind == ChatKind.Broadcast
        ? new Reply([], ChannelDesk.Page(turn.Chat, turn.Language, "channel.page"))
        : new Reply([], Notice: turn.Say("stale")));
}

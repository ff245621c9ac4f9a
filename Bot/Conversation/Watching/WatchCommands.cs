using Bot.Deliveries;
using Bot.Subscribers;
using Bot.Topics;

namespace Bot.Conversation;

/// <summary>A rule of one's own: <c>/watch 律师 AND 准入</c>.</summary>
internal sealed class WatchCommand(WatchKeeper watches) : ICommand
{
    public string Name => "watch";

    public IReadOnlyList<string> Aliases => ["自定关注"];

    public int? MenuRank => 4;

    public bool Configures => true;

    public async Task<Reply> Run(Turn turn, string argument, CancellationToken cancellationToken)
    {
        if (argument.Length == 0)
        {
            return Reply.With(Message.Plain(turn.Tell("watch.usage")));
        }

        return await watches.Add(turn.Chat.Id, argument, cancellationToken) switch
        {
            WatchOutcome.Added(var watch, var estimate) => Reply.With(new Draft()
                .Bold(turn.Tell("watch.added", WatchTopic.Short(watch.Rule)))
                .Text(TrialText.Summary(estimate, turn.Language))
                .Row(new Button(turn.Tell("watch.stop"), TapAction.Of("unwatch", watch.Id)), new Button(turn.Tell("watch.all"), TapAction.Of("run", "watches")))
                .Done()),
            WatchOutcome.Known(var watch) => Reply.With(Message.Plain(turn.Tell("watch.known", WatchTopic.Short(watch.Rule)))),
            WatchOutcome.NoRule(var error) => Reply.With(Message.Plain(error.Told(turn.Language))),
            WatchOutcome.NoTopic(var id) => Reply.With(Message.Plain(turn.Tell("topic.none", id))),
            WatchOutcome.TooMany(var most) => Reply.With(new Draft()
                .Text(turn.Tell("watch.too-many", most))
                .Row(new Button(turn.Tell("watch.all"), TapAction.Of("run", "watches")))
                .Done()),
            WatchOutcome.TooLong(var length, var most) => Reply.With(Message.Plain(turn.Tell("watch.too-long", length, most))),
            WatchOutcome.HoldsForNothing => Reply.With(Message.Plain(turn.Tell("watch.nothing"))),
            WatchOutcome.TooGeneral(var estimate, var most) => Reply.With(Message.Plain(
                turn.Tell("watch.too-general", TrialText.ADay(estimate), most) + "\n" + TrialText.Summary(estimate, turn.Language))),
            _ => throw new InvalidOperationException("A watch is added or refused."),
        };
    }
}

/// <summary>The chat's own rules, each with a button to end it.</summary>
internal sealed class WatchesCommand(WatchKeeper watches) : ICommand
{
    public string Name => "watches";

    public IReadOnlyList<string> Aliases => ["我的关注"];

    public int? MenuRank => 5;

    public async Task<Reply> Run(Turn turn, string argument, CancellationToken cancellationToken) => Reply.With(await Compose(turn, cancellationToken));

    public async Task<Message> Compose(Turn turn, CancellationToken cancellationToken)
    {
        var mine = await watches.Of(turn.Chat.Id, cancellationToken);
        if (mine.Count == 0)
        {
            return Message.Plain(turn.Tell("watch.none") + "\n" + turn.Tell("watch.usage"));
        }

        var draft = new Draft().Bold(turn.Tell("watch.title", mine.Count));
        foreach (var (place, watch) in mine.Index())
        {
            draft.Line(new Span($"{place + 1}. "), new Span(watch.Rule, SpanStyle.Code), new Span(watches.SetAside.Contains(watch.Id) ? turn.Tell("watch.set-aside") : ""));
        }

        foreach (var row in mine.Index().Chunk(2))
        {
            draft.Row(row.Select(w => new Button(turn.Tell("watch.stop.one", w.Index + 1), TapAction.Of("unwatch", w.Item.Id))));
        }

        return draft.Done();
    }
}

/// <summary>Ends a watch by its number in /watches, or by its rule; alone, shows them.</summary>
internal sealed class UnwatchCommand(WatchKeeper watches, WatchesCommand list) : ICommand
{
    public string Name => "unwatch";

    public IReadOnlyList<string> Aliases => ["取消关注"];

    public int? MenuRank => null;

    public bool Configures => true;

    public async Task<Reply> Run(Turn turn, string argument, CancellationToken cancellationToken)
    {
        var mine = await watches.Of(turn.Chat.Id, cancellationToken);
        var meant = int.TryParse(argument, out var place) && place >= 1 && place <= mine.Count
            ? mine[place - 1]
            : mine.FirstOrDefault(w => w.Rule == argument);
        return meant is not null && await watches.Remove(turn.Chat.Id, meant.Id, cancellationToken) is { } rule
            ? Reply.With(Message.Plain(turn.Tell("watch.stopped", WatchTopic.Short(rule))))
            : Reply.With(await list.Compose(turn, cancellationToken));
    }
}

/// <summary><c>unwatch:id</c>.</summary>
internal sealed class UnwatchTap(WatchKeeper watches, WatchesCommand list) : ITap
{
    public string Verb => "unwatch";

    public bool Configures => true;

    public async Task<Reply> Tap(Turn turn, TapAction action, CancellationToken cancellationToken)
    {
        var rule = await watches.Remove(turn.Chat.Id, action.Number(0) ?? 0, cancellationToken);
        return new Reply([], await list.Compose(turn, cancellationToken), rule is null ? turn.Say("stale") : turn.Tell("watch.stopped", WatchTopic.Short(rule)));
    }
}

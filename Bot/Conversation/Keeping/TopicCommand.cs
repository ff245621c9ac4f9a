using Bot.Deliveries;
using Bot.Subscribers;
using Bot.Topics;

namespace Bot.Conversation;

/// <summary>Keeping topics from a chat: <c>/topic new|edit|off|on|history|undo|invite|suggest ID</c>. A change is shown with what it would have caught before it is saved.</summary>
internal sealed class TopicCommand(
    TopicBook book, TopicCatalogue topics, TopicInvites invites, TopicSuggestions suggestions, PendingTopics pending, TryRuleCommand trying, AuditTrail audit, AdminDesk desk) : ICommand
{
    private static readonly TimeSpan _preview = TimeSpan.FromDays(30);

    public string Name => "topic";

    public IReadOnlyList<string> Aliases => ["主题管理"];

    public int? MenuRank => null;

    public async Task<Reply> Run(Turn turn, string argument, CancellationToken cancellationToken)
    {
        if (!await desk.Is(turn, AdminRole.Viewer, cancellationToken))
        {
            return Say(turn.Tell("admin.not"));
        }

        var lines = argument.Split('\n');
        var words = lines[0].Split((char[]?)null, 3, StringSplitOptions.RemoveEmptyEntries);
        var changes = words is ["new" or "edit" or "off" or "on" or "undo" or "invite", ..];
        if (changes && !await desk.Is(turn, AdminRole.Editor, cancellationToken))
        {
            return Say(turn.Tell("admin.editors-only"));
        }

        return words switch
        {
            ["new", var id, ..] => await Drafted(turn, Blank(id), isNew: true, lines, cancellationToken),
            ["edit", var id, ..] => await Known(id, cancellationToken) is { } topic
                ? await Drafted(turn, topic, isNew: false, lines, cancellationToken)
                : Say(turn.Tell("topic.none", id)),
            ["off", var id, ..] => Say(await Done(turn, "topic.off", id, await book.Switch(id, true, AdminDesk.Who(turn), Rest(words), cancellationToken), cancellationToken)),
            ["on", var id, ..] => Say(await Done(turn, "topic.on", id, await book.Switch(id, false, AdminDesk.Who(turn), Rest(words), cancellationToken), cancellationToken)),
            ["undo", var id, ..] => Say(await Done(turn, "topic.undo", id, await book.Undo(id, AdminDesk.Who(turn), Rest(words), cancellationToken), cancellationToken)),
            ["history", var id, ..] => Reply.With(await History(turn, id, cancellationToken)),
            ["invite", var id, ..] => Say(await Invited(turn, id, cancellationToken)),
            ["suggest", var id, ..] => Say(topics.Named(id) is { } topic ? TopicViews.Suggestion(turn, topic, await suggestions.Suggest(topic.Id, cancellationToken)) : turn.Tell("topic.none", id)),
            [var id] when topics.Named(id) is { } topic => Reply.With(TopicViews.Show(turn, topic, book.IsOfFile(topic.Id))),
            _ => Say(turn.Tell("topic.usage")),
        };
    }

    private async Task<Message> History(Turn turn, string named, CancellationToken cancellationToken)
    {
        var topic = topics.ByKey(named) ?? topics.Named(named);
        return TopicViews.History(turn, named, topic, await book.History(topic?.Id ?? named, cancellationToken));
    }

    /// <summary>What became of a change, which is audited when it was made.</summary>
    public async Task<string> Done(Turn turn, string act, string id, TopicChange change, CancellationToken cancellationToken)
    {
        switch (change)
        {
            case TopicChange.Made(var topic, var number, var isOff):
                await audit.Note(AdminDesk.Who(turn), act, id, topic.Rule, cancellationToken);
                return turn.Tell(isOff ? "topic.is-off" : "topic.saved", topic.NameIn(turn.Language), number);
            case TopicChange.Refused refused:
                return refused.Message(turn.Language);
            default:
                throw new InvalidOperationException("A change is made or refused.");
        }
    }

    private async Task<Reply> Drafted(Turn turn, Topic before, bool isNew, string[] lines, CancellationToken cancellationToken)
    {
        var (topic, why, fault) = TopicDraft.Read(before, lines[1..]);
        if (fault is not null)
        {
            return Say(turn.Tell("topic.line", fault) + "\n\n" + turn.Tell("topic.usage"));
        }

        if (isNew && topics.Find(topic.Id) is not null)
        {
            return Say(TopicChange.Refused.Because("change.exists", topic.Id).Message(turn.Language));
        }

        if (book.IsOfFile(topic.Id))
        {
            return Say(TopicChange.Refused.Because("change.file", topic.Id).Message(turn.Language));
        }

        if (book.Fault(topic) is { } refused)
        {
            return Say(refused.Message(turn.Language));
        }

        var code = pending.Keep(topic, isNew, why, AdminDesk.Who(turn));
        return Reply.With(Message.Plain(turn.Say("work.looking"))) with
        {
            Work = async (tell, token) => new Reply([], new Draft()
                .Bold(turn.Tell("topic.preview", topic.NameIn(turn.Language)))
                .Text(await trying.Tried(turn, new TrialRequest(topic.Rule, _preview, isNew ? null : before), tell, token))
                .Row(new Button(turn.Tell("topic.save"), TapAction.Of("topicsave", code)), new Button(turn.Tell("topic.drop"), TapAction.Of("topicdrop", code)))
                .Done()),
        };
    }

    private async Task<Topic?> Known(string id, CancellationToken cancellationToken) =>
        topics.Find(id) ?? (await book.History(id, cancellationToken) is [var last, ..] ? last.Topic : null);

    private async Task<string> Invited(Turn turn, string id, CancellationToken cancellationToken)
    {
        if (topics.Find(id) is not { } topic)
        {
            return turn.Tell("topic.none", id);
        }

        var code = await invites.Make(topic.Id, AdminDesk.Who(turn), cancellationToken);
        await audit.Note(AdminDesk.Who(turn), "topic.invite", topic.Id, "", cancellationToken);
        return turn.Tell(topic.Audience == TopicAudience.Everyone ? "topic.invite.open" : "topic.invite", topic.NameIn(turn.Language), code);
    }

    private static Topic Blank(string id) => new() { Id = id, NameZh = "", NameEn = "", Rule = "" };

    private static string Rest(string[] words) => words.Length > 2 ? words[2] : "";

    private static Reply Say(string text) => Reply.With(Message.Plain(text));
}

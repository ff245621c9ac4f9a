using System.Text.RegularExpressions;
using Bot.Deliveries;
using Bot.Subscribers;
using Bot.Topics;

namespace Bot.Conversation;

/// <summary>What a rule would have caught, for admins: <c>/try 律师 AND 准入 --since 30d --against lawyers</c>.</summary>
internal sealed partial class TryRuleCommand(RuleTrial trial, TopicCatalogue topics, AdminDesk desk) : ICommand
{
    private static readonly TimeSpan _default = TimeSpan.FromDays(30);

    public string Name => "try";

    public IReadOnlyList<string> Aliases => ["试"];

    public int? MenuRank => null;

    public async Task<Reply> Run(Turn turn, string argument, CancellationToken cancellationToken)
    {
        if (!await desk.Is(turn, AdminRole.Viewer, cancellationToken))
        {
            return Say(turn.Tell("admin.not"));
        }

        var options = Option().Matches(argument).ToDictionary(m => m.Groups["name"].Value, m => m.Groups["value"].Value.Trim(), StringComparer.Ordinal);
        var rule = Option().Replace(argument, "").Trim();
        if (rule.Length == 0)
        {
            return Say(turn.Tell("try.usage"));
        }

        var since = options.TryGetValue("since", out var typed) ? TimeSpans.Parse(typed) : _default;
        var against = options.TryGetValue("against", out var name) ? topics.Named(name) : null;
        if (since is null)
        {
            return Say(turn.Tell("try.since", typed));
        }

        return options.ContainsKey("against") && against is null
            ? Say(turn.Tell("topic.none", name))
            : Reply.With(Message.Plain(turn.Say("work.looking"))) with
            {
                Work = async (tell, token) => new Reply([], Message.Plain(await Tried(turn, new TrialRequest(rule, since.Value, against), tell, token))),
            };
    }

    /// <summary>The trial's outcome in words.</summary>
    /// <param name="tell">Shows meanwhile how far it is.</param>
    public async Task<string> Tried(Turn turn, TrialRequest request, Func<Message, Task> tell, CancellationToken cancellationToken) =>
        await WorkProgress.Shown(turn, tell, progress => trial.Try(request, progress, cancellationToken)) switch
        {
            TrialResult.NoRule(var error) => error.Told(turn.Language),
            TrialResult.NoTopic(var id) => turn.Tell("topic.none", id),
            TrialResult.Tried tried => string.Join('\n', TrialText.Of(tried, request.Against, turn.Language)),
            _ => throw new InvalidOperationException("A trial has three outcomes."),
        };

    private static Reply Say(string text) => Reply.With(Message.Plain(text));

    // Phones make one dash of two.
    [GeneratedRegex(@"(?<=^|\s)(--|—|——|–)(?<name>since|against)[\s=]+(?<value>\S+)")]
    private static partial Regex Option();
}

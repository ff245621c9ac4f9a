using Bot.Deliveries;
using Bot.Storage;
using Bot.Subscribers;
using Bot.Texts;
using Bot.Topics;

namespace Bot.Pipeline;

/// <summary>
/// Tells admins, once for each such state, which stored topics and watches were set aside. What was told last stands in the audit, so that a
/// restart or another process does not tell it again.
/// </summary>
internal sealed partial class SetAsideRules(TopicBook book, WatchKeeper watches, NoticeBoard notices, AuditTrail audit, Leases leases, ILogger<SetAsideRules> logger)
{
    private static readonly Words _words = new("Bot.Pipeline.PipelineWords");

    private const string Act = "rules.set-aside";
    private static readonly TimeSpan _turn = TimeSpan.FromSeconds(10);

    private string? _told;

    public async Task Tell(CancellationToken cancellationToken)
    {
        var (topics, ids) = (book.SetAside, watches.SetAside);
        var state = string.Join(' ', topics.Select(t => t.Topic.Id).Concat(ids.Order().Select(WatchKey.Of)));
        if (state == _told)
        {
            return;
        }

        if (!await leases.Hold("set-aside", _turn, cancellationToken))
        {
            return;
        }

        _told = state;
        var last = (await audit.LatestOf(Act, cancellationToken))?.Detail ?? "";
        var noted = state.To(AuditTrail.LongestDetail);
        if (noted == last)
        {
            return;
        }

        await audit.Note("Faxun", Act, "", noted, cancellationToken);
        if (state.Length > 0)
        {
            Log.SetAside(logger, state);
            await notices.Tell(AdminRole.Editor, Said, cancellationToken);
        }

        string Said(Language language)
        {
            List<string> lines = [.. topics.Select(t => $"{t.Topic.Id}: {t.Fault.Message(language)}")];
            if (ids.Count > 0)
            {
                lines.Add(_words.Get(language, "rules.set-aside.watches", ids.Count));
            }

            return _words.Get(language, "rules.set-aside", string.Join('\n', lines));
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "These rules are none any more and are set aside, all others go on: {Rules}")]
        public static partial void SetAside(ILogger logger, string rules);
    }
}

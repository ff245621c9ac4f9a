using Bot.Deliveries;
using Bot.Subscribers;
using Bot.Texts;
using Bot.Topics;

namespace Bot.Pipeline;

/// <summary>On Monday mornings, tells the admins what the audit of topics found. Nothing found, nothing said.</summary>
internal sealed partial class WeeklyTopicAudit(TopicAudit audit, NoticeBoard notices, JobClaims claims, TimeProvider clock, ILogger<WeeklyTopicAudit> logger) : BackgroundService
{
    private static readonly TimeSpan _every = TimeSpan.FromMinutes(10);

    /// <summary>Where most admins are.</summary>
    private static readonly TimeSpan _zone = TimeSpan.FromHours(8);

    private static readonly Words _words = new("Bot.Pipeline.PipelineWords");

    /// <summary>Nine o'clock of this week's Monday.</summary>
    public static DateTimeOffset Moment(DateTimeOffset now)
    {
        var local = now.ToOffset(_zone);
        var monday = local.Date.AddDays(-(((int)local.DayOfWeek + 6) % 7)).AddHours(9);
        return new DateTimeOffset(monday, _zone);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_every, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await Look(stoppingToken);
            }
            catch (System.Data.Common.DbException fault)
            {
                Log.Failed(logger, fault);
            }
        }
    }

    /// <summary>Once a week, by whichever process comes first; a week that was missed by more than a day is let go.</summary>
    private async Task Look(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var moment = Moment(now);
        if (now < moment || now - moment > TimeSpan.FromDays(1) || !await claims.Take("topics/audit", moment, cancellationToken))
        {
            return;
        }

        var found = new Dictionary<Language, IReadOnlyList<TopicFinding>>();
        foreach (var language in Enum.GetValues<Language>())
        {
            found[language] = await audit.Run(TopicAuditLimits.Default, language, null, cancellationToken);
        }

        if (found[Language.Zh].Count > 0)
        {
            await notices.Tell(AdminRole.Editor, language => Said(found[language], language), cancellationToken);
        }
    }

    private static string Said(IReadOnlyList<TopicFinding> findings, Language language) =>
        _words.Get(language, "topics.audit", string.Join('\n', findings.Select(f => $"{f.Topic.NameIn(language)}: {f.Message(language)}")));

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "The weekly audit of topics failed; it is tried again in ten minutes if nobody has done it")]
        public static partial void Failed(ILogger logger, Exception fault);
    }
}

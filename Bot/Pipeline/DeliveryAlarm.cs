using Bot.Deliveries;
using Bot.Subscribers;
using Bot.Texts;

namespace Bot.Pipeline;

/// <summary>Every five minutes proves that what is owed is on its way (<see cref="DeliveryProof"/>). What is not is told to the admins, once a day while it lasts.</summary>
internal sealed partial class DeliveryAlarm(DeliveryProof proof, NoticeBoard notices, JobClaims claims, TimeProvider clock, ILogger<DeliveryAlarm> logger) : BackgroundService
{
    private const int MostNamed = 5;

    private static readonly TimeSpan _every = TimeSpan.FromMinutes(5);

    private static readonly Words _words = new("Bot.Pipeline.PipelineWords");

    public async Task Look(CancellationToken cancellationToken)
    {
        var found = await proof.Look(cancellationToken);
        if (found.Holds)
        {
            return;
        }

        Log.NotProven(logger, found.Lacking, Named(found, ", "), found.Late);
        if (await claims.Take("deliveries/alarm", new DateTimeOffset(found.At.UtcDateTime.Date, TimeSpan.Zero), cancellationToken))
        {
            await notices.Tell(AdminRole.Viewer, language => Said(found, language), cancellationToken);
        }
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

    private static string Said(Proven found, Language language) => string.Join('\n', new[]
    {
        _words.Get(language, "deliveries.alarm"),
        found.Missing.Count == 0 ? null : _words.Get(language, "deliveries.missing", found.Lacking, Named(found, _words.Get(language, "list.comma"))),
        found.Late == 0 ? null : _words.Get(language, "deliveries.late", found.Late, (int)(found.At - found.Oldest!.Value).TotalMinutes),
        _words.Get(language, "deliveries.look"),
    }.OfType<string>());

    private static string Named(Proven found, string comma) =>
        string.Join(comma, found.Missing.Take(MostNamed).Select(m => $"#{m.BulletinId}")) + (found.Missing.Count > MostNamed ? "…" : "");

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "What is owed is not on its way: {Missing} deliveries do not exist, of the bulletins {Bulletins}, and {Late} are late")]
        public static partial void NotProven(ILogger logger, int missing, string bulletins, long late);

        [LoggerMessage(LogLevel.Warning, "Whether everything owed is on its way could not be looked up; tried again in five minutes")]
        public static partial void Failed(ILogger logger, Exception fault);
    }
}

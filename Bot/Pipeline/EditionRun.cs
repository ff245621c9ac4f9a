using Bot.Sources;
using Bot.Sources.Fetching;
using Bot.Sources.Pages.EPaper;
using Microsoft.Extensions.Options;

namespace Bot.Pipeline;

/// <summary>
/// One look at an e-paper: the editions of the days since the last look, each taken in by a transaction of its own, and then the position
/// moves to that day. The last day is looked at again, since pages are added late; what it still says costs one request a page.
/// </summary>
internal sealed partial class EditionRun(
    EditionFetcher fetcher, DocumentIntake intake, SourceLedger ledger, IOptions<EPaperOptions> options, TimeProvider clock, ILogger<EditionRun> logger)
{
    /// <summary>How soon an edition is looked for again that is not there yet, or not whole.</summary>
    private static readonly TimeSpan _soon = TimeSpan.FromMinutes(30);

    public async Task Read(SourceDefinition source, SourcePosition position, bool isFirst, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), source.TimeZone).DateTime);
        var givenUp = EditionPlan.GivenUp(position.LastEdition, today, options.Value.MostDays);
        if (givenUp > 0)
        {
            Log.GivenUp(logger, source.Id, givenUp, options.Value.MostDays);
            await ledger.Tell(Said.Of("EPaper:GivenUp", source.Name, givenUp, options.Value.MostDays), cancellationToken);
        }

        var hints = PollHints.None with { Within = _soon };
        foreach (var day in EditionPlan.Days(position.LastEdition, today, options.Value.MostDays))
        {
            var digest = position.LastEdition == day ? position.BodySha256 : null;
            switch (await fetcher.Fetch(source, day, digest, cancellationToken))
            {
                case EditionFetch.Failed(var why) when day == today || why.Kind != FetchFailure.Unreadable:
                    await ledger.Failed(source, why, cancellationToken);
                    return;

                case EditionFetch.Failed(var why):
                    // A past day that cannot be read will not be readable tomorrow; the days behind it do not wait for it.
                    Log.DaySkipped(logger, source.Id, day, why.Reason);
                    position = position with { LastEdition = day, BodySha256 = null };
                    break;

                case EditionFetch.Brought brought:
                    var count = brought.Result.Entries.Count;
                    var taken = await intake.Take(source, brought.Document, brought.Result, isFirst ? Math.Min(source.FirstRead ?? count, count) : count, cancellationToken);
                    Log.Taken(logger, source.Id, taken.New, taken.Revised, day);
                    position = position with { LastEdition = day, BodySha256 = brought.IsWhole ? brought.Digest : null };
                    hints = day == today && brought.IsWhole ? PollHints.None : hints;
                    if (!brought.IsWhole)
                    {
                        await ledger.Succeeded(source, position, hints, cancellationToken);
                        return;
                    }

                    break;

                case EditionFetch.Unchanged:
                    hints = day == today ? PollHints.None : hints;
                    break;

                default:
                    position = position with { LastEdition = day, BodySha256 = null };
                    break;
            }

            await ledger.Advance(source, position, cancellationToken);
        }

        await ledger.Succeeded(source, position, hints, cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "{Source}: {Count} new, {Revised} changed from the edition of {Day}")]
        public static partial void Taken(ILogger logger, string source, int count, int revised, DateOnly day);

        [LoggerMessage(Level = LogLevel.Warning, Message = "{Source}: the edition of {Day} could not be read and is passed over: {Reason}")]
        public static partial void DaySkipped(ILogger logger, string source, DateOnly day, Said reason);

        [LoggerMessage(Level = LogLevel.Warning, Message = "{Source}: {Count} days were missed longer than {Days} days ago, and their editions are not fetched")]
        public static partial void GivenUp(ILogger logger, string source, int count, int days);
    }
}

using Bot.Sources.Fetching;
using Bot.Sources.Polling;

namespace Bot.Sources.Health;

/// <summary>What admins are to be told of a source, once each.</summary>
internal enum SourceNotice
{
    None,
    Broke,
    Back,
}

/// <summary>Writes into a source's row how a look went. The caller saves it, in the transaction of what the look brought.</summary>
internal static class SourceProgress
{
    /// <summary>One failure is an accident; admins hear of the third in a row.</summary>
    public const int FailuresUntilNotice = 3;

    /// <param name="newest">When the source published the newest things that are known of it.</param>
    /// <param name="chance">0 to 1; spreads sources that would fall due together.</param>
    public static SourceNotice Succeeded(SourceRow row, SourceDefinition source, SourcesOptions options, SourcePosition position, PollHints hints, IReadOnlyCollection<DateTimeOffset> newest, DateTimeOffset now, double chance)
    {
        position.ApplyTo(row);
        row.FirstReadAt ??= now;
        row.LastSuccessAt = now;
        row.LastError = null;
        row.FailuresInARow = 0;
        row.FailingSince = null;
        row.Rhythm = PublicationRhythm.Of(newest) ?? row.Rhythm;
        row.NewestAt = newest.Count > 0 && (row.NewestAt is null || newest.Max() > row.NewestAt) ? newest.Max() : row.NewestAt;
        row.NextPollAt = PollPlan.AfterSuccess(source, options, row.Rhythm, hints, position.NotBefore, now, chance);
        var notice = row.BreakageReported ? SourceNotice.Back : SourceNotice.None;
        row.BreakageReported = false;
        return notice;
    }

    public static SourceNotice Failed(SourceRow row, SourceDefinition source, SourcesOptions options, FetchResult.Failed failure, DateTimeOffset now, double chance)
    {
        row.LastErrorAt = now;
        row.LastError = failure.Reason.Stored;
        row.FailuresInARow++;
        row.FailingSince ??= now;
        row.NextPollAt = PollPlan.AfterFailure(source, options, row.FailuresInARow, failure.RetryAfter, now, chance);
        if (row.BreakageReported || row.FailuresInARow < FailuresUntilNotice)
        {
            return SourceNotice.None;
        }

        row.BreakageReported = true;
        return SourceNotice.Broke;
    }
}

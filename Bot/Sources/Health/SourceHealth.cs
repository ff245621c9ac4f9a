using Bot.Texts;

namespace Bot.Sources.Health;

/// <summary>How a source fares, for people.</summary>
internal abstract record SourceHealth
{
    private SourceHealth() { }

    /// <summary>Was never read.</summary>
    internal sealed record New : SourceHealth;

    internal sealed record Well(DateTimeOffset LastSuccess) : SourceHealth;

    /// <param name="Reason">In plain words.</param>
    internal sealed record Failing(Said Reason, int Times, DateTimeOffset? LastSuccess) : SourceHealth;

    /// <summary>It answers, but publishes nothing on days on which it always did.</summary>
    /// <param name="EveryDay">Publishes on all seven days, not on weekdays alone.</param>
    /// <param name="MissedDays">Days on which it would have been expected to publish.</param>
    internal sealed record Silent(bool EveryDay, int MissedDays, DateTimeOffset LastPublished) : SourceHealth;

    /// <param name="published">When it published what is known of it, in any order.</param>
    public static SourceHealth Of(SourceRow row, IEnumerable<DateTimeOffset> published, TimeZoneInfo zone, DateTimeOffset now)
    {
        if (row.LastError is { } reason)
        {
            return new Failing(Said.Parse(reason), row.FailuresInARow, row.LastSuccessAt is { } last ? TimeZoneInfo.ConvertTime(last, zone) : null);
        }

        if (row.LastSuccessAt is not { } success)
        {
            return new New();
        }

        return Silence.Of(published, zone, now) is { } silent ? silent with { LastPublished = TimeZoneInfo.ConvertTime(silent.LastPublished, zone) } : new Well(TimeZoneInfo.ConvertTime(success, zone));
    }

    /// <summary>One sentence.</summary>
    public string In(Language language) => this switch
    {
        Well well => SourcesText.Words.Get(language, "Health_Well", well.LastSuccess),
        Failing { LastSuccess: { } last } failing => SourcesText.Words.Get(language, "Health_Failing", failing.Times, failing.Reason.In(language), last),
        Failing failing => SourcesText.Words.Get(language, "Health_NeverWorked", failing.Times, failing.Reason.In(language)),
        Silent silent => SourcesText.Words.Get(language, silent.EveryDay ? "Health_SilentDays" : "Health_SilentWeekdays", silent.MissedDays, silent.LastPublished),
        _ => SourcesText.Words.Get(language, "Health_New"),
    };
}

using Bot.Sources;
using Bot.Sources.Polling;

namespace Bot.Tests.Sources.Polling;

public sealed class PollPlanTests
{
    private static readonly SourcesOptions _options = new();
    private static readonly SourceDefinition _adaptive = new() { Id = "s", Name = "s", Kind = SourceKind.Syndication, Location = "https://c.example/" };
    private static readonly DateTimeOffset _now = new(2026, 11, 24, 8, 30, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(1, 5)]
    [InlineData(60, 15)]
    [InlineData(24 * 60, 6 * 60)]
    [InlineData(7 * 24 * 60, 6 * 60)]
    public void A_source_is_looked_at_as_often_as_it_publishes_deserves(int rhythmMinutes, int waitMinutes) =>
        Assert.Equal(TimeSpan.FromMinutes(waitMinutes), After(rhythm: TimeSpan.FromMinutes(rhythmMinutes)));

    [Fact]
    public void An_interval_of_its_own_overrides_everything() =>
        Assert.Equal(_now.AddMinutes(1), PollPlan.AfterSuccess(_adaptive with { Every = TimeSpan.FromMinutes(1) }, _options, TimeSpan.FromDays(1), new(TimeSpan.FromDays(1), [8], []), _now.AddHours(3), _now, 0.5));

    [Fact]
    public void A_feed_s_time_to_live_and_a_server_s_cache_rules_are_respected()
    {
        Assert.Equal(TimeSpan.FromHours(2), After(TimeSpan.FromMinutes(1), new(TimeSpan.FromHours(2), [], [])));
        Assert.Equal(TimeSpan.FromHours(3), After(TimeSpan.FromMinutes(1), notBefore: _now.AddHours(3)));
        Assert.Equal(TimeSpan.FromHours(6), After(TimeSpan.FromMinutes(1), notBefore: _now.AddDays(300)));
    }

    [Fact]
    public void Hours_and_days_to_skip_are_skipped()
    {
        Assert.Equal(new(2026, 11, 24, 11, 0, 0, TimeSpan.Zero), _now + After(TimeSpan.FromMinutes(1), new(null, [8, 9, 10], [])));
        Assert.Equal(new(2026, 11, 25, 0, 0, 0, TimeSpan.Zero), _now + After(TimeSpan.FromMinutes(1), new(null, [], [DayOfWeek.Tuesday])));
    }

    [Theory]
    [InlineData(1, 5)]
    [InlineData(2, 10)]
    [InlineData(4, 40)]
    [InlineData(100, 24 * 60)]
    public void Failures_in_a_row_make_it_wait_longer(int failures, int minutes) =>
        Assert.Equal(_now.AddMinutes(minutes), PollPlan.AfterFailure(_adaptive, _options, failures, null, _now, 0.5));

    [Fact]
    public void A_server_that_asks_for_patience_gets_it() =>
        Assert.Equal(_now.AddHours(2), PollPlan.AfterFailure(_adaptive, _options, 1, TimeSpan.FromHours(2), _now, 0.5));

    [Fact]
    public void The_rhythm_is_the_median_gap() =>
        Assert.Equal(TimeSpan.FromHours(1), PublicationRhythm.Of([_now, _now.AddHours(-1), _now.AddHours(-2), _now.AddDays(-9)]));

    private static TimeSpan After(TimeSpan rhythm, PollHints? hints = null, DateTimeOffset? notBefore = null) =>
        PollPlan.AfterSuccess(_adaptive, _options, rhythm, hints ?? PollHints.None, notBefore, _now, 0.5) - _now;
}

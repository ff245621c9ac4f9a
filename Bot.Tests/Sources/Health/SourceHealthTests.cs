using Bot.Sources;
using Bot.Sources.Fetching;
using Bot.Sources.Health;
using Bot.Texts;

namespace Bot.Tests.Sources.Health;

public sealed class SourceHealthTests
{
    private static readonly TimeZoneInfo _shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
    private static readonly DateTimeOffset _friday = new(2026, 11, 20, 9, 0, 0, TimeSpan.FromHours(8));
    private static readonly SourceDefinition _source = new() { Id = "s", Name = "s", Kind = SourceKind.Syndication, Location = "https://c.example/" };

    /// <summary>Four weeks of weekdays, up to the Friday.</summary>
    private static IEnumerable<DateTimeOffset> Weekdays =>
        Enumerable.Range(0, 28).Select(d => _friday.AddDays(-d)).Where(d => d.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));

    [Theory]
    [InlineData(3, false)]
    [InlineData(5, false)]
    [InlineData(6, true)]
    public void A_source_of_every_weekday_is_missed_after_three(int daysLater, bool silent)
    {
        var health = SourceHealth.Of(new SourceRow { Id = "s", LastSuccessAt = _friday }, Weekdays, _shanghai, _friday.AddDays(daysLater));
        Assert.Equal(silent, health is SourceHealth.Silent);
        if (silent)
        {
            Assert.Equal("Has published every weekday; nothing for 3 (last on 2026-11-20).", health.In(Language.En));
        }
    }

    [Fact]
    public void A_source_that_publishes_now_and_then_is_not_missed() =>
        Assert.IsType<SourceHealth.Well>(SourceHealth.Of(new SourceRow { Id = "s", LastSuccessAt = _friday }, [_friday, _friday.AddDays(-9), _friday.AddDays(-30)], _shanghai, _friday.AddDays(20)));

    [Fact]
    public void Admins_hear_once_that_it_broke_and_once_that_it_is_back()
    {
        var row = new SourceRow { Id = "s" };
        var failure = new FetchResult.Failed(Said.AsIs("It is down."), FetchFailure.ServerError);
        var options = new SourcesOptions();
        Assert.Equal(
            [SourceNotice.None, SourceNotice.None, SourceNotice.Broke, SourceNotice.None],
            Enumerable.Range(0, 4).Select(_ => SourceProgress.Failed(row, _source, options, failure, _friday, 0.5)).ToArray());
        Assert.Contains("It is down.", SourceHealth.Of(row, [], _shanghai, _friday).In(Language.Zh), StringComparison.Ordinal);
        Assert.Equal(SourceNotice.Back, SourceProgress.Succeeded(row, _source, options, SourcePosition.Start, PollHints.None, [], _friday, 0.5));
        Assert.Equal(SourceNotice.None, SourceProgress.Succeeded(row, _source, options, SourcePosition.Start, PollHints.None, [], _friday, 0.5));
        Assert.IsType<SourceHealth.Well>(SourceHealth.Of(row, [], _shanghai, _friday));
    }
}

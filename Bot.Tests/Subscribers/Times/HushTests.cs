using System.Globalization;
using Bot.Subscribers;
using Bot.Texts;

namespace Bot.Tests.Subscribers.Times;

public sealed class HushTests
{
    private static readonly WorkingDays _days = Shipped();

    [Theory]
    // 22:00 to 07:00 in Beijing; before, in it on either side of midnight, after.
    [InlineData("2026-03-02T12:00Z", "2026-03-02T14:00Z", "2026-03-02T23:00Z")]
    [InlineData("2026-03-02T15:00Z", "2026-03-02T14:00Z", "2026-03-02T23:00Z")]
    [InlineData("2026-03-02T20:00Z", "2026-03-02T14:00Z", "2026-03-02T23:00Z")]
    [InlineData("2026-03-02T23:00Z", "2026-03-03T14:00Z", "2026-03-03T23:00Z")]
    public void Quiet_hours_go_over_midnight_on_the_chats_own_clock(string now, string from, string until) =>
        Assert.Equal((At(from), At(until)), Hush.Next(Chat(22 * 60, 7 * 60), At(now), _days));

    [Fact]
    public void Hours_within_a_day_are_quiet_on_that_day() =>
        Assert.Equal((At("2026-03-02T04:00Z"), At("2026-03-02T06:00Z")), Hush.Next(Chat(12 * 60, 14 * 60), At("2026-03-02T05:00Z"), _days));

    [Fact]
    public void Another_zone_has_its_own_quiet() =>
        Assert.Equal((At("2026-03-02T22:00Z"), At("2026-03-03T07:00Z")), Hush.Next(Chat(22 * 60, 7 * 60, zone: "Europe/London"), At("2026-03-02T12:00Z"), _days));

    [Fact]
    public void The_night_in_which_clocks_are_set_forward_ends_at_the_same_local_hour() =>
        Assert.Equal((At("2026-03-28T22:00Z"), At("2026-03-29T06:00Z")), Hush.Next(Chat(22 * 60, 7 * 60, zone: "Europe/London"), At("2026-03-28T23:00Z"), _days));

    [Fact]
    public void A_weekend_and_the_nights_around_it_are_one_quiet() =>
        // Friday 22:00 to Monday 07:00.
        Assert.Equal((At("2026-03-06T14:00Z"), At("2026-03-08T23:00Z")), Hush.Next(Chat(22 * 60, 7 * 60, daysOff: true), At("2026-03-07T04:00Z"), _days));

    [Fact]
    public void The_spring_festival_is_quiet_and_the_weekend_days_that_are_worked_for_it_are_not()
    {
        var chat = Chat(null, null, daysOff: true);
        // 15 to 23 February 2026 off; Saturday 14 and Saturday 28 worked.
        Assert.Equal((At("2026-02-14T16:00Z"), At("2026-02-23T16:00Z")), Hush.Next(chat, At("2026-02-14T02:00Z"), _days));
        Assert.Equal((At("2026-02-28T16:00Z"), At("2026-03-01T16:00Z")), Hush.Next(chat, At("2026-02-28T02:00Z"), _days));
    }

    [Fact]
    public void The_longest_holiday_of_2025_is_known() =>
        // 1 to 8 October 2025 off, Sunday 28 September worked.
        Assert.Equal((At("2025-09-30T16:00Z"), At("2025-10-08T16:00Z")), Hush.Next(Chat(null, null, daysOff: true), At("2025-09-28T02:00Z"), _days));

    [Fact]
    public void Without_quiet_hours_and_days_there_is_no_quiet() => Assert.Null(Hush.Next(Chat(null, null), At("2026-03-02T12:00Z"), _days));

    [Theory]
    [InlineData("2025-01-26", true)]
    [InlineData("2025-01-28", false)]
    [InlineData("2025-04-27", true)]
    [InlineData("2025-10-11", true)]
    [InlineData("2026-01-02", false)]
    [InlineData("2026-01-04", true)]
    [InlineData("2026-05-09", true)]
    [InlineData("2026-09-20", true)]
    [InlineData("2026-10-07", false)]
    [InlineData("2026-10-10", true)]
    [InlineData("2026-11-24", true)]
    [InlineData("2026-11-28", false)]
    public void The_shipped_calendar_knows_which_days_are_worked(string day, bool worked) =>
        Assert.Equal(worked, _days.IsWorked(DateOnly.Parse(day, CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("years:\n  2026: { holidays: [ { name: a, from: 2026-13-01, to: 2026-01-02 } ] }\n", ":2:40")]
    [InlineData("years:\n  2026: { holidays: [ { name: a, from: 2026-01-03, to: 2026-01-02 } ] }\n", ":2:23")]
    [InlineData("years: [\n", ":2:1")]
    [InlineData("holidays: []\n", ":1:1")]
    public void A_wrong_calendar_is_refused_whole_with_its_place(string yaml, string place)
    {
        var path = Path.GetTempFileName();
        File.WriteAllText(path, yaml);
        var days = Shipped();
        Assert.Contains(place, Assert.Single(HolidaysFile.Apply(days, path, Language.En)), StringComparison.Ordinal);
        Assert.False(days.IsWorked(new DateOnly(2026, 10, 1)));
        File.Delete(path);
    }

    [Theory]
    [InlineData("2026-03-02T00:00Z", null, "2026-03-02T00:00Z")]
    [InlineData("2026-03-01T23:59Z", null, "2026-03-01T00:00Z")]
    [InlineData("2026-03-05T12:00Z", DayOfWeek.Monday, "2026-03-02T00:00Z")]
    [InlineData("2026-03-01T23:59Z", DayOfWeek.Monday, "2026-02-23T00:00Z")]
    public void A_digest_is_due_at_eight_on_the_chats_clock(string now, DayOfWeek? day, string due) =>
        Assert.Equal(At(due), DigestTimes.LastDue("Asia/Shanghai", null, day, At(now)));

    [Fact]
    public void Limits_hold_for_a_place_and_all_that_lies_in_it()
    {
        var inBaotou = new FollowLimits(["150200"], []);
        Assert.True(inBaotou.Allow("any", ["昆都仑区"]));
        Assert.True(inBaotou.Allow("any", ["北京市", "包头市"]));
        Assert.False(inBaotou.Allow("any", ["内蒙古自治区"]));
        Assert.False(inBaotou.Allow("any", []));
        Assert.False(new FollowLimits([], ["paper"]).Allow("other", ["包头市"]));
        Assert.Equal(new FollowLimits(["110000", "150200"], []).Stored(), new FollowLimits(["150200", "110000"], []).Stored());
    }

    private static DateTimeOffset At(string moment) => DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture);

    private static ChatRow Chat(int? from, int? to, bool daysOff = false, string zone = "Asia/Shanghai") =>
        new() { Channel = "web", Address = "a", TimeZone = zone, QuietFrom = from, QuietTo = to, QuietDaysOff = daysOff };

    private static WorkingDays Shipped()
    {
        var days = new WorkingDays();
        Assert.Empty(HolidaysFile.Apply(days, Path.Combine(AppContext.BaseDirectory, "config", "holidays.yaml"), Language.En));
        return days;
    }
}

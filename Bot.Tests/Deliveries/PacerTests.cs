using Bot.Deliveries;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Deliveries;

public sealed class PacerTests
{
    private static readonly DateTimeOffset _start = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider _clock = new(_start);

    /// <summary>The moments at which so many turns fall when everybody asks at once.</summary>
    private static List<DateTimeOffset> Turns(Pace pace, int count, DateTimeOffset from) =>
        [.. Enumerable.Range(0, count).Select(_ => pace.Reserve(from).At)];

    private static int MostWithin(List<DateTimeOffset> moments, TimeSpan stretch) =>
        moments.Max(first => moments.Count(m => m >= first && m - first < stretch));

    [Theory]
    [InlineData(30)]
    [InlineData(1)]
    [InlineData(1000)]
    public void No_second_holds_more_than_the_limit_and_hardly_any_holds_less(int limit)
    {
        var turns = Turns(new Pace(limit, TimeSpan.FromSeconds(1)), limit * 20, _start);
        Assert.True(MostWithin(turns, TimeSpan.FromSeconds(1)) <= limit);
        Assert.InRange((turns[^1] - _start).TotalSeconds / ((limit * 20 - 1.0) / limit), 1, 1.03);
    }

    [Fact]
    public void A_limit_by_the_minute_lets_what_was_saved_up_leave_at_once_and_then_waits()
    {
        var window = new Window(20, TimeSpan.FromMinutes(1));
        for (var i = 0; i < 20; i++)
        {
            Assert.Equal(TimeSpan.Zero, window.WaitAt(_start.AddSeconds(i)));
            window.Spend(_start.AddSeconds(i));
        }

        Assert.True(window.WaitAt(_start.AddSeconds(20)) > TimeSpan.FromSeconds(40));
        Assert.Equal(TimeSpan.Zero, window.WaitAt(_start.AddSeconds(61)));
    }

    [Fact]
    public void A_pause_lasts_to_the_second_and_what_waited_leaves_after_it_at_the_same_distance()
    {
        var pace = new Pace(10, TimeSpan.FromSeconds(1));
        var (_, before) = pace.Reserve(_start);
        pace.Pause(_start.AddSeconds(7));
        Assert.False(pace.Stands(before));
        var turns = Turns(pace, 10, _start.AddSeconds(1));
        Assert.Equal(_start.AddSeconds(7), turns[0]);
        Assert.True(MostWithin(turns, TimeSpan.FromMilliseconds(100)) == 1);
    }

    [Fact]
    public void A_limit_that_nobody_told_is_found_and_kept_to()
    {
        const int Hidden = 12;
        var pace = new Pace(30, TimeSpan.FromSeconds(1));
        var server = new Window(Hidden, TimeSpan.FromSeconds(1) / 1.01);
        var now = _start;
        int accepted = 0, refused = 0;
        while (accepted < 3000)
        {
            var (at, _) = pace.Reserve(now);
            now = at;
            if (server.WaitAt(now) > TimeSpan.Zero)
            {
                refused++;
                pace.Slow(now);
                pace.Pause(now.AddSeconds(3));
                continue;
            }

            server.Spend(now);
            accepted++;
        }

        Assert.InRange((now - _start).TotalSeconds / (3000.0 / Hidden), 1, 1.15);
        Assert.InRange(refused, 1, 3);
    }

    [Fact]
    public void After_quiet_time_the_whole_limit_is_used_again()
    {
        var pace = new Pace(30, TimeSpan.FromSeconds(1));
        Turns(pace, 30, _start);
        pace.Slow(_start.AddSeconds(1));
        Assert.True(pace.Share < 0.9);
        for (var minute = 1; minute < 60; minute++)
        {
            pace.Reserve(_start.AddMinutes(minute));
        }

        Assert.Equal(1, pace.Share);
    }

    [Fact]
    public async Task One_chat_that_is_told_to_wait_holds_up_nobody_but_two_at_once_hold_up_the_channel()
    {
        var pacer = new Pacer(_clock);
        var channel = new PacedChannel(new ChannelLimits(30, 1, 20));
        Assert.Equal(PaceScope.Chat, pacer.Slowed(channel, "-1", TimeSpan.FromSeconds(30)));
        Assert.Equal(PaceScope.Chat, pacer.Slowed(channel, "-1", TimeSpan.FromSeconds(30)));
        await pacer.Wait(channel, "2", isGroup: false, TestContext.Current.CancellationToken);

        Assert.Equal(PaceScope.Channel, pacer.Slowed(channel, "2", TimeSpan.FromSeconds(9)));
        var third = pacer.Wait(channel, "3", isGroup: false, TestContext.Current.CancellationToken);
        _clock.Advance(TimeSpan.FromSeconds(8.9));
        Assert.False(third.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(0.2));
        await third;
    }

    [Fact]
    public async Task A_reply_waits_for_nobody_and_the_next_broadcast_makes_up_for_it()
    {
        var pacer = new Pacer(_clock);
        var channel = new PacedChannel(new ChannelLimits(30, 1, 20));
        pacer.Spend(channel, "1", isGroup: false);
        var next = pacer.Wait(channel, "1", isGroup: false, TestContext.Current.CancellationToken);
        _clock.Advance(TimeSpan.FromSeconds(0.9));
        Assert.False(next.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(0.2));
        await next;
    }

    private sealed class PacedChannel(ChannelLimits limits) : IChannel
    {
        public string Name => "paced";

        public ChannelLimits Limits => limits;

        public bool RepeatsSafely => false;

        public Task<SendOutcome> Send(string address, Message message, CancellationToken cancellationToken) =>
            throw new NotSupportedException("Nothing is sent in these tests.");
    }
}

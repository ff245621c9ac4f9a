using Bot.Deliveries;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Deliveries;

public sealed class PacerTests
{
    private static readonly TimeSpan _second = TimeSpan.FromSeconds(1);

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero));
    private readonly PacedChannel _channel = new(new ChannelLimits(30, 1, 20));
    private readonly Pacer _pacer;

    public PacerTests() => _pacer = new Pacer(_clock);

    /// <summary>The moments at which so many turns fall when everybody asks at once.</summary>
    private static List<TimeSpan> Turns(Pace pace, int count, TimeSpan from) => [.. Enumerable.Range(0, count).Select(_ => pace.Reserve(from))];

    private static int MostWithin(List<TimeSpan> moments, TimeSpan stretch) =>
        moments.Max(first => moments.Count(m => m >= first && m - first < stretch));

    [Theory]
    [InlineData(30, 1.04)]
    [InlineData(1, 1.04)]
    [InlineData(1000, 1.1)]
    public void No_second_holds_more_than_the_limit_and_hardly_any_holds_less(int limit, double most)
    {
        var turns = Turns(new Pace(limit, _second), limit * 20, TimeSpan.Zero);
        Assert.True(MostWithin(turns, _second) <= limit);
        Assert.InRange((turns[^1] - turns[0]).TotalSeconds / ((limit * 20 - 1.0) / limit), 1, most);
    }

    [Fact]
    public void A_limit_by_the_minute_lets_what_was_saved_up_leave_at_once_and_then_waits()
    {
        var group = new ChatPace(new ChannelLimits(30, double.PositiveInfinity, 20), isGroup: true);
        for (var i = 0; i < 20; i++)
        {
            Assert.Equal(_second * i, group.ReadyAt(_second * i));
            group.Spend(_second * i);
        }

        Assert.InRange(group.ReadyAt(_second * 20), _second * 60, _second * 61);
        Assert.Equal(_second * 61, group.ReadyAt(_second * 61));
    }

    [Fact]
    public void A_minute_and_the_distance_to_the_next_message_count_from_the_answer_as_the_channel_may_have_taken_it_late()
    {
        var group = new ChatPace(new ChannelLimits(30, 1, 2), isGroup: true);
        group.Spend(TimeSpan.Zero);
        group.Answered(TimeSpan.Zero, _second * 5);
        Assert.Equal(_second * 6, group.ReadyAt(_second * 5));
        group.Spend(_second * 6);
        group.Answered(_second * 6, _second * 6.1);
        Assert.InRange(group.ReadyAt(_second * 7), _second * 65, _second * 66);
    }

    [Fact]
    public void Of_a_groups_minute_a_part_is_kept_for_urgent_alerts_and_lists()
    {
        var robot = new ChatPace(new ChannelLimits(30, double.PositiveInfinity, 20, KeptForPressing: 2), isGroup: true);
        for (var i = 0; i < 18; i++)
        {
            Assert.Equal(TimeSpan.Zero, robot.ReadyAt(TimeSpan.Zero, isPressing: false));
            robot.Spend(TimeSpan.Zero);
        }

        Assert.InRange(robot.ReadyAt(TimeSpan.Zero, isPressing: false), _second * 60, _second * 61);
        Assert.Equal(TimeSpan.Zero, robot.ReadyAt(TimeSpan.Zero));
    }

    [Fact]
    public void A_pause_lasts_to_the_second_and_what_waited_leaves_after_it_at_the_same_distance()
    {
        var pace = new Pace(10, _second);
        pace.Reserve(TimeSpan.Zero);
        var before = pace.Round;
        pace.Pause(_second * 7);
        Assert.NotEqual(before, pace.Round);
        var turns = Turns(pace, 10, _second);
        Assert.Equal(_second * 7, turns[0]);
        Assert.True(MostWithin(turns, _second / 10) == 1);
    }

    [Fact]
    public void A_limit_that_nobody_told_is_found_and_kept_to()
    {
        const int Hidden = 12;
        var pace = new Pace(30, _second);
        var passed = new Queue<TimeSpan>();
        var now = TimeSpan.Zero;
        int accepted = 0, refused = 0;
        while (accepted < 3000)
        {
            now = pace.Reserve(now);
            while (passed.TryPeek(out var gone) && now - gone >= _second)
            {
                passed.Dequeue();
            }

            if (passed.Count >= Hidden)
            {
                refused++;
                pace.Slow(now, now);
                pace.Pause(now + (_second * 3));
                continue;
            }

            passed.Enqueue(now);
            pace.Left(now);
            accepted++;
        }

        Assert.InRange(now.TotalSeconds / (3000.0 / Hidden), 1, 1.15);
        Assert.InRange(refused, 1, 3);
    }

    [Fact]
    public void A_burst_that_came_together_on_its_way_does_not_bring_the_channel_to_a_standstill()
    {
        var pace = new Pace(30, _second);
        pace.Left(TimeSpan.Zero);
        pace.Slow(_second * 2, _second * 3);
        Assert.InRange(pace.Share, 0.3, 0.5);
    }

    [Fact]
    public void A_turn_that_was_missed_is_taken_anew_so_that_nothing_leaves_in_a_bunch()
    {
        var pace = new Pace(30, _second);
        var turns = Enumerable.Range(0, 20).Select(_ => pace.Reserve(TimeSpan.Zero)).ToList();
        Assert.False(pace.IsMissed(turns[0], TimeSpan.FromMilliseconds(10)));
        for (var i = 0; i < 30; i++)
        {
            Assert.False(pace.IsMissed(turns[0], _second * 2));
            pace.Left(_second * 2);
        }

        Assert.All(turns, turn => Assert.True(pace.IsMissed(turn, _second * 2)));
        Assert.True(MostWithin(Turns(pace, 20, _second * 2), _second / 30) == 1);
        Assert.False(new Pace(double.PositiveInfinity, _second).IsMissed(TimeSpan.Zero, _second));
    }

    [Fact]
    public void After_quiet_time_the_whole_limit_is_used_again()
    {
        var pace = new Pace(30, _second);
        Turns(pace, 30, TimeSpan.Zero).ForEach(pace.Left);
        pace.Slow(_second, _second);
        Assert.InRange(pace.Share, 0.96, 0.98);
        pace.Slow(_second * 2, _second * 2);
        Assert.True(pace.Share < 0.9);
        for (var minute = 1; minute < 60; minute++)
        {
            pace.Reserve(TimeSpan.FromMinutes(minute));
        }

        Assert.Equal(1, pace.Share);
    }

    [Fact]
    public void One_chat_that_is_told_to_wait_holds_up_nobody_but_two_before_anything_else_was_let_through_hold_up_the_channel()
    {
        Assert.Equal(PaceScope.Chat, _pacer.Slowed(_channel, "-1", false, _pacer.Now, _second * 30));
        Assert.Equal(PaceScope.Chat, _pacer.Slowed(_channel, "-1", false, _pacer.Now, _second * 30));
        Assert.Equal(_pacer.Now, _pacer.NextAt(_channel));
        Assert.Equal(_pacer.Now + (_second * 30), _pacer.ChatReadyAt(_channel, "-1", false));

        Assert.Equal(PaceScope.Channel, _pacer.Slowed(_channel, "2", false, _pacer.Now, _second * 9));
        Assert.Equal(_pacer.Now + (_second * 9), _pacer.NextAt(_channel));
    }

    [Fact]
    public void Two_slow_chats_do_not_slow_the_channel_while_others_are_let_through()
    {
        _pacer.Slowed(_channel, "-1", false, _pacer.Now, _second * 30);
        _clock.Advance(_second);
        _pacer.Accepted(_channel, _pacer.Now);
        Assert.Equal(PaceScope.Chat, _pacer.Slowed(_channel, "2", false, _pacer.Now, _second * 9));
    }

    [Fact]
    public void A_reply_waits_for_nobody_and_the_next_broadcast_makes_up_for_it()
    {
        _pacer.Spend(_channel, "1", isGroup: false);
        Assert.InRange(_pacer.ChatReadyAt(_channel, "1", false) - _pacer.Now, _second, _second * 1.1);
        Assert.InRange(_pacer.NextAt(_channel) - _pacer.Now, _second / 30, _second / 25);
    }

    [Fact]
    public void A_turn_does_not_stand_when_the_channel_was_paused_since()
    {
        var turn = _pacer.Reserve(_channel);
        Assert.True(_pacer.Stands(_channel, turn));
        _pacer.Pause(_channel, _second);
        Assert.False(_pacer.Stands(_channel, turn));
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

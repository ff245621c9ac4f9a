using Bot.Channels;
using Bot.Conversation;
using Bot.Deliveries;
using Bot.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Channels;

/// <summary>Some answers take long. Telegram shows a hundred updates at once: what is slow among them is stored, so that newer ones can be asked for.</summary>
public sealed class SlowUpdateTests
{
    private const long Slow = 4_000;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_slow_one_among_a_hundred_is_stored_and_what_is_newer_is_answered_meanwhile()
    {
        var command = new SlowCommand();
        await using var telegram = await BotApiServer.Start(Token);
        await using var bot = Bot(telegram, command, new ShiftedClock());
        await bot.Start(Token);
        Crowd(telegram);
        await Answered(telegram, 5_000);
        await Eventually.Holds(() => bot.Ask(async db => await db.Set<TelegramUpdateRow>().CountAsync(u => u.HandledAt == null && u.Json != "") == 1), "the slow one alone is still kept", Token);
        Assert.DoesNotContain(telegram.Sent, s => s.Chat == Slow);

        command.Go();
        await Eventually.Holds(() => telegram.Sent.Any(s => s.Chat == Slow), "the slow one is answered", Token);
        await Eventually.Holds(() => bot.Ask(db => db.Set<TelegramUpdateRow>().AllAsync(u => u.HandledAt != null && u.Json == "")), "and kept no longer", Token);
        Assert.Single(telegram.Sent, s => s.Chat == Slow);
    }

    [Fact]
    public async Task A_stored_one_that_a_stop_cut_short_is_answered_once_after_the_next_start()
    {
        var clock = new ShiftedClock();
        var command = new SlowCommand();
        await using var telegram = await BotApiServer.Start(Token);
        await using var bot = Bot(telegram, command, clock);
        await bot.Start(Token);
        Crowd(telegram);
        await Answered(telegram, 5_000);
        await bot.Stop();
        Assert.DoesNotContain(telegram.Sent, s => s.Chat == Slow);

        command.Go();
        clock.Set(clock.GetUtcNow().AddMinutes(2));
        await bot.Start(Token);
        await Eventually.Holds(() => telegram.Sent.Any(s => s.Chat == Slow), "it is answered", Token);
        telegram.Say(5_001, "/help");
        await Answered(telegram, 5_001);
        Assert.Single(telegram.Sent, s => s.Chat == Slow);
    }

    /// <summary>A slow one, ninety-nine quick ones, and one more that Telegram shows only when some of them are acknowledged.</summary>
    private static void Crowd(BotApiServer telegram)
    {
        telegram.Say(Slow, "/slow");
        for (var i = 1; i < 100; i++)
        {
            telegram.Say(Slow + i, "/help");
        }

        telegram.Say(5_000, "/help");
    }

    private static Task Answered(BotApiServer telegram, long chat) =>
        Eventually.Holds(() => telegram.Sent.Any(s => s.Chat == chat && s.Text.Contains("我会这些", StringComparison.Ordinal)), $"{chat} is answered", Token);

    private static RunningBot Bot(BotApiServer telegram, SlowCommand command, TimeProvider clock) => new RunningBot(services =>
    {
        services.AddSingleton(clock);
        services.AddSingleton<ICommand>(command);
    }).With(telegram);

    private sealed class SlowCommand : ICommand
    {
        private readonly TaskCompletionSource _gate = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public string Name => "slow";

        public int? MenuRank => null;

        public void Go() => _gate.TrySetResult();

        public async Task<Reply> Run(Turn turn, string argument, CancellationToken cancellationToken)
        {
            await _gate.Task.WaitAsync(cancellationToken);
            return Reply.With(Message.Plain("终于"));
        }
    }
}

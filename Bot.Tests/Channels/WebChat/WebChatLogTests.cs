using Bot.Channels;
using Bot.Deliveries;
using Bot.Tests.Conversation;
using Bot.Tests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Channels.WebChat;

[Collection("postgres")]
public sealed class WebChatLogTests(PostgresServer postgres)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Lines_that_are_written_at_once_all_stand_and_none_becomes_visible_before_a_smaller_one(bool onPostgres)
    {
        await using var world = await Start(onPostgres);
        var log = world.Get<WebChatLog>();
        using var ended = new CancellationTokenSource();
        var reading = Task.Run(() => Read(log, ended.Token), Cancellation);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(writer => Task.Run(
            async () =>
            {
                for (var i = 0; i < 10; i++)
                {
                    await log.Told("visitor", Message.Plain($"{writer}/{i}"), Cancellation);
                }
            },
            Cancellation)));
        await ended.CancelAsync();
        Assert.Equal(40, (await reading).Distinct().Count());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_same_alert_sent_twice_stands_once(bool onPostgres)
    {
        await using var world = await Start(onPostgres);
        var log = world.Get<WebChatLog>();
        var alert = Message.Plain("青禾县法院公布典型案例") with { Key = "delivery/7" };
        var first = await log.Told("visitor", alert, Cancellation);
        Assert.Equal(first, await log.Told("visitor", alert, Cancellation));
        await log.Told("other", alert, Cancellation);
        Assert.Single(await log.After("visitor", 0, 10, Cancellation));
        Assert.Single(await log.After("other", 0, 10, Cancellation));
    }

    /// <summary>As an open page does: what comes after the last line that it has, and a last look at the end.</summary>
    private static async Task<List<string>> Read(WebChatLog log, CancellationToken ended)
    {
        List<string> seen = [];
        long last = 0;
        for (var atEnd = false; !atEnd;)
        {
            atEnd = ended.IsCancellationRequested;
            foreach (var row in await log.After("visitor", last, 100, Cancellation))
            {
                last = row.Seq;
                seen.Add(row.Content);
            }
        }

        return seen;
    }

    private async Task<ConversationWorld> Start(bool onPostgres) => await ConversationWorld.Start(
        Cancellation,
        onPostgres ? await postgres.NewDatabase(Cancellation) : null,
        services => services.AddOptions<WebChatOptions>().Services.AddSingleton<WebChatSignals>().AddSingleton<WebChatLog>());
}

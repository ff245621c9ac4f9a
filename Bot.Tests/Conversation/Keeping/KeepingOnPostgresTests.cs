using Bot.Tests.Infrastructure;
using Bot.Topics;

namespace Bot.Tests.Conversation;

[Collection("postgres")]
public sealed class KeepingOnPostgresTests(PostgresServer postgres)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Topics_audiences_watches_and_trials_are_kept_on_PostgreSQL_as_on_SQLite()
    {
        await using var world = await ConversationWorld.Start(Cancellation, await postgres.NewDatabase(Cancellation));
        var screen = await KeepingTests.Owner(world);
        await screen.Type("/topic new bail\n名称: 公报\nname: Gazette\n规则: 公报\n受众: 成员", Cancellation);
        Assert.Contains("会命中 7 篇", screen.News, StringComparison.Ordinal);
        await screen.Tap("保存", Cancellation);
        await screen.Type("/topic invite bail", Cancellation);
        var link = screen.News[screen.News.IndexOf("/start invite_", StringComparison.Ordinal)..].Trim();
        await screen.Type(link, Cancellation);
        await screen.Type("/start topic_bail", Cancellation);
        await screen.Type("/watch 律师 AND 面试", Cancellation);
        Assert.Contains("已关注", screen.News, StringComparison.Ordinal);
        Assert.NotNull(world.Get<TopicCatalogue>().Find("bail"));

        await using (var db = world.Database())
        {
            db.Add(new MatchRow { BulletinId = 4, TopicId = "bail", MatchedAt = world.Clock.GetUtcNow(), Why = [new MatchPart("公报", [new MatchWord("公报", RuleField.Title, 0, 6, 2)])] });
            await db.SaveChangesAsync(Cancellation);
        }

        Assert.NotNull(await world.Alert(4, Cancellation));
        await screen.Send("why:4", null, Cancellation);
        Assert.Contains("✓ 公报：标题“公报”", screen.News, StringComparison.Ordinal);
        await screen.Type("/topic undo bail", Cancellation);
        Assert.Contains("第一版", screen.News, StringComparison.Ordinal);
        await screen.Type("/topic off bail", Cancellation);
        Assert.Null(world.Get<TopicCatalogue>().Find("bail"));
    }
}

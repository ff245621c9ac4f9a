using Bot.Bulletins;
using Bot.Conversation;
using Bot.Deliveries;
using Bot.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Bot.Tests.Conversation;

[Collection("postgres")]
public sealed class SearchTests(PostgresServer postgres)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Chinese_words_of_any_length_are_found_newest_first(bool onPostgres)
    {
        await using var world = await Start(onPostgres);
        Assert.Equal([3], await Found(world, "律师"));
        Assert.Equal([3], await Found(world, "申请律师执业人员面试考核"));
        Assert.Equal([2], await Found(world, "检"));
        Assert.Equal([1, 4, 5, 6, 7, 8, 9, 10], await Found(world, "法院"));
        Assert.Empty(await Found(world, "师律"));
        Assert.Equal([1], await Found(world, "法院 -公报"));
        Assert.Equal([10], await Found(world, "“第10号”"));
        Assert.Empty(await Found(world, "检察官 律师"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_is_new_or_revised_is_found_at_once(bool onPostgres)
    {
        await using var world = await Start(onPostgres);
        Assert.Empty(await Found(world, "仙鹤"));
        await using var db = world.Database();
        var bulletin = await db.Set<BulletinRow>().SingleAsync(b => b.Id == 2, Cancellation);
        bulletin.Paragraphs = ["青禾县湿地飞来仙鹤。"];
        bulletin.Revision = 2;
        await db.SaveChangesAsync(Cancellation);
        Assert.Equal([2], await Found(world, "仙鹤"));
        Assert.Empty(await Found(world, "检察官"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_conversation_runs_on_either_database(bool onPostgres)
    {
        await using var world = await Start(onPostgres);
        var screen = world.Chat();
        await screen.Type("/start topic_minors", Cancellation);
        await screen.Type("/latest", Cancellation);
        Assert.Contains("青禾县检察院走进三所中学", screen.News, StringComparison.Ordinal);
        await screen.Send("why:2", null, Cancellation);
        await screen.Send("irrelevant:2", null, Cancellation);
        await screen.Type("/mute 未成年人保护 7d", Cancellation);
        await screen.Type("/pause 1d", Cancellation);
        await world.Wait(TimeSpan.FromDays(2), Cancellation);
        Assert.Equal(Bot.Subscribers.ChatState.Active, (await world.Row()).State);
        await screen.Type("/mydata", Cancellation);
        await screen.Send("forget:yes", null, Cancellation);
        await using var db = world.Database();
        Assert.Equal(0, await db.Set<Bot.Subscribers.ChatRow>().CountAsync(Cancellation));
    }

    [Fact]
    public void The_words_that_were_looked_for_are_bold_where_they_stand()
    {
        var spans = Snippet.Of(["没有。", "青禾县法院近日在城南设立夜间调解室，ＡＢＣ。"], ["调解", "abc"]);
        Assert.Equal(["调解", "ＡＢＣ"], spans.Where(s => s.Style == SpanStyle.Bold).Select(s => s.Text));
        Assert.Equal("青禾县法院近日在城南设立夜间调解室，ＡＢＣ。", string.Concat(spans.Select(s => s.Text)));
    }

    [Fact]
    public void A_snippet_of_a_long_text_is_short_and_holds_the_word()
    {
        var spans = Snippet.Of([new string('甲', 500) + "律师" + new string('乙', 500)], ["律师"]);
        Assert.Contains(spans, s => s is { Text: "律师", Style: SpanStyle.Bold });
        Assert.True(string.Concat(spans.Select(s => s.Text)).Length <= 100);
    }

    private async Task<ConversationWorld> Start(bool onPostgres) =>
        await ConversationWorld.Start(Cancellation, onPostgres ? await postgres.NewDatabase(Cancellation) : null);

    private static async Task<IReadOnlyList<long>> Found(ConversationWorld world, string words)
    {
        var (ids, total) = await world.Get<SearchIndex>().Search(SearchQuery.Read(words)!, 0, 50, Cancellation);
        Assert.Equal(ids.Count, total);
        return ids;
    }
}

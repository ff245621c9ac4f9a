using Bot.Bulletins;
using Bot.Bulletins.Facts;
using Bot.Bulletins.Lifecycle;
using Bot.Bulletins.Stories;
using Bot.Tests.Conversation;
using Bot.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Bot.Tests.Bulletins.Lifecycle;

[Collection("postgres")]
public sealed class DocumentLifeTests(PostgresServer postgres)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task From_draft_to_repeal_each_bulletin_points_back_to_those_before_it(bool onPostgres)
    {
        await using var world = await Start(onPostgres);
        await Keep(world, 4, "《公证机构管理办法（征求意见稿）》公开征求意见", -400);
        await Keep(world, 8, "关于废止《公证机构管理办法》的决定", -1);
        await Keep(world, 5, "关于印发《公证机构管理办法》的通知", -300);
        await Keep(world, 6, "关于修改《公证机构管理办法》的决定", -100);
        await Keep(world, 7, "《公证机构管理办法》答记者问", -299);

        Assert.Equal([6, 7, 5, 4], await Earlier(world, 8));
        Assert.Equal([7, 5, 4], await Earlier(world, 6));
        Assert.Equal([5, 4], await Earlier(world, 7));
        Assert.Equal([4], await Earlier(world, 5));
        Assert.Empty(await Earlier(world, 4));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_revision_that_names_another_document_leaves_its_old_links_behind(bool onPostgres)
    {
        await using var world = await Start(onPostgres);
        await Keep(world, 4, "《公证机构管理办法（征求意见稿）》公开征求意见", -400);
        await Keep(world, 5, "关于印发《公证机构管理办法》的通知", -300);
        await Keep(world, 5, "关于印发《公证员管理办法》的通知", -300);
        Assert.Empty(await Earlier(world, 5));
    }

    [Fact]
    public async Task An_issuer_that_both_name_links_what_different_places_would_keep_apart()
    {
        await using var world = await Start(onPostgres: false);
        await Keep(world, 4, "《管理办法（征求意见稿）》公开征求意见", -400, "包头市", "青禾市司法局");
        await Keep(world, 5, "关于印发《管理办法》的通知", -300, "杭州市");
        await Keep(world, 6, "关于印发《管理办法》的通知", -200, "杭州市", "青禾市司法局");
        Assert.Empty(await Earlier(world, 5));
        Assert.Equal([4], await Earlier(world, 6));
    }

    private async Task<ConversationWorld> Start(bool onPostgres) =>
        await ConversationWorld.Start(Cancel, onPostgres ? await postgres.NewDatabase(Cancel) : null);

    private static async Task Keep(ConversationWorld world, long id, string title, int days, string? region = null, string? issuer = null)
    {
        await using var db = world.Database();
        var bulletin = await db.Set<BulletinRow>().SingleAsync(b => b.Id == id, Cancel);
        (bulletin.Title, bulletin.Paragraphs, bulletin.PublishedAt) = (title, [], world.Clock.GetUtcNow().AddDays(days));
        bulletin.Regions = region is null ? [] : [region];
        await db.SaveChangesAsync(Cancel);
        IReadOnlyList<Fact> facts = issuer is null ? [] : [new Fact(FactKind.Issuer, issuer, new FactSpan(FactSpan.InTitle, 0, 1))];
        await KeptFacts.Keep(db, id, facts, Cancel);
        await DocumentLife.Keep(db, bulletin, facts, Cancel);
    }

    private static async Task<IReadOnlyList<long>> Earlier(ConversationWorld world, long id)
    {
        await using var db = world.Database();
        var earlier = (await EarlierText.Of(db, [id], Cancel))[id].ToList();
        Assert.DoesNotContain(earlier, e => e.Stage == DocumentStage.Unknown);
        return [.. earlier.Select(e => e.Id)];
    }
}

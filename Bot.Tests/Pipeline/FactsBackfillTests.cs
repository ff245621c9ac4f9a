using Bot.Bulletins;
using Bot.Bulletins.Facts;
using Bot.Pipeline;
using Bot.Storage;
using Bot.Tests.Conversation;
using Bot.Topics;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Tests.Pipeline;

public sealed class FactsBackfillTests
{
    [Fact]
    public async Task Bulletins_that_were_stored_before_there_were_facts_get_theirs_and_others_keep_what_they_have()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var world = await ConversationWorld.Start(cancellation);
        long old, kept;
        await using (var db = world.Database())
        {
            old = await Store(db, "青禾市司法局印发办法", "old");
            kept = await Store(db, "青禾市公证处印发办法", "kept");
            await KeptFacts.Keep(db, kept, [new Fact(FactKind.Count, "3 件", new FactSpan(0, 0, 2))], cancellation);
        }

        var backfill = new FactsBackfill(world.Get<BotDbFactory>(), world.Get<BulletinText>(), world.Clock, NullLogger<FactsBackfill>.Instance);
        Assert.True(await backfill.Run(cancellation) >= 1);
        Assert.Equal(0, await backfill.Run(cancellation));
        await using var after = world.Database();
        var facts = await KeptFacts.Of(after, [old, kept], cancellation);
        Assert.Contains(facts[old], f => f.Kind == FactKind.Number && f.Value == "青司规〔2024〕3号");
        Assert.Contains(facts[old], f => f.Kind == FactKind.InForce && f.Value == "2024-07-01");
        Assert.Equal("3 件", Assert.Single(facts[kept]).Value);

        async Task<long> Store(BotDb db, string title, string key)
        {
            var row = new BulletinRow
            {
                SourceId = "qinghe-daily",
                EntryKey = key,
                Fingerprint = key,
                Title = title,
                Summary = "",
                Paragraphs = ["青禾市司法局印发《青禾市外出管理办法》（青司规〔2024〕3号），自2024年7月1日起施行。"],
                SeenAt = world.Clock.GetUtcNow(),
            };
            db.Add(row);
            await db.SaveChangesAsync(cancellation);
            return row.Id;
        }
    }
}

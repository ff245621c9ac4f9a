using Bot.Summaries.Model;
using Bot.Tests.Conversation;
using Bot.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Summaries.Model;

[Collection("postgres")]
public sealed class AnswerStoreTests(PostgresServer postgres)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task However_many_ask_at_once_a_days_budget_is_kept_and_a_new_day_has_a_new_one(bool onPostgres)
    {
        await using var world = await Start(onPostgres);
        var taken = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => world.Get<AnswerStore>().TryTake(7, Cancel))));
        Assert.Equal(7, taken.Count(t => t));
        world.Clock.Advance(TimeSpan.FromDays(1));
        Assert.True(await world.Get<AnswerStore>().TryTake(7, Cancel));
        Assert.False(await world.Get<AnswerStore>().TryTake(0, Cancel));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Answers_and_refusals_are_kept_the_newest_longest(bool onPostgres)
    {
        await using var world = await Start(onPostgres);
        var store = world.Get<AnswerStore>();
        for (var i = 0; i < 5; i++)
        {
            await store.Keep($"{i}", i % 2 == 0 ? new ModelAnswer.Shown($"第{i}个答案。") : new ModelAnswer.Refused("it is too long"), 3, Cancel);
            world.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        await store.Keep("none", new ModelAnswer.None("no answer"), 3, Cancel);
        var known = await store.Find(["0", "1", "2", "3", "4", "none"], Cancel);
        Assert.Equal(["2", "3", "4"], known.Keys.Order());
        Assert.Equal(new ModelAnswer.Shown("第4个答案。"), known["4"]);
        Assert.Equal(new ModelAnswer.Refused("it is too long"), known["3"]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_came_of_the_days_questions_is_counted(bool onPostgres)
    {
        await using var world = await Start(onPostgres);
        var store = world.Get<AnswerStore>();
        foreach (var answer in (ModelAnswer[])[new ModelAnswer.Shown("是。"), new ModelAnswer.Refused("no"), new ModelAnswer.Refused("no"), new ModelAnswer.None("slow")])
        {
            Assert.True(await store.TryTake(10, Cancel));
            await store.Count(answer, Cancel);
        }

        await using var db = world.Database();
        var day = await db.Set<ModelDayRow>().SingleAsync(Cancel);
        Assert.Equal((4, 1, 2, 1), (day.Asked, day.Shown, day.Refused, day.Unanswered));
    }

    private async Task<ConversationWorld> Start(bool onPostgres) =>
        await ConversationWorld.Start(Cancel, onPostgres ? await postgres.NewDatabase(Cancel) : null, s => s.AddSingleton<AnswerStore>());
}

using Bot.Bulletins;
using Bot.Bulletins.Facts;
using Bot.Deliveries;
using Bot.Subscribers;
using Bot.Tests.Conversation;
using Bot.Tests.Infrastructure;
using Bot.Topics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Deliveries.Reminders;

/// <summary>What is owed at nine in the morning of 2 March 2026 in China, on both databases.</summary>
[Collection("postgres")]
public sealed class ReminderPlannerTests(PostgresServer postgres)
{
    private const long Bulletin = 3;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_reminder_is_owed_once_from_nine_in_the_morning_of_its_day(bool onPostgres)
    {
        await using var world = await Start(onPostgres, new(2026, 3, 5));
        await Follow(world, "Asia/Shanghai", 3);
        Assert.Equal(1, await Plan(world));
        Assert.Equal(0, await Plan(world));
        await using var db = world.Database();
        var owed = await db.Set<DeliveryRow>().SingleAsync(Cancel);
        Assert.Equal((DeliveryKind.Reminder, "12/2026-03-05/3", Bulletin, world.Clock.GetUtcNow()), (owed.Kind, owed.Subject, owed.BulletinId, owed.DueAt));
        Assert.Equal(FactKind.Exam, ReminderSubject.Parse(owed.Subject)!.Value.Kind);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Nine_in_the_morning_is_by_the_readers_clock(bool onPostgres)
    {
        await using var world = await Start(onPostgres, new(2026, 3, 5));
        await Follow(world, "America/New_York", 3);
        Assert.Equal(0, await Plan(world));
        world.Clock.Advance(TimeSpan.FromHours(13) - TimeSpan.FromSeconds(1));
        Assert.Equal(0, await Plan(world));
        world.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(1, await Plan(world));
    }

    [Theory]
    [InlineData(2, 1)]
    [InlineData(3, 1)]
    [InlineData(4, 0)]
    public async Task A_program_that_stood_still_makes_up_for_it_while_the_date_is_to_come(int days, int owed)
    {
        await using var world = await Start(onPostgres: false, new(2026, 3, 5));
        await Follow(world, "Asia/Shanghai", 3);
        world.Clock.Advance(TimeSpan.FromDays(days));
        Assert.Equal(owed, await Plan(world));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Two_bulletins_of_a_story_remind_once_and_two_wishes_twice(bool onPostgres)
    {
        await using var world = await Start(onPostgres, new(2026, 3, 5));
        var chat = await Follow(world, "Asia/Shanghai", 3);
        await using (var db = world.Database())
        {
            db.Add(new SubscriptionRow { ChatId = chat, TopicId = "courts", CreatedAt = world.Clock.GetUtcNow(), RemindDays = 2, RemindsSince = world.Clock.GetUtcNow().AddDays(-9) });
            db.Add(new MatchRow { BulletinId = Bulletin, TopicId = "courts", Evidence = [], MatchedAt = world.Clock.GetUtcNow() });
            await db.Set<BulletinRow>().Where(b => b.Id == 4).ExecuteUpdateAsync(b => b.SetProperty(x => x.StoryId, Bulletin), Cancel);
            db.Add(Exam(4, new(2026, 3, 5)));
            db.Add(new MatchRow { BulletinId = 4, TopicId = "lawyers", Evidence = [], MatchedAt = world.Clock.GetUtcNow() });
            await db.SaveChangesAsync(Cancel);
        }

        Assert.Equal(1, await Plan(world));
        world.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(1, await Plan(world));
    }

    [Fact]
    public async Task A_muted_topic_a_resting_chat_and_a_bulletin_read_too_late_owe_nothing()
    {
        await using var world = await Start(onPostgres: false, new(2026, 3, 5));
        var chat = await Follow(world, "Asia/Shanghai", 3);
        await world.Get<SubscriberStore>().Mute(chat, "lawyers", world.Clock.GetUtcNow().AddDays(1), Cancel);
        Assert.Equal(0, await Plan(world));
        await world.Get<SubscriberStore>().Mute(chat, "lawyers", null, Cancel);
        await world.Get<SubscriberStore>().SetState(chat, ChatState.Stopped, Cancel);
        Assert.Equal(0, await Plan(world));
        await world.Get<SubscriberStore>().SetState(chat, ChatState.Active, Cancel);
        await using var db = world.Database();
        await db.Set<BulletinRow>().ExecuteUpdateAsync(b => b.SetProperty(x => x.SeenAt, world.Clock.GetUtcNow()), Cancel);
        Assert.Equal(0, await Plan(world));
    }

    private async Task<ConversationWorld> Start(bool onPostgres, DateOnly exam)
    {
        var world = await ConversationWorld.Start(Cancel, onPostgres ? await postgres.NewDatabase(Cancel) : null, s => s.AddSingleton<ReminderPlanner>());
        await using var db = world.Database();
        db.Add(Exam(Bulletin, exam));
        await db.SaveChangesAsync(Cancel);
        return world;
    }

    private static FactRow Exam(long bulletin, DateOnly date) =>
        FactRow.Of(bulletin, 0, new Fact(FactKind.Exam, date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), new FactSpan(0, 0, 4)));

    private static async Task<long> Follow(ConversationWorld world, string zone, int days)
    {
        await using var db = world.Database();
        var chat = new ChatRow { Channel = "web", Address = "visitor", TimeZone = zone, CreatedAt = world.Clock.GetUtcNow() };
        db.Add(chat);
        await db.SaveChangesAsync(Cancel);
        db.Add(new SubscriptionRow { ChatId = chat.Id, TopicId = "lawyers", CreatedAt = world.Clock.GetUtcNow(), RemindDays = days, RemindsSince = world.Clock.GetUtcNow().AddDays(-9) });
        await db.SaveChangesAsync(Cancel);
        return chat.Id;
    }

    private static Task<int> Plan(ConversationWorld world) => world.Get<ReminderPlanner>().Plan(Cancel);
}

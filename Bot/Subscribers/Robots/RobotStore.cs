using Bot.Storage;
using Bot.Texts;
using Microsoft.EntityFrameworkCore;

namespace Bot.Subscribers;

/// <summary>The robots, and the chats that they are.</summary>
internal sealed class RobotStore(IDbContextFactory<BotDb> databases, SubscriberStore subscribers, TimeProvider clock)
{
    public async Task<IReadOnlyList<RobotRow>> All(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Set<RobotRow>().AsNoTracking().OrderBy(r => r.Kind).ThenBy(r => r.Name).ToListAsync(cancellationToken);
    }

    public async Task<RobotRow?> Find(string kind, string name, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Set<RobotRow>().AsNoTracking().SingleOrDefaultAsync(r => r.Kind == kind && r.Name == name, cancellationToken);
    }

    public async Task<RobotRow?> Find(long id, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Set<RobotRow>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, cancellationToken);
    }

    /// <summary>Adds it, or gives the one that is there another address; its chat is active then.</summary>
    public async Task<RobotRow> Put(string kind, string name, string url, string? secret, Language language, bool fromSettings, CancellationToken cancellationToken)
    {
        var (chat, _) = await subscribers.FindOrCreate(kind, name, ChatKind.Group, language.Tag(), cancellationToken);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var robot = await db.Set<RobotRow>().SingleOrDefaultAsync(r => r.Kind == kind && r.Name == name, cancellationToken);
        var changed = robot is null || robot.Url != url || robot.Secret != secret;
        if (robot is null)
        {
            robot = new RobotRow { Kind = kind, Name = name, Url = url, ChatId = chat.Id, CreatedAt = clock.GetUtcNow() };
            db.Add(robot);
        }

        (robot.Url, robot.Secret, robot.FromSettings) = (url, secret, fromSettings);
        await db.SaveChangesAsync(cancellationToken);
        if (changed || chat.State == ChatState.Stopped)
        {
            await subscribers.SetState(chat.Id, ChatState.Active, cancellationToken);
        }

        return robot;
    }

    /// <summary>Takes it away with its chat and what that is owed.</summary>
    public async Task Remove(RobotRow robot, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await db.Set<ChatRow>().Where(c => c.Id == robot.ChatId).ExecuteDeleteAsync(cancellationToken);
        await db.Set<RobotRow>().Where(r => r.Id == robot.Id).ExecuteDeleteAsync(cancellationToken);
    }
}

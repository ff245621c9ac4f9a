using Bot.Storage;
using Bot.Subscribers;
using Bot.Topics;
using Microsoft.EntityFrameworkCore;

namespace Bot.Conversation;

/// <summary><c>irrelevant:bulletin</c>: said once for each chat and bulletin, however often it is tapped. An editor's word also marks the bulletin as unwanted for the topics that brought it.</summary>
internal sealed class IrrelevantTap(
    SubscriberStore subscribers, BulletinShelf shelf, TopicSuggestions suggestions, AdminDesk desk, IDbContextFactory<BotDb> databases, TimeProvider clock) : ITap
{
    public string Verb => "irrelevant";

    public async Task<Reply> Tap(Turn turn, TapAction action, CancellationToken cancellationToken)
    {
        if (action.Number(0) is not { } id || await shelf.Find(id, cancellationToken) is null)
        {
            return new Reply([], Notice: turn.Say("bulletin.gone"));
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (!await db.Set<RemarkRow>().AnyAsync(r => r.ChatId == turn.Chat.Id && r.BulletinId == id, cancellationToken))
        {
            var followed = await subscribers.Followed(turn.Chat.Id, cancellationToken);
            List<string> held = [.. (await shelf.Matches([id], cancellationToken))[id].Select(m => m.TopicId).Where(followed.Contains)];
            db.Add(new RemarkRow { ChatId = turn.Chat.Id, BulletinId = id, TopicIds = held, CreatedAt = clock.GetUtcNow() });
            await db.SaveChangesAsync(cancellationToken);
            if (await desk.Is(turn, AdminRole.Editor, cancellationToken))
            {
                foreach (var topic in held.Where(t => !WatchKey.Is(t)))
                {
                    await suggestions.Mark(topic, id, wanted: false, AdminDesk.Who(turn), cancellationToken);
                }
            }
        }

        return new Reply([], Notice: turn.Say("irrelevant.thanks"));
    }
}

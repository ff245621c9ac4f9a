using System.Globalization;
using Bot.Sources;
using Bot.Storage;
using Bot.Subscribers;
using Bot.Texts;
using Bot.Topics;
using Microsoft.EntityFrameworkCore;

namespace Bot.Deliveries;

/// <summary>Tells admins something once. A notice is urgent, and goes out after a restart as well.</summary>
internal sealed class NoticeBoard(AdminStore admins, BotDbFactory databases, DeliverySignal signal, TimeProvider clock)
{
    /// <summary>As pressing as an urgent topic.</summary>
    public const int Priority = (int)TopicPriority.Urgent;

    /// <param name="say">The notice in each admin's language.</param>
    public async Task Tell(AdminRole least, Func<Language, string> say, CancellationToken cancellationToken)
    {
        await using (var db = databases.CreateDbContext())
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            await Post(db, Said.Of("Notice_Either", say(Language.Zh), say(Language.En), ""), cancellationToken, least);
            await transaction.CommitAsync(cancellationToken);
        }

        signal.Raise();
    }

    /// <summary>Works inside the caller's transaction; <see cref="DeliverySignal"/> is for after it.</summary>
    public async Task Post(BotDb db, Said text, CancellationToken cancellationToken, AdminRole least = AdminRole.Viewer)
    {
        var chats = await Chats(db, least, cancellationToken);
        if (chats.Count == 0)
        {
            return;
        }

        var now = clock.GetUtcNow();
        var notice = new NoticeRow { Text = text.Stored, CreatedAt = now };
        db.Add(notice);
        await db.SaveChangesAsync(cancellationToken);
        foreach (var chat in chats)
        {
            // No story has a number below zero, so the unique key of chat, story and kind holds for notices as well.
            db.Add(new DeliveryRow
            {
                ChatId = chat,
                StoryId = -notice.Id,
                BulletinId = -notice.Id,
                Kind = DeliveryKind.Notice,
                Priority = Priority,
                DueAt = now,
                CreatedAt = now,
            });
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>The admins' chats; one that never spoke is made here, inside the caller's transaction.</summary>
    private async Task<IReadOnlyList<long>> Chats(BotDb db, AdminRole least, CancellationToken cancellationToken)
    {
        List<long> chats = [];
        foreach (var (name, place, _) in (await admins.All(db, cancellationToken)).Where(a => a.Role >= least))
        {
            var chat = await db.Set<ChatRow>().FirstOrDefaultAsync(c => c.Channel == name && c.Address == place, cancellationToken);
            if (chat is null)
            {
                chat = new ChatRow { Channel = name, Address = place, Kind = KindOf(name, place), Language = Language.Zh.Tag(), CreatedAt = clock.GetUtcNow() };
                db.Add(chat);
                await db.SaveChangesAsync(cancellationToken);
            }

            chats.Add(chat.Id);
        }

        return chats;
    }

    public void Raise() => signal.Raise();

    /// <summary>Telegram's groups have numbers below zero.</summary>
    private static ChatKind KindOf(string channel, string address) =>
        channel.Trim() == "web" ? ChatKind.Web
        : long.TryParse(address.Split('/')[0], CultureInfo.InvariantCulture, out var number) && number < 0 ? ChatKind.Group
        : ChatKind.Private;
}

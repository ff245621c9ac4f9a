using System.Data.Common;
using System.Text.Json;
using Bot.Deliveries;
using Bot.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Bot.Channels;

/// <summary>What was said in each visitor's chat.</summary>
internal sealed class WebChatLog(IDbContextFactory<BotDb> databases, WebChatSignals signals, IOptions<WebChatOptions> options, TimeProvider clock)
{
    private const int Attempts = 32;

    /// <summary>Numbers are moments, so about one line in so many looks for old ones to drop.</summary>
    private const int TrimEvery = 16;

    public Task<long> Said(string visitor, string text, CancellationToken cancellationToken) =>
        Append(visitor, WebMessageKind.Said, null, null, JsonSerializer.Serialize(text, WebChatJson.Options), cancellationToken);

    public Task<long> Told(string visitor, Message message, CancellationToken cancellationToken) =>
        Append(visitor, WebMessageKind.Told, null, message.Key, JsonSerializer.Serialize(WithLink(message), WebChatJson.Options), cancellationToken);

    public Task<long> Edited(string visitor, long target, Message message, CancellationToken cancellationToken) =>
        Append(visitor, WebMessageKind.Edit, target, null, JsonSerializer.Serialize(message, WebChatJson.Options), cancellationToken);

    /// <summary>In order, at most <paramref name="most"/>.</summary>
    public async Task<IReadOnlyList<WebMessageRow>> After(string visitor, long seq, int most, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Set<WebMessageRow>().AsNoTracking()
            .Where(m => m.Visitor == visitor && m.Seq > seq)
            .OrderBy(m => m.Seq).Take(most)
            .ToListAsync(cancellationToken);
    }

    /// <summary>The newest lines before <paramref name="seq"/>, in order.</summary>
    public async Task<IReadOnlyList<WebMessageRow>> Before(string visitor, long seq, int most, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var rows = await db.Set<WebMessageRow>().AsNoTracking()
            .Where(m => m.Visitor == visitor && m.Seq < seq)
            .OrderByDescending(m => m.Seq).Take(most)
            .ToListAsync(cancellationToken);
        rows.Reverse();
        return rows;
    }

    /// <summary>A file is not kept in the chat a second time: a link brings what is stored when it is followed.</summary>
    private static Message WithLink(Message message) => message.File is { } file
        ? message with { File = null, Buttons = [.. message.Buttons, [new Button(file.Name, Link: WebChatEndpoints.MyData)]] }
        : message;

    private async Task<long> Append(string visitor, WebMessageKind kind, long? target, string? key, string content, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var seq = await Insert(visitor, kind, target, key, content, cancellationToken);
                signals.Raise(visitor);
                return seq;
            }
            catch (DbException exception) when (attempt < Attempts && IsCollision(exception))
            {
                // The line is there already, or two writers chose the same number: the other one has it now, and the next try chooses another.
                if (key is not null && await Find(visitor, key, cancellationToken) is { } seq)
                {
                    return seq;
                }
            }
        }
    }

    private async Task<long?> Find(string visitor, string key, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Set<WebMessageRow>().Where(m => m.Visitor == visitor && m.Key == key).Select(m => (long?)m.Seq).SingleOrDefaultAsync(cancellationToken);
    }

    private static bool IsCollision(DbException exception) =>
        exception is SqliteException { SqliteErrorCode: 19 } or PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    private async Task<long> Insert(string visitor, WebMessageKind kind, long? target, string? key, string content, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var seqs = await db.Database.SqlQuery<long>(
            $"""
            INSERT INTO web_messages ("Visitor", "Seq", "Kind", "Target", "Key", "Content", "CreatedAt")
            SELECT {visitor}, CASE WHEN COALESCE(MAX("Seq"), 0) >= {now} THEN MAX("Seq") + 1 ELSE {now} END, {(int)kind}, {target}, {key}, {content}, {now}
            FROM web_messages WHERE "Visitor" = {visitor}
            RETURNING "Seq" AS "Value"
            """).ToListAsync(cancellationToken);
        if (seqs[0] % TrimEvery == 0)
        {
            await Trim(db, visitor, cancellationToken);
        }

        return seqs[0];
    }

    private async Task Trim(BotDb db, string visitor, CancellationToken cancellationToken)
    {
        var lines = db.Set<WebMessageRow>().Where(m => m.Visitor == visitor);
        var oldestKept = await lines.OrderByDescending(m => m.Seq).Skip(options.Value.KeptLines - 1)
            .Select(m => (long?)m.Seq).FirstOrDefaultAsync(cancellationToken);
        if (oldestKept is { } oldest)
        {
            await lines.Where(m => m.Seq < oldest).ExecuteDeleteAsync(cancellationToken);
        }
    }
}

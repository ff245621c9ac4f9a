using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Subscribers;

/// <summary>Everything that is stored about a chat: shown as one JSON document, or erased at once.</summary>
internal sealed class PersonalData(IDbContextFactory<BotDb> databases, IEnumerable<IPersonalRecords> records)
{
    private static readonly JsonSerializerOptions _readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    public async Task<string> Export(ChatRow chat, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var document = new JsonObject();
        foreach (var record in records)
        {
            document[record.Name] = await record.Export(db, chat, cancellationToken);
        }

        return document.ToJsonString(_readable);
    }

    public async Task Erase(ChatRow chat, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        foreach (var record in records)
        {
            await record.Erase(db, chat, cancellationToken);
        }

        // What is followed, owed and remarked goes with it.
        await db.Set<ChatRow>().Where(c => c.Id == chat.Id).ExecuteDeleteAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}

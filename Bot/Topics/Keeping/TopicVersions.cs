using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Topics;

/// <summary>Versions of topics in the database.</summary>
internal static class TopicVersions
{
    private static readonly JsonSerializerOptions _json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    public static TopicVersionRow Row(Topic topic, int number, bool isOff, TopicOrigin origin, string who, string why, DateTimeOffset at) => new()
    {
        TopicId = topic.Id,
        Number = number,
        At = at,
        Who = who,
        Why = why,
        Origin = origin,
        IsOff = isOff,
        Definition = Definition(topic),
    };

    /// <summary>The newest first.</summary>
    public static async Task<IReadOnlyList<TopicVersion>> Of(BotDb db, string id, CancellationToken cancellationToken)
    {
        var rows = await db.Set<TopicVersionRow>().AsNoTracking().Where(v => v.TopicId == id).OrderByDescending(v => v.Number).ToListAsync(cancellationToken);
        return [.. rows.Select(Version)];
    }

    /// <summary>The topics that were last changed in a chat and are not off, in the order in which they were first made.</summary>
    public static async Task<IReadOnlyList<Topic>> MadeInChats(BotDb db, CancellationToken cancellationToken)
    {
        var latest = await Latest(db, cancellationToken);
        var born = await db.Set<TopicVersionRow>().AsNoTracking().Where(v => v.Number == 1).ToDictionaryAsync(v => v.TopicId, v => v.At, cancellationToken);
        return [.. latest.Where(v => v is { Origin: TopicOrigin.Chat, IsOff: false }).OrderBy(v => born[v.TopicId]).ThenBy(v => v.TopicId, StringComparer.Ordinal).Select(v => Version(v).Topic)];
    }

    /// <summary>A version for each topic that the file gives otherwise than it was, and for each that it gives no longer.</summary>
    public static async Task RecordFile(BotDb db, IReadOnlyList<Topic> topics, string file, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var latest = (await Latest(db, cancellationToken)).ToDictionary(v => v.TopicId, StringComparer.Ordinal);
        foreach (var topic in topics)
        {
            var known = latest.GetValueOrDefault(topic.Id);
            if (known is null || known.IsOff || known.Origin != TopicOrigin.File || known.Definition != Definition(topic))
            {
                db.Add(Row(topic, (known?.Number ?? 0) + 1, false, TopicOrigin.File, file, "", now));
            }
        }

        foreach (var gone in latest.Values.Where(v => v is { Origin: TopicOrigin.File, IsOff: false } && topics.All(t => t.Id != v.TopicId)))
        {
            db.Add(Row(Version(gone).Topic, gone.Number + 1, true, TopicOrigin.File, file, "", now));
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    private static Task<List<TopicVersionRow>> Latest(BotDb db, CancellationToken cancellationToken) =>
        db.Set<TopicVersionRow>().AsNoTracking()
            .Where(v => v.Number == db.Set<TopicVersionRow>().Where(o => o.TopicId == v.TopicId).Max(o => o.Number))
            .ToListAsync(cancellationToken);

    private static TopicVersion Version(TopicVersionRow row) =>
        new(row.Number, row.At, row.Who, row.Why, row.Origin, row.IsOff, JsonSerializer.Deserialize<Topic>(row.Definition, _json)!);

    private static string Definition(Topic topic) => JsonSerializer.Serialize(topic, _json);
}

using System.Text.Json;

namespace Bot.Sources.Push;

/// <summary>What a client sent: one bulletin or a list of them. All are taken or none.</summary>
internal abstract record PushBody
{
    private PushBody() { }

    internal sealed record Accepted(IReadOnlyList<Entry> Entries) : PushBody;

    /// <param name="Faults">Each with the place of its bulletin in the list, from 0; -1 for the whole.</param>
    internal sealed record Refused(IReadOnlyList<(int Index, Said Message)> Faults) : PushBody;

    /// <summary>In one request.</summary>
    public const int Most = 500;

    public static PushBody Read(ReadOnlyMemory<byte> json, TimeZoneInfo zone)
    {
        List<PushedBulletin?> bulletins;
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 16 });
            bulletins = document.RootElement.ValueKind switch
            {
                JsonValueKind.Array => [.. document.RootElement.EnumerateArray().Take(Most + 1).Select(e => e.Deserialize<PushedBulletin>())],
                JsonValueKind.Object => [document.RootElement.Deserialize<PushedBulletin>()],
                _ => [],
            };
        }
        catch (JsonException fault)
        {
            return new Refused([(-1, Said.Of("Push_BadJson", (fault.LineNumber ?? 0) + 1, (fault.BytePositionInLine ?? 0) + 1))]);
        }

        if (bulletins.Count is 0 or > Most)
        {
            return new Refused([(-1, Said.Of("Push_Count", Most))]);
        }

        List<Entry> entries = [];
        List<(int, Said)> faults = [];
        for (var i = 0; i < bulletins.Count; i++)
        {
            var (entry, fault) = bulletins[i]?.ToEntry(zone) ?? (null, Said.Of("Push_Empty"));
            if (entry is not null)
            {
                entries.Add(entry);
            }
            else
            {
                faults.Add((i, fault!));
            }
        }

        return faults.Count > 0 ? new Refused(faults) : new Accepted(entries);
    }
}

using System.Collections.Concurrent;
using Bot.Bulletins;
using Bot.Sources;
using Bot.Sources.Fetching;
using Bot.Sources.WebPages;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Bot.Pipeline;

/// <summary>
/// A list page names articles; their texts stand on pages of their own. Those of new articles are fetched, one after another and only so
/// many a look. What is left over, or does not answer yet, waits for the next look, so that no article is matched by its title alone.
/// </summary>
internal sealed partial class ArticleBodies(Fetcher fetcher, BotDbFactory databases, IOptions<SourcesOptions> options, ILogger<ArticleBodies> logger)
{
    /// <summary>After so many failures an article is taken in without its text.</summary>
    private const int MostTries = 3;

    private readonly ConcurrentDictionary<(string Source, string Key), int> _failures = [];

    /// <returns>The entries that can be taken in now, and whether these are all.</returns>
    public async Task<(ReadResult Result, bool IsAll)> Follow(SourceDefinition source, ReadResult result, bool isFirst, CancellationToken cancellationToken)
    {
        if (source.Kind != SourceKind.Webpage || !source.Selectors.ContainsKey("body"))
        {
            return (result, true);
        }

        var known = await Known(source, result.Entries, cancellationToken);
        var fresh = result.Entries.Where(e => e.Paragraphs.Count == 0 && e.Link is not null && known.GetValueOrDefault(e.Key) != (e.Title ?? "")).ToHashSet();
        var left = options.Value.BodiesPerRead;
        List<Entry> taken = [];
        foreach (var entry in result.Entries)
        {
            if (!fresh.Contains(entry))
            {
                taken.Add(entry);
            }
            else if (left-- > 0)
            {
                if (await Fetch(source, entry, cancellationToken) is { } whole)
                {
                    taken.Add(whole);
                }
            }
            else if (isFirst)
            {
                // What a first look finds far down its list is old and alerts nobody.
                taken.Add(entry);
            }
        }

        return (result with { Entries = taken }, taken.Count == result.Entries.Count);
    }

    /// <returns>Null where it should be tried again later.</returns>
    private async Task<Entry?> Fetch(SourceDefinition source, Entry entry, CancellationToken cancellationToken)
    {
        switch (await fetcher.Fetch(source with { Location = entry.Link! }, SourcePosition.Start, cancellationToken))
        {
            case FetchResult.Fetched({ Count: > 0 } documents, _, _):
                _failures.TryRemove((source.Id, entry.Key), out _);
                return WebPageReader.WithBody(entry, documents[0], source);

            case FetchResult.Failed failed when _failures.AddOrUpdate((source.Id, entry.Key), 1, (_, n) => n + 1) < MostTries:
                Log.TriedAgain(logger, source.Id, entry.Key, failed.Reason);
                return null;

            default:
                _failures.TryRemove((source.Id, entry.Key), out _);
                Log.WithoutText(logger, source.Id, entry.Key);
                return entry;
        }
    }

    /// <summary>The titles of those that are known or were deleted, by key.</summary>
    private async Task<Dictionary<string, string>> Known(SourceDefinition source, IReadOnlyList<Entry> entries, CancellationToken cancellationToken)
    {
        await using var db = databases.CreateDbContext();
        var keys = entries.Select(e => e.Key).ToList();
        var known = await db.Set<BulletinRow>().Where(b => b.SourceId == source.Id && keys.Contains(b.EntryKey)).ToDictionaryAsync(b => b.EntryKey, b => b.Title ?? "", cancellationToken);
        var deleted = await db.Set<DeletedBulletinRow>().Where(d => d.SourceId == source.Id && keys.Contains(d.EntryKey)).Select(d => d.EntryKey).ToListAsync(cancellationToken);
        foreach (var entry in entries.Where(e => deleted.Contains(e.Key)))
        {
            known[entry.Key] = entry.Title ?? "";
        }

        return known;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "{Source}: the text of {Bulletin} could not be read and is tried again at the next look: {Reason}")]
        public static partial void TriedAgain(ILogger logger, string source, string bulletin, Said reason);

        [LoggerMessage(Level = LogLevel.Warning, Message = "{Source}: {Bulletin} is taken in by its title alone, as its page cannot be read")]
        public static partial void WithoutText(ILogger logger, string source, string bulletin);
    }
}

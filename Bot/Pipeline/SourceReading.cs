using Bot.Bulletins;
using Bot.Conversation;
using Bot.Sources;
using Bot.Sources.Configuration;
using Bot.Sources.Fetching;
using Bot.Sources.WebPages;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Pipeline;

/// <summary>Reads a source because somebody asks for it, and looks at an address before it becomes one.</summary>
internal sealed class SourceReading(
    SourceRun run, Fetcher fetcher, DocumentReaders readers, BulletinReading reading, SourceCatalogue sources, BotDbFactory databases) : ISourceReading
{
    private const int Shown = 10;

    public async Task<int> ReadNow(string sourceId, CancellationToken cancellationToken)
    {
        await using var db = databases.CreateDbContext();
        var mine = db.Set<BulletinRow>().Where(b => b.SourceId == sourceId);
        var before = await mine.MaxAsync(b => (long?)b.Id, cancellationToken) ?? 0;
        await run.Read(sourceId, cancellationToken, evenResting: true);
        return await mine.CountAsync(b => b.Id > before, cancellationToken);
    }

    public async Task<SourcePreview> Preview(string address, string? name, CancellationToken cancellationToken)
    {
        var source = new SourceDefinition { Id = "preview", Name = name ?? address, Kind = SourceKind.Syndication, Location = address };
        switch (await fetcher.Fetch(source, SourcePosition.Start, cancellationToken))
        {
            case FetchResult.Failed failed:
                return new SourcePreview.Unreadable(failed.Reason);

            case FetchResult.Fetched({ Count: > 0 } documents, _, _):
                var result = readers.Read(documents[0], source, cancellationToken);
                return result.Entries.Count > 0 && result.Kind == SourceKind.Syndication
                    ? Readable(source, name ?? result.Title, result.Entries)
                    : await OfPage(documents[0], source, name, result, cancellationToken);

            default:
                return new SourcePreview.Unreadable(Said.Of("Page_NoList"));
        }
    }

    /// <summary>A page that names feeds is followed by the first of them; else by what looks like its list.</summary>
    private async Task<SourcePreview> OfPage(Document document, SourceDefinition source, string? name, ReadResult result, CancellationToken cancellationToken)
    {
        if (document.MediaType is not ("text/html" or "application/xhtml+xml") && result.Kind != SourceKind.Webpage)
        {
            return new SourcePreview.Unreadable(result.Fault ?? Said.AsIs(result.Error ?? "No entries were found."));
        }

        switch (PageProposal.Of(document))
        {
            case PageProposal.Feeds(var feeds) when feeds[0].Address != source.Location:
                return await Preview(feeds[0].Address, name ?? (feeds[0].Title.Length > 0 ? feeds[0].Title : null), cancellationToken);
            case PageProposal.Selectors(var selectors, var sample):
                var title = ListPage.Of(document) is { } page ? ListPage.TextOf(page.Tree.QuerySelector("title")) : null;
                return Readable(source with { Kind = SourceKind.Webpage, Selectors = selectors }, name ?? title, sample);
            case PageProposal.Nothing(var reason):
                return new SourcePreview.Unreadable(reason);
            default:
                return new SourcePreview.Unreadable(Said.Of("Page_NoList"));
        }
    }

    private SourcePreview.Readable Readable(SourceDefinition source, string? name, IReadOnlyList<Entry> entries)
    {
        var address = new Uri(source.Location);
        var called = string.IsNullOrWhiteSpace(name) ? address.Host : name.Trim();
        var made = source with { Name = called, Id = SourceId.Of(called, address, sources.Sources.Select(s => s.Id).ToHashSet(StringComparer.Ordinal)) };
        return new SourcePreview.Readable(made, entries.Count, [.. entries.Take(Shown).Select(e => Shorten(reading.Understand(made, e, null)))]);
    }

    private static SourcePreview.Entry Shorten(Understood understood) => new(
        understood.Draft.Entry.Title, understood.Draft.Entry.Published, understood.Draft.Summary, [.. understood.Matches.Select(m => m.Topic.Id)]);
}

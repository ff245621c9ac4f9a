using System.Runtime.CompilerServices;
using Bot.Sources;
using Bot.Sources.Fetching;
using Bot.Sources.Pages.EPaper;
using Bot.Sources.WebPages;
using Bot.Texts;

namespace Bot.Commands;

/// <summary>The documents that a path stands for: a file, the files of a folder, or what an address answers.</summary>
internal sealed class ReadInputs(Fetcher fetcher, FileFetcher files, EditionFetcher editions, SourceCatalogue catalogue, TimeProvider clock)
{
    /// <summary>Papers rest at weekends and over the holidays: so many days back the newest edition is looked for.</summary>
    private const int DaysBack = 10;

    private static readonly Words _words = Words.Of<StartOutcome>("CommandsWords");

    public async IAsyncEnumerable<ReadInput> Of(string path, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (EPaperTemplate.Is(path))
        {
            yield return await Edition(path, cancellationToken);
        }
        else if (path.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || path.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
        {
            await foreach (var input in Web(path, cancellationToken))
            {
                yield return input;
            }
        }
        else if (Directory.Exists(path))
        {
            var found = Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList();
            if (found.Count == 0)
            {
                yield return new ReadInput.Missing(path, Say("Read.EmptyFolder", path));
            }

            foreach (var file in found)
            {
                yield return await OnDisk(file, cancellationToken);
            }
        }
        else
        {
            yield return File.Exists(path) ? await OnDisk(path, cancellationToken) : new ReadInput.Missing(path, Say("Read.NoSuchFile", path));
        }
    }

    private async IAsyncEnumerable<ReadInput> Web(string address, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var source = catalogue.Sources.FirstOrDefault(s => s.Location == address) ?? MadeUp(address, SourceKind.Syndication);
        switch (await fetcher.Fetch(source, SourcePosition.Start, cancellationToken))
        {
            case FetchResult.Fetched(var documents, _, _):
                foreach (var document in documents)
                {
                    yield return new ReadInput.Brought(address, source, document);
                }

                break;

            case FetchResult.Failed failed:
                yield return new ReadInput.Missing(address, failed.Reason.In(CommandLine.Language));
                break;

            default:
                throw new InvalidOperationException("Nothing was read before, so nothing can be unchanged.");
        }
    }

    /// <summary>The selector of the article's text for a list page that is proposed as a source; its first articles are looked at. Null where it is not found.</summary>
    public async Task<string?> Body(PageProposal.Selectors proposal, CancellationToken cancellationToken)
    {
        List<Document> articles = [];
        foreach (var link in proposal.Sample.Select(e => e.Link).OfType<string>().Distinct().Take(2))
        {
            if (await fetcher.Fetch(MadeUp(link, SourceKind.Webpage), SourcePosition.Start, cancellationToken) is FetchResult.Fetched([var article], _, _))
            {
                articles.Add(article);
            }
        }

        return BodyProposal.Of(articles);
    }

    private async Task<ReadInput> Edition(string template, CancellationToken cancellationToken)
    {
        var source = catalogue.Sources.FirstOrDefault(s => s.Location == template) ?? MadeUp(template, SourceKind.Pages);
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), source.TimeZone).DateTime);
        for (var back = 0; back < DaysBack; back++)
        {
            switch (await editions.Fetch(source, today.AddDays(-back), null, cancellationToken))
            {
                case EditionFetch.Brought brought:
                    return new ReadInput.Edition($"{template} ({today.AddDays(-back):yyyy-MM-dd})", source, brought.Result);

                case EditionFetch.Failed(var why):
                    return new ReadInput.Missing(template, why.Reason.In(CommandLine.Language));

                default:
                    break;
            }
        }

        return new ReadInput.Missing(template, _words.Get(CommandLine.Language, "Read.NoEdition", template, DaysBack));
    }

    private async Task<ReadInput> OnDisk(string path, CancellationToken cancellationToken)
    {
        var source = MadeUp(path, SourceKind.Pages);
        var (document, problem) = await files.Read(source, path, cancellationToken);
        return document is not null ? new ReadInput.Brought(path, source, document) : new ReadInput.Missing(path, problem!.Reason.In(CommandLine.Language));
    }

    private static SourceDefinition MadeUp(string location, SourceKind kind) => new() { Id = "read", Name = location, Kind = kind, Location = location };

    private static string Say(string key, string path) => _words.Get(CommandLine.Language, key, path);
}

using System.Globalization;
using Bot.Texts;
using Microsoft.Extensions.Options;

namespace Bot.Sources.Pages.EPaper;

/// <summary>Brings the HTML at an address, decoded; null where the site says that there is none (404, 410).</summary>
internal delegate Task<string?> EPaperFetch(Uri address, CancellationToken cancellationToken);

/// <summary>One day's edition of an e-paper site to entries: its pages, their articles, and parts on two pages joined.</summary>
internal sealed class EPaperReader(IOptions<EPaperOptions> options)
{
    private const string Format = "epaper";

    private static readonly Words _words = Words.Of<EPaperOptions>("EPaperWords");

    /// <returns>No entries and no error for a day without an edition. What <paramref name="fetch"/> throws passes through: the day is not read.</returns>
    public async Task<ReadResult> ReadAsync(SourceDefinition source, DateOnly day, EPaperFetch fetch, CancellationToken cancellationToken)
    {
        var template = new EPaperTemplate(source.Location);
        var warnings = new List<string>();
        var entries = new List<Entry>();
        var seen = new HashSet<Uri>();
        var waiting = new Queue<(Uri Address, string? Page)>([(template.Of(day, 1), template.HasPage ? "1" : null)]);
        var known = new HashSet<Uri>(waiting.Select(w => w.Address));
        var number = 0;
        string? paper = null;
        while (waiting.TryDequeue(out var next))
        {
            if (++number > options.Value.MostPages)
            {
                warnings.Add(Say("MorePages", options.Value.MostPages));
                break;
            }

            if (await HtmlAsync(next.Address, fetch, warnings, cancellationToken) is not { } html)
                continue;
            var index = EPaperIndex.Parse(html, next.Address, source.Selectors);
            // A site that answers with its newest edition for a day that has none.
            if (index.Date is { } said && said != day)
                continue;
            paper ??= index.Paper;
            foreach (var page in index.Pages.Where(p => known.Add(p.Address)))
                waiting.Enqueue((page.Address, page.Page));
            if (template.HasPage && index.Pages.Count == 0 && known.Add(template.Of(day, number + 1)))
                waiting.Enqueue((template.Of(day, number + 1), (number + 1).ToString(CultureInfo.InvariantCulture)));
            var edition = new Edition(index.Paper ?? paper ?? source.Name, day, index.Page ?? next.Page);
            await AddArticlesAsync(source, index, edition, seen, entries, fetch, warnings, cancellationToken);
        }

        return new() { Kind = SourceKind.Pages, Format = Format, Title = paper ?? source.Name, Entries = [.. EditionJoin.Join(entries).DistinctBy(e => e.Key)], Warnings = warnings };
    }

    private async Task AddArticlesAsync(
        SourceDefinition source, EPaperIndex index, Edition edition, HashSet<Uri> seen, List<Entry> entries, EPaperFetch fetch, List<string> warnings, CancellationToken cancellationToken)
    {
        var position = 0;
        foreach (var address in index.Articles.Where(seen.Add))
        {
            if (seen.Count > options.Value.MostArticles)
            {
                warnings.Add(Say("MoreArticles", options.Value.MostArticles));
                return;
            }

            position++;
            if (await HtmlAsync(address, fetch, warnings, cancellationToken) is not { } html)
                continue;
            if (EPaperArticle.Parse(html, address, edition, position, source.Selectors) is { } entry)
                entries.Add(entry);
            else
                warnings.Add(Say("NoText", address));
        }
    }

    private async Task<string?> HtmlAsync(Uri address, EPaperFetch fetch, List<string> warnings, CancellationToken cancellationToken)
    {
        var html = await fetch(address, cancellationToken);
        if (html is null || html.Length <= options.Value.LargestPage)
            return html;
        warnings.Add(Say("TooLarge", address, options.Value.LargestPage));
        return null;
    }

    private static string Say(string key, params object?[] values) => _words.Get(Language.En, key, values);
}

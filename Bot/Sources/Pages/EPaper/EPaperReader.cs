using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace Bot.Sources.Pages.EPaper;

/// <summary>Brings the HTML at an address, decoded; null where the site says that there is none (404, 410).</summary>
internal delegate Task<EPaperHtmlPage?> EPaperFetch(Uri address, CancellationToken cancellationToken);

/// <param name="Address">Where redirects led.</param>
internal sealed record EPaperHtmlPage(Uri Address, string Html);

/// <summary>One day's edition of an e-paper site to entries: its pages, their articles, and parts on two pages joined.</summary>
internal sealed class EPaperReader(IOptions<EPaperOptions> options)
{
    public const string Format = "epaper";

    /// <returns>No entries and no error for a day without an edition. What <paramref name="fetch"/> throws passes through: the day is not read.</returns>
    public async Task<ReadResult> ReadAsync(SourceDefinition source, DateOnly day, EPaperFetch fetch, CancellationToken cancellationToken)
    {
        var edition = await ListAsync(source, day, fetch, cancellationToken);
        return await ReadArticlesAsync(source, edition, fetch, cancellationToken);
    }

    /// <summary>The edition's pages and the addresses of its articles; no article is fetched.</summary>
    public async Task<EditionList> ListAsync(SourceDefinition source, DateOnly day, EPaperFetch fetch, CancellationToken cancellationToken)
    {
        var template = new EPaperTemplate(source.Location);
        var warnings = new List<Said>();
        var pages = new List<EditionPage>();
        var waiting = new Queue<(Uri Address, string? Page)>([(template.Of(day, 1), template.HasPage ? "1" : null)]);
        var known = new HashSet<Uri>(waiting.Select(w => w.Address));
        var seen = new HashSet<Uri>();
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var number = 0;
        string? paper = null;
        while (waiting.TryDequeue(out var next))
        {
            if (++number > options.Value.MostPages)
            {
                warnings.Add(Say("MorePages", options.Value.MostPages));
                break;
            }

            if (await HtmlAsync(next.Address, fetch, warnings, cancellationToken) is not { } page)
                continue;
            var index = EPaperIndex.Parse(page.Html, page.Address, source.Selectors);
            // A site that answers with its newest edition for a day that has none.
            if (index.Date is { } said && said != day)
                continue;
            digest.AppendData(Encoding.UTF8.GetBytes(page.Html));
            known.Add(page.Address);
            paper ??= index.Paper;
            foreach (var other in index.Pages.Where(p => known.Add(p.Address)))
                waiting.Enqueue((other.Address, other.Page));
            if (template.HasPage && index.Pages.Count == 0 && known.Add(template.Of(day, number + 1)))
                waiting.Enqueue((template.Of(day, number + 1), (number + 1).ToString(CultureInfo.InvariantCulture)));
            pages.Add(new(page, index, new Edition(index.Paper ?? paper ?? source.Name, day, index.Page ?? next.Page), [.. index.Articles.Where(seen.Add)]));
        }

        return new(paper, pages, Convert.ToHexStringLower(digest.GetHashAndReset()), warnings);
    }

    /// <summary>The articles of a listed edition.</summary>
    public async Task<ReadResult> ReadArticlesAsync(SourceDefinition source, EditionList edition, EPaperFetch fetch, CancellationToken cancellationToken)
    {
        var warnings = edition.Warnings.ToList();
        var entries = new List<Entry>();
        var number = 0;
        foreach (var page in edition.Pages)
        {
            var position = 0;
            foreach (var address in page.Articles)
            {
                if (++number > options.Value.MostArticles)
                {
                    warnings.Add(Say("MoreArticles", options.Value.MostArticles));
                    return Result();
                }

                position++;
                if (await HtmlAsync(address, fetch, warnings, cancellationToken) is not { } article)
                    continue;
                if (EPaperArticle.Parse(article.Html, address, page.Edition, position, source.Selectors) is { } entry)
                    entries.Add(entry);
                else
                    warnings.Add(Say("NoText", address));
            }
        }

        return Result();

        ReadResult Result() => new()
        {
            Kind = SourceKind.Pages,
            Format = Format,
            Title = edition.Paper ?? source.Name,
            Entries = [.. EditionJoin.Join(entries).DistinctBy(e => PageEntries.KeyOf(e.Title, e.Paragraphs)).DistinctBy(e => e.Key)],
            Warnings = warnings,
        };
    }

    private async Task<EPaperHtmlPage?> HtmlAsync(Uri address, EPaperFetch fetch, List<Said> warnings, CancellationToken cancellationToken)
    {
        var page = await fetch(address, cancellationToken);
        if (page is null || page.Html.Length <= options.Value.LargestPage)
            return page;
        warnings.Add(Say("TooLarge", address, options.Value.LargestPage));
        return null;
    }

    private static Said Say(string key, params object?[] values) => Said.Of($"EPaper:{key}", values);
}

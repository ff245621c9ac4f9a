using System.Collections.Concurrent;
using System.Text;
using Bot.Sources.Fetching;
using Bot.Sources.WebPages;

namespace Bot.Sources.Pages.EPaper;

/// <summary>
/// One look at one day's edition, with the manners and the safety of every fetch. It only looks: nothing is saved.
/// An article that does not answer harms only itself: it is asked for again at the next looks, and given up after some.
/// </summary>
internal sealed class EditionFetcher(HttpFetcher http, EPaperReader reader, TimeProvider clock)
{
    /// <summary>After so many failures an edition counts as read without the article.</summary>
    private const int MostTries = 3;

    /// <summary>So many characters of a source's newest edition are remembered, so that its server need not send them again.</summary>
    private const int MostRemembered = 8 * 1024 * 1024;

    /// <summary>What sites say, with status 200, of a day that has no edition.</summary>
    private static readonly string[] _missing = ["404", "不存在", "未找到", "找不到", "没有找到", "没有数据", "暂无", "Not Found", "not found"];

    private readonly ConcurrentDictionary<string, Memory> _memories = new(StringComparer.Ordinal);

    /// <param name="digest">Of the edition as it was read before; null where it was not.</param>
    public async Task<EditionFetch> Fetch(SourceDefinition source, DateOnly day, string? digest, CancellationToken cancellationToken)
    {
        var memory = _memories.AddOrUpdate(source.Id, _ => new(day), (_, m) => m.Day == day ? m : new(day));
        var visit = new Visit(this, source, memory);
        try
        {
            var list = await reader.ListAsync(source, day, (a, c) => visit.Page(a, c), cancellationToken);
            if (list.Pages.Count == 0)
            {
                return new EditionFetch.None();
            }

            if (list.Digest == digest)
            {
                return new EditionFetch.Unchanged();
            }

            if (!list.HasArticles)
            {
                return Trouble(list) is { } trouble ? new EditionFetch.Failed(new(trouble, FetchFailure.Unreadable)) : new EditionFetch.None();
            }

            var result = await reader.ReadArticlesAsync(source, list, (a, c) => visit.Article(a, c), cancellationToken);
            if (result.Entries.Count == 0 && visit.Missing == 0)
            {
                return new EditionFetch.Failed(new(Said.Of("EPaper:NoArticles", list.Pages[0].Page.Address), FetchFailure.Unreadable));
            }

            // The half of an article whose other half did not answer waits for it.
            var whole = visit.Missing == 0;
            var entries = whole ? result.Entries : [.. result.Entries.Where(e => e.ContinuesOn is null && e.ContinuedFrom is null)];
            return new EditionFetch.Brought(visit.Evidence(list.Pages[0].Page.Address), result with { Entries = entries, IsWhole = whole }, list.Digest, whole);
        }
        catch (EditionUnreadableException unreadable)
        {
            return new EditionFetch.Failed(unreadable.Why);
        }
    }

    /// <summary>Null where the page may well stand for a day without an edition.</summary>
    private static Said? Trouble(EditionList list)
    {
        var first = list.Pages[0];
        var document = new Document { Location = first.Page.Address.AbsoluteUri, Bytes = Encoding.UTF8.GetBytes(first.Page.Html), Charset = "utf-8", FetchedAt = default };
        if (ListPage.Of(document) is not { } page)
        {
            return Said.Of("Page_TooDeep");
        }

        switch (PageTroubles.Of(page, null))
        {
            case var trouble and (PageTrouble.Firewall or PageTrouble.Login):
                return Said.Of($"Page_{trouble}");
            case PageTrouble.ScriptOnly when !Array.Exists(_missing, w => first.Page.Html.Contains(w, StringComparison.Ordinal)):
                return Said.Of("Page_ScriptOnly");
            default:
                return first.Index.Pages.Count > 0 ? Said.Of("EPaper:NoArticles", first.Page.Address) : null;
        }
    }

    /// <summary>What was fetched for one look.</summary>
    private sealed class Visit(EditionFetcher owner, SourceDefinition source, Memory memory)
    {
        private readonly StringBuilder _evidence = new();

        /// <summary>Articles that did not answer and are asked for again.</summary>
        public int Missing { get; private set; }

        public async Task<EPaperHtmlPage?> Page(Uri address, CancellationToken cancellationToken)
        {
            var (page, failed) = await Ask(address, cancellationToken);
            return failed is null ? page : throw new EditionUnreadableException(failed);
        }

        public async Task<EPaperHtmlPage?> Article(Uri address, CancellationToken cancellationToken)
        {
            var (page, failed) = await Ask(address, cancellationToken);
            if (failed is not null)
            {
                Missing += memory.Failures.AddOrUpdate(address, 1, (_, n) => n + 1) < MostTries ? 1 : 0;
                return null;
            }

            return page;
        }

        public Document Evidence(Uri address) => new()
        {
            Location = address.AbsoluteUri,
            Bytes = Encoding.UTF8.GetBytes(_evidence.ToString()),
            MediaType = "text/html",
            Charset = "utf-8",
            FetchedAt = owner.Now,
            TimeZone = source.TimeZone,
        };

        /// <returns>Neither where the site says that there is no such page.</returns>
        private async Task<(EPaperHtmlPage? Page, FetchResult.Failed? Failed)> Ask(Uri address, CancellationToken cancellationToken)
        {
            var known = memory.Pages.GetValueOrDefault(address);
            switch (await owner.Get(source, address, known?.Position ?? SourcePosition.Start, cancellationToken))
            {
                case FetchResult.Fetched([var document], var position, _):
                    if (ListPage.Decode(document) is not { Text: var html })
                    {
                        return (null, new(Said.Of("Page_TooDeep"), FetchFailure.Unreadable));
                    }

                    var page = new EPaperHtmlPage(new Uri(document.Location), html);
                    memory.Remember(address, new(page, position));
                    return (Noted(page), null);

                case FetchResult.Unchanged when known is not null:
                    return (Noted(known.Page), null);

                case FetchResult.Failed { Kind: FetchFailure.NotFound or FetchFailure.Gone }:
                    return default;

                case FetchResult.Failed failed:
                    return (null, failed);

                default:
                    throw new InvalidOperationException("A fetch of one address brings one document.");
            }
        }

        private EPaperHtmlPage Noted(EPaperHtmlPage page)
        {
            _evidence.Append("<!-- ").Append(page.Address.AbsoluteUri).Append(" -->\n").Append(page.Html).Append('\n');
            return page;
        }
    }

    private DateTimeOffset Now => clock.GetUtcNow();

    private Task<FetchResult> Get(SourceDefinition source, Uri address, SourcePosition position, CancellationToken cancellationToken) =>
        http.Fetch(source, address, position with { MovedTo = null }, cancellationToken);

    /// <summary>One source's newest edition, while the program runs.</summary>
    private sealed class Memory(DateOnly day)
    {
        private int _characters;

        public DateOnly Day => day;

        public ConcurrentDictionary<Uri, Remembered> Pages { get; } = [];

        public ConcurrentDictionary<Uri, int> Failures { get; } = [];

        public void Remember(Uri address, Remembered page)
        {
            if (Interlocked.Add(ref _characters, page.Page.Html.Length) <= MostRemembered)
            {
                Pages[address] = page;
            }
        }
    }

    private sealed record Remembered(EPaperHtmlPage Page, SourcePosition Position);

    /// <summary>A page that lists articles does not answer: nothing is known of that day.</summary>
    private sealed class EditionUnreadableException(FetchResult.Failed why) : Exception
    {
        public FetchResult.Failed Why => why;
    }
}

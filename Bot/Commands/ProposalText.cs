using System.Text;
using Bot.Sources;
using Bot.Sources.Configuration;
using Bot.Sources.WebPages;
using Bot.Texts;

namespace Bot.Commands;

/// <summary>What <c>read</c> prints for a web page that is no feed: lines for <c>sources.yaml</c>.</summary>
internal static class ProposalText
{
    private const int MostSamples = 5;

    private static readonly Words _words = Words.Of<StartOutcome>("CommandsWords");

    public static bool IsWanted(string input, Document document, ReadResult result) =>
        result.Entries.Count == 0 && input.StartsWith("http", StringComparison.OrdinalIgnoreCase)
        && (document.MediaType is "text/html" or "application/xhtml+xml" || result.Kind == SourceKind.Webpage);

    /// <returns>One of the two.</returns>
    public static async Task<(string? Yaml, string? Nothing)> Of(Document document, Language language, Func<PageProposal.Selectors, Task<string?>> bodyOf)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var text = new StringBuilder();
        switch (PageProposal.Of(document))
        {
            case PageProposal.Feeds(var feeds):
                Line("Read.ProposeFeeds", document.Location);
                foreach (var (title, address) in feeds)
                {
                    text.Append('\n').Append(Item(title, address, SourceKind.Syndication, new Dictionary<string, string>()));
                }

                return (text.ToString(), null);

            case PageProposal.Selectors(var selectors, var sample) proposal:
                var body = await bodyOf(proposal);
                selectors = body is null ? selectors : new Dictionary<string, string>(selectors) { ["body"] = body };
                Line("Read.ProposePage", document.Location);
                text.Append('\n').Append(Item(ListPageTitle(document), document.Location, SourceKind.Webpage, selectors)).Append('\n');
                if (body is null)
                {
                    Line("Read.ProposeBody");
                }

                Line("Read.ProposeSample", sample.Count);
                foreach (var entry in sample.Take(MostSamples))
                {
                    text.Append("#   ").Append(entry.Published is { } at ? $"{at:yyyy-MM-dd} " : "").Append(entry.Title).Append('\n');
                }

                return (text.ToString(), null);

            case PageProposal.Nothing(var reason):
                return (null, reason.In(language));

            default:
                throw new InvalidOperationException("A page is proposed or not.");
        }

        void Line(string key, params object?[] values) => text.Append(_words.Get(language, key, values)).Append('\n');

        string Item(string title, string address, SourceKind kind, IReadOnlyDictionary<string, string> selectors)
        {
            var name = title.Length > 0 ? title : new Uri(address).Host;
            return SourceYaml.Item(new() { Id = SourceId.Of(name, new Uri(address), taken), Name = name, Kind = kind, Location = address, Selectors = selectors }, 2);
        }
    }

    private static string ListPageTitle(Document document) =>
        ListPage.Of(document) is { } page ? ListPage.TextOf(page.Tree.QuerySelector("title")) ?? "" : "";
}

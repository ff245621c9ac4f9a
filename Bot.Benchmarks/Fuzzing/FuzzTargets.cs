using System.Globalization;
using Bot.Sources;
using Bot.Sources.Pages;
using Bot.Sources.Pages.EPaper;
using Bot.Sources.Syndication;
using Bot.Sources.WebPages;
using SharpFuzz;

namespace Bot.Benchmarks.Fuzzing;

/// <summary>
/// The readers under a coverage-guided fuzzer: <c>Bot.Benchmarks fuzz feed|page|web</c> reads documents from afl-fuzz, and with a file as the
/// next argument reads that file once. See docs/fuzzing.md. What a reader makes of any bytes must hold, else the input is a finding.
/// </summary>
internal static class FuzzTargets
{
    private static readonly Dictionary<string, Action<byte[]>> _targets = new(StringComparer.Ordinal)
    {
        ["feed"] = Feed,
        ["page"] = Page,
        ["web"] = Web,
    };

    public static void Run(string target, string? file)
    {
        var read = _targets[target];
        if (file is null)
        {
            Fuzzer.OutOfProcess.Run(input =>
            {
                using var bytes = new MemoryStream();
                input.CopyTo(bytes);
                read(bytes.ToArray());
            });
            return;
        }

        read(File.ReadAllBytes(file));
        Console.WriteLine("Held.");
    }

    private static void Feed(byte[] bytes) => Judge(Made.Feeds.Read(Document("https://a.example/feed", null, bytes), CancellationToken.None));

    private static void Page(byte[] bytes) => Judge(Made.Pages.Read(Document("/pages/3.txt", "text/plain", bytes), CancellationToken.None));

    private static void Web(byte[] bytes)
    {
        var document = Document("https://a.example/list/", "text/html", bytes);
        Judge(WebPageReader.Read(document, Made.List, CancellationToken.None));
        if (PageProposal.Of(document) is PageProposal.Selectors(var selectors, _))
        {
            var proposed = WebPageReader.Read(document, Made.List with { Selectors = selectors }, CancellationToken.None);
            Hold(proposed.Entries.Count > 0, "a proposal finds nothing");
            Judge(proposed);
        }

        if (ListPage.Decode(document) is { Text: var html })
        {
            // As the fetcher hands an e-paper's pages on: decoded and not too deep.
            var index = EPaperIndex.Parse(html, new Uri(document.Location), Made.List.Selectors);
            Hold(index.Articles.All(a => a.Host == "a.example"), "an edition leads to another host");
            if (EPaperArticle.Parse(html, new Uri(document.Location), null, 1, new Dictionary<string, string>()) is { } entry)
            {
                Judge(new ReadResult { Kind = SourceKind.Pages, Format = "epaper", Entries = [entry] });
            }
        }
    }

    private static void Judge(ReadResult result)
    {
        Hold(result.Error is null || result.Entries.Count == 0, "an error beside entries");
        Hold(result.Entries.Select(e => e.Key).Distinct(StringComparer.Ordinal).Count() == result.Entries.Count, "two entries with one key");
        foreach (var entry in result.Entries)
        {
            Hold(entry.Key.Length > 0, "an entry without a key");
            Plain(entry.Title);
            Plain(entry.FeedSummary);
            Plain(entry.Author);
            foreach (var tag in entry.Tags)
            {
                Plain(tag);
            }

            foreach (var paragraph in entry.Paragraphs)
            {
                Hold(paragraph.Length > 0, "an empty paragraph");
                Plain(paragraph);
            }

            if (entry.Html is { } html)
            {
                foreach (var forbidden in (string[])["<script", "<iframe", "<style", "<object", "<form", "\"javascript:"])
                {
                    Hold(!html.Contains(forbidden, StringComparison.OrdinalIgnoreCase), $"{forbidden} in cleaned HTML");
                }
            }

            if (entry.Link is { } link)
            {
                Hold(!link.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase), "a link that is a script");
            }
        }
    }

    /// <summary>Text for people: no control characters, and no half of a character.</summary>
    private static void Plain(string? text)
    {
        if (text is null)
        {
            return;
        }

        Hold(!text.Any(c => char.IsControl(c) && c is not ('\n' or '\t')), "a control character in a text");
        foreach (var rune in text.EnumerateRunes())
        {
            Hold(rune.Value != 0xFFFE && rune.Value != 0xFFFF, "a character that is none");
        }

        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]))
            {
                Hold(i + 1 < text.Length && char.IsLowSurrogate(text[++i]), "half of a character");
            }
            else
            {
                Hold(!char.IsLowSurrogate(text[i]), "half of a character");
            }
        }
    }

    private static void Hold(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"This does not hold: {otherwise}."));
        }
    }

    private static Document Document(string location, string? mediaType, byte[] bytes) =>
        new() { Location = location, MediaType = mediaType, Bytes = bytes, FetchedAt = DateTimeOffset.UnixEpoch };

    /// <summary>Made on first use: where the product's code counts its branches, it must not run before the fuzzer listens.</summary>
    private static class Made
    {
        public static readonly SyndicationReader Feeds = new();
        public static readonly PageTextReader Pages = new(Microsoft.Extensions.Options.Options.Create(new PagesOptions()), TimeProvider.System);

        public static readonly SourceDefinition List = new()
        {
            Id = "fuzz",
            Name = "fuzz",
            Kind = SourceKind.Webpage,
            Location = "https://a.example/list/",
            Selectors = new Dictionary<string, string> { ["item"] = "li", ["link"] = "a", ["title"] = "a", ["date"] = "span", ["body"] = "p" },
        };
    }
}

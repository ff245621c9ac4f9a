using System.Text.Json;
using Bot.Sources.Dates;
using Bot.Sources.Identity;
using Bot.Sources.Markup;

namespace Bot.Sources.Syndication;

/// <summary>A JSON feed as far as it has been read.</summary>
internal sealed class JsonFeedDraft(TimeZoneInfo zone, Uri? documentUri)
{
    private readonly HtmlCleaner _cleaner = new();
    private readonly List<string> _authors = [];
    private char[] _content = new char[4096];
    private Uri? _site;

    public bool IsFeed { get; private set; }

    public string? Title { get; private set; }

    public List<Entry> Entries { get; } = [];

    /// <summary>Items without an author have the feed's.</summary>
    public IReadOnlyList<Entry> Finished() =>
        _authors.Count == 0 ? Entries : [.. Entries.Select(e => e.Author is null ? e with { Author = Joined(_authors) } : e)];

    public void Read(ref Utf8JsonReader reader, CancellationToken cancellationToken)
    {
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            return;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (JsonValues.Is(ref reader, "items"u8))
            {
                reader.Read();
                Items(ref reader, cancellationToken);
            }
            else if (JsonValues.Is(ref reader, "title"u8))
            {
                Title = PlainText.OfHtml(JsonValues.Scalar(ref reader));
            }
            else if (JsonValues.Is(ref reader, "version"u8))
            {
                IsFeed |= JsonValues.Scalar(ref reader)?.Contains("jsonfeed.org", StringComparison.OrdinalIgnoreCase) == true;
            }
            else if (JsonValues.Is(ref reader, "home_page_url"u8))
            {
                _site = WebAddress.Base(WebAddress.Resolve(JsonValues.Scalar(ref reader), documentUri));
            }
            else if (JsonValues.Is(ref reader, "author"u8) || JsonValues.Is(ref reader, "authors"u8))
            {
                reader.Read();
                JsonValues.People(ref reader, _authors);
            }
            else
            {
                reader.Read();
                reader.Skip();
            }
        }
    }

    private void Items(ref Utf8JsonReader reader, CancellationToken cancellationToken)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            reader.Skip();
            return;
        }

        IsFeed = true;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (reader.TokenType == JsonTokenType.StartObject)
            {
                Item(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }
    }

    private void Item(ref Utf8JsonReader reader)
    {
        var item = new JsonItem();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (JsonValues.Is(ref reader, "id"u8))
            {
                item.Id = JsonValues.Scalar(ref reader);
            }
            else if (JsonValues.Is(ref reader, "url"u8))
            {
                item.Url = JsonValues.Scalar(ref reader);
            }
            else if (JsonValues.Is(ref reader, "external_url"u8))
            {
                item.ExternalUrl = JsonValues.Scalar(ref reader);
            }
            else if (JsonValues.Is(ref reader, "title"u8))
            {
                item.Title = JsonValues.Scalar(ref reader);
            }
            else if (JsonValues.Is(ref reader, "content_html"u8))
            {
                reader.Read();
                item.Html = Content(ref reader);
            }
            else if (JsonValues.Is(ref reader, "content_text"u8))
            {
                item.Text = JsonValues.Scalar(ref reader);
            }
            else if (JsonValues.Is(ref reader, "summary"u8))
            {
                item.Summary = JsonValues.Scalar(ref reader);
            }
            else if (JsonValues.Is(ref reader, "date_published"u8))
            {
                item.Published = JsonValues.Scalar(ref reader);
            }
            else if (JsonValues.Is(ref reader, "date_modified"u8))
            {
                item.Modified = JsonValues.Scalar(ref reader);
            }
            else if (JsonValues.Is(ref reader, "author"u8) || JsonValues.Is(ref reader, "authors"u8))
            {
                reader.Read();
                JsonValues.People(ref reader, item.Authors);
            }
            else if (JsonValues.Is(ref reader, "tags"u8))
            {
                reader.Read();
                JsonValues.Strings(ref reader, item.Tags);
            }
            else
            {
                reader.Read();
                reader.Skip();
            }
        }

        if (Make(item) is { } entry)
        {
            Entries.Add(entry);
        }
    }

    private Entry? Make(JsonItem item)
    {
        var title = PlainText.OfHtml(item.Title);
        var link = WebAddress.Resolve(item.Url ?? item.ExternalUrl, _site ?? documentUri)
            ?? (item.Id is { } address && WebAddress.IsWeb(address) ? address : null);
        TextPiece? body = !string.IsNullOrWhiteSpace(item.Text) ? new(item.Text, TextKind.Text, null)
            : !string.IsNullOrWhiteSpace(item.Summary) ? new(item.Summary, TextKind.Guess, null)
            : null;
        var clean = item.Html is { } html && !html.Span.IsWhiteSpace() ? Body.Of(html.Span, TextKind.Html, WebAddress.Base(link) ?? _site ?? documentUri, _cleaner)
            : body?.Clean(_cleaner) ?? new(null, []);
        if (title is null && link is null && item.Id is null && clean.Paragraphs.Count == 0)
        {
            return null;
        }

        return new Entry
        {
            Key = string.IsNullOrWhiteSpace(item.Id) ? (link is null ? EntryIdentity.OfText(title, clean.Paragraphs) : CanonicalLink.Of(link)) : item.Id.Trim(),
            Title = title,
            Link = link,
            Published = DateReader.Read(item.Published, zone),
            Updated = DateReader.Read(item.Modified, zone),
            Author = Joined(item.Authors),
            Paragraphs = clean.Paragraphs,
            Html = clean.Html,
            FeedSummary = item.Html is null && item.Text is null ? null : PlainText.OfHtml(item.Summary),
            Tags = item.Tags.Count < 2 ? item.Tags : [.. item.Tags.Distinct()],
        };
    }

    /// <summary>In an array that the next item's content takes again; only a string that is in order.</summary>
    private ReadOnlyMemory<char>? Content(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            return JsonValues.Scalar(ref reader, isRead: true)?.AsMemory();
        }

        if (_content.Length < reader.ValueSpan.Length)
        {
            _content = new char[Math.Max(reader.ValueSpan.Length, _content.Length * 2)];
        }

        try
        {
            return _content.AsMemory(0, reader.CopyString(_content));
        }
        catch (InvalidOperationException)
        {
            return JsonValues.Unescaped(ref reader).AsMemory();
        }
    }

    private static string? Joined(List<string> names) => names.Count == 0 ? null : string.Join(", ", names.Distinct());

    private sealed class JsonItem
    {
        public string? Id;
        public string? Url;
        public string? ExternalUrl;
        public string? Title;
        public ReadOnlyMemory<char>? Html;
        public string? Text;
        public string? Summary;
        public string? Published;
        public string? Modified;
        public readonly List<string> Authors = [];
        public readonly List<string> Tags = [];
    }
}

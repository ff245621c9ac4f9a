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
            if (reader.ValueTextEquals("items"u8))
            {
                reader.Read();
                Items(ref reader, cancellationToken);
            }
            else if (reader.ValueTextEquals("title"u8))
            {
                Title = PlainText.OfHtml(Scalar(ref reader));
            }
            else if (reader.ValueTextEquals("version"u8))
            {
                IsFeed |= Scalar(ref reader)?.Contains("jsonfeed.org", StringComparison.OrdinalIgnoreCase) == true;
            }
            else if (reader.ValueTextEquals("home_page_url"u8))
            {
                _site = WebAddress.Base(WebAddress.Resolve(Scalar(ref reader), documentUri));
            }
            else if (reader.ValueTextEquals("author"u8) || reader.ValueTextEquals("authors"u8))
            {
                reader.Read();
                People(ref reader, _authors);
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
            if (reader.ValueTextEquals("id"u8))
            {
                item.Id = Scalar(ref reader);
            }
            else if (reader.ValueTextEquals("url"u8))
            {
                item.Url = Scalar(ref reader);
            }
            else if (reader.ValueTextEquals("external_url"u8))
            {
                item.ExternalUrl = Scalar(ref reader);
            }
            else if (reader.ValueTextEquals("title"u8))
            {
                item.Title = Scalar(ref reader);
            }
            else if (reader.ValueTextEquals("content_html"u8))
            {
                reader.Read();
                item.Html = Content(ref reader);
            }
            else if (reader.ValueTextEquals("content_text"u8))
            {
                item.Text = Scalar(ref reader);
            }
            else if (reader.ValueTextEquals("summary"u8))
            {
                item.Summary = Scalar(ref reader);
            }
            else if (reader.ValueTextEquals("date_published"u8))
            {
                item.Published = Scalar(ref reader);
            }
            else if (reader.ValueTextEquals("date_modified"u8))
            {
                item.Modified = Scalar(ref reader);
            }
            else if (reader.ValueTextEquals("author"u8) || reader.ValueTextEquals("authors"u8))
            {
                reader.Read();
                People(ref reader, item.Authors);
            }
            else if (reader.ValueTextEquals("tags"u8))
            {
                reader.Read();
                Strings(ref reader, item.Tags);
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
            Tags = [.. item.Tags.Distinct()],
        };
    }

    private static void People(ref Utf8JsonReader reader, List<string> names)
    {
        if (reader.TokenType == JsonTokenType.StartArray)
        {
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                People(ref reader, names);
            }
        }
        else if (reader.TokenType == JsonTokenType.StartObject)
        {
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (!reader.ValueTextEquals("name"u8))
                {
                    reader.Read();
                    reader.Skip();
                }
                else if (PlainText.OfHtml(Scalar(ref reader)) is { } name)
                {
                    names.Add(name);
                }
            }
        }
        else if (reader.TokenType == JsonTokenType.String && PlainText.OfHtml(reader.GetString()) is { } name)
        {
            names.Add(name);
        }
    }

    private static void Strings(ref Utf8JsonReader reader, List<string> texts)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            if (reader.TokenType == JsonTokenType.String && PlainText.OfHtml(reader.GetString()) is { } only)
            {
                texts.Add(only);
            }

            reader.Skip();
            return;
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType == JsonTokenType.String && PlainText.OfHtml(reader.GetString()) is { } text)
            {
                texts.Add(text);
            }
            else
            {
                reader.Skip();
            }
        }
    }

    /// <summary>In an array that the next item's content takes again; only a string that is in order.</summary>
    private ReadOnlyMemory<char>? Content(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            return Scalar(ref reader, isRead: true)?.AsMemory();
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
            return Unescaped(ref reader).AsMemory();
        }
    }

    /// <summary>Strings, and numbers as they are written; anything else is passed over.</summary>
    private static string? Scalar(ref Utf8JsonReader reader, bool isRead = false)
    {
        if (!isRead)
        {
            reader.Read();
        }

        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return Unescaped(ref reader);
            case JsonTokenType.Number:
                return System.Text.Encoding.UTF8.GetString(reader.ValueSpan);
            default:
                reader.Skip();
                return null;
        }
    }

    /// <summary>A lone surrogate escape is no character; the rest of the string is kept.</summary>
    private static string? Unescaped(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            var raw = System.Text.Encoding.UTF8.GetString(reader.ValueSpan);
            return System.Text.RegularExpressions.Regex.Replace(raw, @"\\u([0-9a-fA-F]{4})|\\(.)", m =>
                m.Groups[1].Success
                    ? Convert.ToInt32(m.Groups[1].Value, 16) is >= 0xD800 and <= 0xDFFF ? "\uFFFD" : ((char)Convert.ToInt32(m.Groups[1].Value, 16)).ToString()
                    : m.Groups[2].Value switch { "n" => "\n", "t" => "\t", "r" => "\r", var c => c });
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

using System.Text.Json.Serialization;
using Bot.Sources.Dates;
using Bot.Sources.Identity;
using Bot.Sources.Markup;

namespace Bot.Sources.Push;

/// <summary>One bulletin as a client sends it.</summary>
internal sealed record PushedBulletin
{
    /// <summary>The client's own id: sending it again changes the bulletin instead of adding one.</summary>
    [JsonPropertyName("id")]
    public string? Id { get; init; }

    [JsonPropertyName("title")]
    public string? Title { get; init; }

    [JsonPropertyName("subtitle")]
    public string? Subtitle { get; init; }

    [JsonPropertyName("link")]
    public string? Link { get; init; }

    [JsonPropertyName("published")]
    public string? Published { get; init; }

    [JsonPropertyName("author")]
    public string? Author { get; init; }

    /// <summary>HTML; comes before <see cref="Text"/>.</summary>
    [JsonPropertyName("html")]
    public string? Html { get; init; }

    [JsonPropertyName("text")]
    public string? Text { get; init; }

    [JsonPropertyName("tags")]
    public IReadOnlyList<string>? Tags { get; init; }

    /// <summary>The entry, or why it is none.</summary>
    public (Entry? Entry, Said? Fault) ToEntry(TimeZoneInfo zone)
    {
        var title = PlainText.OfText(Title);
        var clean = !string.IsNullOrWhiteSpace(Html) ? new HtmlCleaner().Clean(Html, WebAddress.Base(Link))
            : new(null, string.IsNullOrWhiteSpace(Text) ? [] : PlainParagraphs.Of(Text));
        if (title is null && clean.Paragraphs.Count == 0)
        {
            return (null, Said.Of("Push_Empty"));
        }

        if (Link is not null && WebAddress.Base(Link) is null)
        {
            return (null, Said.Of("Push_BadLink", Link));
        }

        var published = DateReader.Read(Published, zone, chinese: true);
        if (!string.IsNullOrWhiteSpace(Published) && published is null)
        {
            return (null, Said.Of("Push_BadDate", Published));
        }

        return (new Entry
        {
            Key = !string.IsNullOrWhiteSpace(Id) ? Id.Trim() : Link is not null ? CanonicalLink.Of(Link) : EntryIdentity.OfText(title, clean.Paragraphs),
            Title = title,
            Subtitle = PlainText.OfText(Subtitle),
            Link = Link,
            Published = published,
            Author = PlainText.OfText(Author),
            Paragraphs = clean.Paragraphs,
            Html = clean.Html,
            Tags = [.. (Tags ?? []).Select(PlainText.OfText).OfType<string>().Distinct()],
        }, null);
    }
}

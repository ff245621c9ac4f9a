using System.Globalization;
using Bot.Sources;
using Bot.Subscribers;
using Bot.Texts;
using Bot.Topics;

namespace Bot.Deliveries;

/// <summary>A digest in no channel's markup: by topic, the most urgent and newest first. It tells summaries where all fits in one message, and else headlines alone.</summary>
internal sealed class DigestMessages(SourceCatalogue sources, TopicCatalogue catalogue)
{
    /// <summary>What one message of the narrowest chat holds, with room for its head.</summary>
    private const int MostCharacters = 3800;

    private const int MostButtons = 10;
    private const int ButtonsInARow = 5;

    private static readonly Words _words = Words.Of<DigestMessages>("DeliveriesWords");

    public Message Compose(Digest digest, Language language, TimeZoneInfo zone, MessageLength length)
    {
        var items = Ordered(digest.Items);
        var full = length != MessageLength.Short;
        var paragraphs = Paragraphs(digest, items, language, zone, full);
        if (full && paragraphs.Sum(p => p.Spans.Sum(s => s.Text.Length) + 1) > MostCharacters)
        {
            paragraphs = Paragraphs(digest, items, language, zone, summaries: false);
        }

        var buttons = items.Take(MostButtons).Select((item, i) => new Button(
            _words.Get(language, "digest.read", i + 1), string.Create(CultureInfo.InvariantCulture, $"read:{item.Bulletin.Id}")));
        return new Message(paragraphs, [.. buttons.Chunk(ButtonsInARow)]);
    }

    private List<DigestItem> Ordered(IReadOnlyList<DigestItem> items)
    {
        var places = catalogue.Topics.Index().ToDictionary(t => t.Item.Id, t => t.Index);
        return [.. items
            .OrderBy(i => i.Topic.Priority)
            .ThenBy(i => places.GetValueOrDefault(i.Topic.Id, int.MaxValue))
            .ThenByDescending(i => i.Bulletin.PublishedAt ?? i.Bulletin.SeenAt)
            .ThenByDescending(i => i.Bulletin.Id)];
    }

    private List<Paragraph> Paragraphs(Digest digest, List<DigestItem> items, Language language, TimeZoneInfo zone, bool summaries)
    {
        string Say(string key, params object?[] values) => _words.Get(language, key, values);
        string Moment(DateTimeOffset moment) => Say("digest.moment", TimeZoneInfo.ConvertTime(moment, zone));

        var title = Say(digest.Kind switch { DigestKind.Daily => "digest.daily", DigestKind.Weekly => "digest.weekly", DigestKind.Quiet => "digest.quiet", _ => "digest.crowd" });
        List<Paragraph> paragraphs =
        [
            new([new Span(title, SpanStyle.Bold)]),
            new([new Span(Say(items.Count == 1 ? "digest.period.one" : "digest.period", Moment(digest.From), Moment(digest.Due), items.Count), SpanStyle.Italic)]),
        ];
        if (digest.IsLate)
        {
            paragraphs.Add(new([new Span(Say("digest.late"), SpanStyle.Italic)]));
        }

        var topic = (Topic?)null;
        foreach (var (i, item) in items.Index())
        {
            if (topic?.Id != item.Topic.Id)
            {
                topic = item.Topic;
                paragraphs.Add(new([new Span("")]));
                paragraphs.Add(new([new Span("◆ " + (topic.Priority == TopicPriority.Urgent ? Say("urgent") : "") + topic.NameIn(language), SpanStyle.Bold)]));
            }

            paragraphs.Add(new(
            [
                new Span(string.Create(CultureInfo.InvariantCulture, $"{i + 1}. ")),
                new Span(item.Bulletin.Title ?? Say("untitled"), SpanStyle.Bold, item.Bulletin.Link),
                new Span(" · " + (sources.Find(item.Bulletin.SourceId)?.Name ?? item.Bulletin.SourceId), SpanStyle.Italic),
            ])
            { BeginsItem = true });
            if (summaries && item.Bulletin.Summary.Length > 0)
            {
                paragraphs.Add(new([new Span(item.Bulletin.Summary)]));
            }
        }

        return paragraphs;
    }
}

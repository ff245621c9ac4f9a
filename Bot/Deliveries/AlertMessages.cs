using System.Globalization;
using Bot.Bulletins;
using Bot.Sources;
using Bot.Texts;
using Bot.Topics;

namespace Bot.Deliveries;

/// <summary>An alert in no channel's markup: title, summary, topics, where it is from; then what a reader can do about it.</summary>
internal sealed class AlertMessages(SourceCatalogue sources)
{
    /// <summary>Below this, an alert says that the headline may be another article's.</summary>
    public const double SureOfHeadline = 0.5;

    private static readonly Words _words = Words.Of<AlertMessages>("DeliveriesWords");

    /// <param name="topics">Those of the bulletin's topics that the chat follows.</param>
    /// <param name="zone">The reader's.</param>
    /// <param name="isUpdate">Whether it takes the place of an alert that told an earlier revision.</param>
    public Message Compose(BulletinRow bulletin, IReadOnlyList<Topic> topics, Language language, TimeZoneInfo zone, bool isUpdate = false)
    {
        string Say(string key, params object?[] values) => _words.Get(language, key, values);

        List<Paragraph> paragraphs = [new([.. Badges(bulletin, isUpdate, Say), .. Title(bulletin, topics, Say)])];
        if (bulletin.Summary.Length > 0)
        {
            paragraphs.Add(new([new Span(bulletin.Summary)]));
        }

        if (bulletin.Title is not null && bulletin.HeadlineConfidence < SureOfHeadline)
        {
            paragraphs.Add(new([new Span(Say("uncertain"), SpanStyle.Italic)]));
        }

        paragraphs.Add(new([new Span(Say("topics", string.Join(Say("comma"), topics.Select(t => t.NameIn(language)))))]));
        paragraphs.Add(new([new Span(string.Join(" · ", Origin(bulletin, zone)), SpanStyle.Italic)]));
        return new Message(paragraphs,
        [
            [Tap("read"), Tap("why"), Tap("mute"), Tap("irrelevant")],
        ]);

        Button Tap(string verb) => new(Say(verb), string.Create(CultureInfo.InvariantCulture, $"{verb}:{bulletin.Id}"));
    }

    private static IEnumerable<Span> Badges(BulletinRow bulletin, bool isUpdate, Func<string, object?[], string> say)
    {
        if (bulletin.WithdrawnAt is not null)
        {
            yield return new Span(say("withdrawn", []), SpanStyle.Bold);
        }
        else if (isUpdate)
        {
            yield return new Span(say("updated", []), SpanStyle.Bold);
        }
    }

    private static IEnumerable<Span> Title(BulletinRow bulletin, IReadOnlyList<Topic> topics, Func<string, object?[], string> say)
    {
        if (topics.Any(t => t.Priority == TopicPriority.Urgent))
        {
            yield return new Span(say("urgent", []), SpanStyle.Bold);
        }

        yield return new Span(bulletin.Title ?? say("untitled", []), SpanStyle.Bold, bulletin.Link);
    }

    private IEnumerable<string> Origin(BulletinRow bulletin, TimeZoneInfo zone)
    {
        var source = sources.Find(bulletin.SourceId);
        yield return source?.Name ?? bulletin.SourceId;
        if (bulletin.Regions.Count > 0)
        {
            yield return bulletin.Regions[0];
        }

        // A printed page says its day only, as its source's midnight: that day is the same for every reader.
        var published = bulletin.PublishedAt is { } at && source is not null ? TimeZoneInfo.ConvertTime(at, source.TimeZone) : (DateTimeOffset?)null;
        yield return published is { TimeOfDay.Ticks: 0 } day
            ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : TimeZoneInfo.ConvertTime(bulletin.PublishedAt ?? bulletin.SeenAt, zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
    }
}

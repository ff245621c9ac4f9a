using System.Globalization;
using Bot.Bulletins;
using Bot.Bulletins.Facts;
using Bot.Bulletins.Lifecycle;
using Bot.Bulletins.Stories;
using Bot.Sources;
using Bot.Subscribers;
using Bot.Summaries;
using Bot.Texts;
using Bot.Topics;

namespace Bot.Deliveries;

/// <summary>An alert in no channel's markup: title, summary, topics, where it is from; then what a reader can do about it.</summary>
internal sealed class AlertMessages(SourceCatalogue sources, PublicAddress site)
{
    /// <summary>Below this, an alert says that the headline may be another article's.</summary>
    public const double SureOfHeadline = 0.5;

    /// <summary>How much of the text a long alert shows.</summary>
    private const int BeginningCharacters = 800;
    private const int MostEarlier = 2;

    private static readonly Words _words = Words.Of<AlertMessages>("DeliveriesWords");

    /// <param name="topics">Those of the bulletin's topics that the chat follows.</param>
    /// <param name="zone">The reader's.</param>
    /// <param name="elsewhere">The story's bulletins in other sources.</param>
    /// <param name="isUpdate">Whether it takes the place of an alert that told an earlier revision.</param>
    public Message Compose(
        BulletinRow bulletin, IReadOnlyList<Topic> topics, Language language, TimeZoneInfo zone, MessageLength length = MessageLength.Normal,
        AlertDetail? detail = null, IReadOnlyList<Telling>? elsewhere = null, bool isUpdate = false)
    {
        string Say(string key, params object?[] values) => _words.Get(language, key, values);

        List<Paragraph> paragraphs = [new([.. Badges(bulletin, isUpdate, Say), .. Title(bulletin, topics, Say)])];
        if (length == MessageLength.Short)
        {
            // The headline is all that is wanted.
        }
        else if (detail?.ByModel is { } byModel)
        {
            paragraphs.Add(new([new Span(Say("labelled", SummaryWriter.Label(language)), SpanStyle.Italic), new Span(byModel)]));
        }
        else if (bulletin.Summary.Length > 0)
        {
            paragraphs.Add(new([new Span(bulletin.Summary)]));
        }

        if (length == MessageLength.Long)
        {
            paragraphs.AddRange(Beginning(bulletin.Paragraphs).Select(p => new Paragraph([new Span(p)])));
        }

        if (bulletin.Title is not null && bulletin.HeadlineConfidence < SureOfHeadline)
        {
            paragraphs.Add(new([new Span(Say("uncertain"), SpanStyle.Italic)]));
        }

        detail ??= AlertDetail.None;
        if (length != MessageLength.Short)
        {
            paragraphs.AddRange(Told(detail, language));
        }

        paragraphs.Add(new([new Span(Say("topics", string.Join(Say("comma"), topics.Select(t => t.NameIn(language)))))]));
        paragraphs.Add(new([new Span(string.Join(" · ", Origin(bulletin, zone, Say)), SpanStyle.Italic)]));
        if (elsewhere is { Count: > 0 })
        {
            paragraphs.Add(new([.. AlsoIn(elsewhere, Say)]));
        }

        return new Message(paragraphs,
        [
            [Tap("read"), Tap("why"), Tap("mute"), Tap("irrelevant")],
            .. More(),
        ]);

        Button Tap(string verb) => new(Say(verb), string.Create(CultureInfo.InvariantCulture, $"{verb}:{bulletin.Id}"));

        IEnumerable<IReadOnlyList<Button>> More()
        {
            if (detail.Facts.Any(f => Reminders.Binds(f.Kind) && f.Date is { } date && date.DayNumber > DayOf(bulletin)))
            {
                yield return [Tap("remind")];
            }

            if (detail.Earlier.Count > 0)
            {
                yield return [new Button(Say("earlier"), string.Create(CultureInfo.InvariantCulture, $"read:{detail.Earlier[0].Id}"))];
            }
        }
    }

    /// <summary>Whole paragraphs as far as they fit, and of the first one at least its beginning.</summary>
    private static IEnumerable<string> Beginning(IReadOnlyList<string> paragraphs)
    {
        var left = BeginningCharacters;
        foreach (var paragraph in paragraphs)
        {
            if (paragraph.Length > left)
            {
                if (left == BeginningCharacters)
                {
                    yield return paragraph[..(char.IsHighSurrogate(paragraph[left - 1]) ? left - 1 : left)] + "…";
                }

                yield break;
            }

            left -= paragraph.Length;
            yield return paragraph;
        }
    }

    /// <summary>Its facts in a line, and the earlier texts that it points back to.</summary>
    private IEnumerable<Paragraph> Told(AlertDetail detail, Language language)
    {
        if (FactLine.Of(detail.Facts, language) is { Length: > 0 } facts)
        {
            yield return new([new Span(facts)]);
        }

        foreach (var earlier in detail.Earlier.Take(MostEarlier))
        {
            yield return new([new Span(LifecycleTexts.RelatesTo(language)), new Span(LifecycleTexts.Name(earlier, language), Link: site.Of(earlier.Id))]);
        }
    }

    private static int DayOf(BulletinRow bulletin) => DateOnly.FromDateTime((bulletin.PublishedAt ?? bulletin.SeenAt).UtcDateTime).DayNumber;

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

    private IEnumerable<Span> AlsoIn(IReadOnlyList<Telling> elsewhere, Func<string, object?[], string> say)
    {
        yield return new Span(say("also", []), SpanStyle.Italic);
        foreach (var (place, telling) in elsewhere.Index())
        {
            yield return new Span((place > 0 ? say("comma", []) : "") + (sources.Find(telling.SourceId)?.Name ?? telling.SourceId), SpanStyle.Italic, telling.Link);
        }
    }

    private IEnumerable<string> Origin(BulletinRow bulletin, TimeZoneInfo zone, Func<string, object?[], string> say)
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
            ? say("day", [day])
            : say("moment", [TimeZoneInfo.ConvertTime(bulletin.PublishedAt ?? bulletin.SeenAt, zone)]);
        if (bulletin.Page is { } page)
        {
            yield return say("page", [page]);
        }
    }
}

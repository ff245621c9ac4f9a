using System.Globalization;
using Bot.Bulletins;
using Bot.Bulletins.Facts;
using Bot.Texts;

namespace Bot.Deliveries;

/// <summary>A reminder in no channel's markup: the date, how far off it is, and the bulletin that says so.</summary>
internal sealed class ReminderMessages(PublicAddress site, TimeProvider clock)
{
    private static readonly Words _words = new("Bot.Deliveries.Reminders.RemindersWords");

    /// <summary>Null where the date stands in the bulletin no longer, or the bulletin was withdrawn.</summary>
    public Message? Compose(DueDelivery delivery, BulletinRow bulletin, AlertDetail detail)
    {
        if (bulletin.WithdrawnAt is not null || ReminderSubject.Parse(delivery.Subject) is not { } subject || !subject.StandsIn(detail.Facts))
        {
            return null;
        }

        var language = LanguageTags.Parse(delivery.Language);
        var zone = TimeZoneInfo.TryFindSystemTimeZoneById(delivery.TimeZone, out var found) ? found : TimeZoneInfo.Utc;
        var left = subject.Date.DayNumber - DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), zone).DateTime).DayNumber;
        var away = left switch
        {
            0 => Say("today"),
            1 => Say("tomorrow"),
            < 0 => Say("past"),
            _ => Say("days", left),
        };
        var fact = detail.Facts.First(f => f.Kind == subject.Kind && f.Date == subject.Date);
        return new Message(
            [
                new([new Span(Say("reminder", away, FactLabels.Say(fact, language)), SpanStyle.Bold)]),
                new([new Span(bulletin.Title ?? Say("untitled"), Link: bulletin.Link ?? site.Of(bulletin.Id))]),
            ],
            [[
                new Button(Say("read"), string.Create(CultureInfo.InvariantCulture, $"read:{bulletin.Id}")),
                new Button(Say("change"), "run:remind"),
            ]])
        {
            Key = $"delivery/{delivery.Id}",
        };

        string Say(string key, params object?[] values) => _words.Get(language, key, values);
    }
}

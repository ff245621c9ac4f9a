using Bot.Bulletins;
using Bot.Texts;

namespace Bot.Deliveries;

/// <summary>What changed since an alert was sent, for where the alert itself cannot be changed; and many alerts in one message.</summary>
internal static class ChangeMessages
{
    /// <summary>A list that is longer is no list to be read.</summary>
    private const int MostListed = 30;

    private static readonly Words _words = Words.Of<AlertMessages>("DeliveriesWords");

    public static Message Changed(BulletinRow bulletin, string note, Language language)
    {
        string Say(string key, params object?[] values) => _words.Get(language, key, values);
        var parts = note.Split(',').Distinct().ToList();
        List<Paragraph> paragraphs = [new([new Span(Say("changed", bulletin.Title ?? Say("untitled")), SpanStyle.Bold, bulletin.Link)])];
        foreach (var part in parts.FindLast(p => p is Change.Withdrawn or Change.Restored) is { } last ? [last] : parts)
        {
            var value = part == Change.Title ? bulletin.Title ?? Say("untitled") : bulletin.Summary;
            paragraphs.Add(new([new Span(Say($"changed.{part}", value))]));
        }

        return new Message(paragraphs, []);
    }

    public static Message Merged(IReadOnlyList<BulletinRow> bulletins, Language language)
    {
        string Say(string key, params object?[] values) => _words.Get(language, key, values);
        List<Paragraph> paragraphs = [new([new Span(Say("merged", bulletins.Count), SpanStyle.Bold)])];
        paragraphs.AddRange(bulletins.Take(MostListed).Select(b => new Paragraph([new Span("· "), new Span(b.Title ?? Say("untitled"), SpanStyle.Plain, b.Link)]) { BeginsItem = true }));
        if (bulletins.Count > MostListed)
        {
            paragraphs.Add(new([new Span(Say("merged.more", bulletins.Count - MostListed), SpanStyle.Italic)]));
        }

        return new Message(paragraphs, []);
    }
}

using Bot.Bulletins;
using Bot.Subscribers;
using Bot.Texts;

namespace Bot.Conversation;

/// <summary>One thing that a chat said, and all that is needed to answer it.</summary>
internal sealed record Turn(ChatRow Chat, Incoming Incoming, CommandMenu Menu)
{
    private static readonly Words _words = Words.Of<Turn>("ConversationWords");

    public Language Language { get; init; } = LanguageTags.Parse(Chat.Language);

    public string Say(string key, params object?[] values) => _words.Get(Language, key, values);

    /// <summary>A moment as the reader's clock shows it.</summary>
    public string Moment(DateTimeOffset moment) => Say("moment", TimeZoneInfo.ConvertTime(moment, Zone));

    /// <summary>When a bulletin was published, or else first seen; a day alone where no hour was given.</summary>
    public string When(BulletinRow bulletin)
    {
        return bulletin.PublishedAt is { } published && PublicationDay.Of(published, Zone) is { } day
            ? Say("day", day)
            : Moment(bulletin.PublishedAt ?? bulletin.SeenAt);
    }

    /// <summary>The reader's.</summary>
    public TimeZoneInfo Zone => TimeZoneInfo.TryFindSystemTimeZoneById(Chat.TimeZone, out var zone) ? zone : TimeZoneInfo.Utc;
}

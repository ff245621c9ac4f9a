namespace Bot.Bulletins.Stories;

/// <summary>A story that is told already.</summary>
/// <param name="IsFuller">Whether the new bulletin tells clearly more of it.</param>
internal sealed record StoryTold(long StoryId, bool IsFuller);

namespace Bot.Bulletins.Stories;

/// <summary>A story that is told already.</summary>
/// <param name="BulletinId">The bulletin of it that says the same.</param>
/// <param name="IsFuller">Whether the new bulletin tells clearly more of it.</param>
internal sealed record StoryTold(long BulletinId, bool IsFuller);

using Bot.Bulletins;
using Bot.Topics;

namespace Bot.Pipeline;

/// <summary>A bulletin before it is written: what it says, and the topics that it belongs to.</summary>
internal sealed record Understood(BulletinDraft Draft, IReadOnlyList<TopicMatch> Matches);

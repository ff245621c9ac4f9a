using Bot.Bulletins;
using Bot.Topics;

namespace Bot.Deliveries;

/// <param name="Topics">Those of the bulletin's topics that the chat follows, in the admins' order; never empty.</param>
internal sealed record DigestItem(BulletinRow Bulletin, IReadOnlyList<Topic> Topics)
{
    /// <summary>Under which it stands in a digest: the most pressing one.</summary>
    public Topic Topic { get; } = Topics.MinBy(t => t.Priority)!;
}

/// <param name="From">Where the digest's time begins.</param>
/// <param name="IsLate">Whether the program was off when it was due.</param>
internal sealed record Digest(DigestKind Kind, DateTimeOffset From, DateTimeOffset Due, bool IsLate, IReadOnlyList<DigestItem> Items);

using Bot.Bulletins;
using Bot.Topics;

namespace Bot.Deliveries;

/// <summary>What a revision changed of what an alert says, and for whom that is worth another message: a small change only for urgent topics.</summary>
/// <param name="Note">The changed parts, such as <c>title,summary</c>, as they stand with the delivery.</param>
/// <param name="Least">The least pressing topic that it is worth it for.</param>
internal sealed record Change(string Note, TopicPriority Least)
{
    public const string Title = "title";
    public const string Summary = "summary";
    public const string Link = "link";
    public const string Text = "text";
    public const string Withdrawn = "withdrawn";

    public const string Restored = "restored";

    public static Change Restoration { get; } = new(Restored, TopicPriority.Low);

    public static Change Withdrawal { get; } = new(Withdrawn, TopicPriority.Low);

    public static Change Between(BulletinFace before, BulletinRow now)
    {
        List<string> parts = [];
        if (before.Title != now.Title)
        {
            parts.Add(Title);
        }

        if (before.Summary != now.Summary)
        {
            parts.Add(Summary);
        }

        if (before.Link != now.Link)
        {
            parts.Add(Link);
        }

        return parts switch
        {
            [] => new Change(Text, TopicPriority.Urgent),
            [Title, ..] => new Change(string.Join(',', parts), TopicPriority.Low),
            _ => new Change(string.Join(',', parts), TopicPriority.Normal),
        };
    }
}

namespace Bot.Topics;

/// <summary>A word stands here.</summary>
/// <param name="Segment">Which piece of the text (see <see cref="MatchText"/>).</param>
/// <param name="Start">In the folded piece, from 0.</param>
/// <param name="Length">In folded characters.</param>
internal readonly record struct Find(int Segment, int Start, int Length)
{
    public int End => Start + Length;
}

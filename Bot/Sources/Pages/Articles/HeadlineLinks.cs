using Bot.Sources.Pages.Text;

namespace Bot.Sources.Pages.Articles;

/// <summary>How a piece of a headline belongs to the piece before it.</summary>
internal enum Link
{
    /// <summary>Not at all: another headline begins.</summary>
    Cut,

    /// <summary>Both are of one title, or of one subtitle.</summary>
    Join,

    /// <summary>The subtitle begins.</summary>
    Sub,

    /// <summary>What came before was the kicker.</summary>
    Kick,
}

/// <summary>A headline as one reading of its group has it.</summary>
internal sealed record HeadlineCandidate(HeadlineGroup Group, int GroupIndex, int From, int To, Link[] Links)
{
    /// <summary>How many headlines come before it, and after it, in the same place between two texts.</summary>
    public int Before { get; init; }

    public int After { get; init; }
}

/// <summary>The readings of a headline group: which are possible, how likely each is by its looks alone, and what each says.</summary>
internal static class HeadlineLinks
{
    /// <summary>Two longer lines that happen to be of one width may as well be a kicker and a title.</summary>
    private const double LongestHalf = 9;

    /// <summary>The reading of the gap before part <paramref name="i"/>, by the looks of the pieces; greater is likelier.</summary>
    public static double Prior(HeadlineGroup group, int i, Link link, Vocabulary vocabulary)
    {
        var (before, part) = (group.Parts[i - 1], group.Parts[i]);
        if (before.Size > 0 && part.Size > 0 && Math.Abs(before.Size - part.Size) > 0.08 * Math.Max(before.Size, part.Size))
            return BySize(before, part, link);
        if (before.Text.EndsWith('—') && part.Apart == Apart.Line)
            return link == Link.Kick ? 1 : -3;
        if (part.Text.StartsWith('—') || part.Text.StartsWith("--", StringComparison.Ordinal))
            return link == Link.Sub ? 1 : -3;
        if (part.Apart == Apart.Gap)
            return ByGap(before, part, link);
        // Printed in one size right under one another.
        if (part is { Apart: Apart.Line, Size: > 0 } && before.Size > 0)
            return link == Link.Join ? 0.3 : -1.5;
        if (part.Apart == Apart.Line && Math.Abs(before.Width - part.Width) <= 0.1 && before.Width is >= 4 and <= LongestHalf && !LinkSigns.IsKicker(before.Text) && !LinkSigns.IsSubtitle(part.Text))
        {
            // Two lines of just one length are two halves; but a short line over the two halves of a longer one is a kicker as well.
            var overTwo = before.Apart != Apart.Gap && LinkSigns.LineWidth(group, i) > LinkSigns.LineWidth(group, i - 1) + 1.1;
            return link switch { Link.Join => overTwo ? 0 : 0.2, Link.Kick => overTwo ? 0 : -1.2, Link.Cut => -1.6, _ => -1.2 };
        }

        var signs = LinkSigns.Of(group, i, vocabulary);
        var weights = LinkWeights.Learned[(int)link];
        double score = 0;
        for (var f = 0; f < signs.Length; f++)
            score += signs[f] * weights[f];
        return score;
    }

    /// <summary>Whether the readings of a group's gaps go together: a kicker comes first, and nothing but another headline after a subtitle.</summary>
    public static bool AreValid(ReadOnlySpan<Link> links)
    {
        var (titled, sub) = (false, false);
        foreach (var link in links)
        {
            switch (link)
            {
                case Link.Cut:
                    (titled, sub) = (false, false);
                    break;
                case Link.Kick when titled || sub:
                    return false;
                case Link.Kick:
                    titled = true;
                    break;
                case Link.Sub when sub:
                    return false;
                case Link.Sub:
                    sub = true;
                    break;
                default:
                    break;
            }
        }

        return true;
    }

    public static List<HeadlineCandidate> Read(HeadlineGroup group, int index, Link[] links)
    {
        var candidates = new List<HeadlineCandidate>();
        var from = 0;
        for (var part = 1; part <= group.Parts.Count; part++)
        {
            if (part < group.Parts.Count && links[part - 1] != Link.Cut)
                continue;
            candidates.Add(new(group, index, from, part, links));
            from = part;
        }

        return candidates;
    }

    public static Headline Write(HeadlineCandidate candidate, Vocabulary vocabulary)
    {
        var parts = candidate.Group.Parts;
        string? kicker = null, subtitle = null;
        var text = Spacing.Unspaced(parts[candidate.From].Text);
        string? title = null;
        for (var i = candidate.From + 1; i < candidate.To; i++)
        {
            var next = Spacing.Unspaced(parts[i].Text);
            switch (candidate.Links[i - 1])
            {
                case Link.Kick:
                    (kicker, text) = (text, next);
                    break;
                case Link.Sub:
                    (title, text) = (text, next);
                    break;
                default:
                    text = NeedsSpace(parts[i - 1], parts[i], vocabulary) ? $"{text} {next}" : text + next;
                    break;
            }
        }

        if (title is null)
            title = text;
        else
            subtitle = text.TrimStart('—', '-', ' ');
        return new(title, kicker, subtitle);
    }

    /// <summary>Two phrases of a headline are set apart by a space; a phrase that only the line's end parted is drawn together.</summary>
    private static bool NeedsSpace(HeadlinePart before, HeadlinePart part, Vocabulary vocabulary) =>
        part.Apart == Apart.Gap || (IsBalanced(before, part) && !LinkSigns.IsAttested(before, part, vocabulary) && !char.IsPunctuation(before.Text[^1]));

    private static bool IsBalanced(HeadlinePart before, HeadlinePart part) => before.Width <= 15 && Math.Abs(before.Width - part.Width) <= 1.1;

    /// <summary>Two halves of one headline are about as long; a wide gap parts two headlines.</summary>
    private static double ByGap(HeadlinePart before, HeadlinePart part, Link link)
    {
        var balanced = Math.Abs(before.Width - part.Width) <= 2 && before.Width <= 15;
        return link switch
        {
            Link.Join => balanced ? 0.2 : part.Width <= 14 && before.Width <= 14 ? -0.2 : -0.6,
            Link.Cut => part.GapWidth >= 3 ? -0.3 : balanced ? -1.1 : -0.7,
            _ => -2,
        };
    }

    private static double BySize(HeadlinePart before, HeadlinePart part, Link link) => (before.Size > part.Size, link) switch
    {
        (true, Link.Sub) => 0.3,
        (false, Link.Kick) => 0.2,
        (_, Link.Cut) => part.Apart == Apart.Block ? 0 : -0.4,
        _ => -1.5,
    };
}

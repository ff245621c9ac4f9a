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
    /// <summary>How many headlines of its group come before it, and after it.</summary>
    public int Before { get; init; }

    public int After { get; init; }
}

/// <summary>The readings of a headline group: which are possible, how likely each is by its looks alone, and what each says.</summary>
internal static class HeadlineLinks
{
    /// <summary>The readings of the gap before <paramref name="part"/>, by the looks of the two pieces; greater is likelier, 0 is plain.</summary>
    public static double Prior(HeadlinePart before, HeadlinePart part, Link link, Vocabulary vocabulary)
    {
        if (part.Text.StartsWith('—') || part.Text.StartsWith("--", StringComparison.Ordinal))
            return link == Link.Sub ? 1 : -2;
        if (before.Size > 0 && part.Size > 0 && Math.Abs(before.Size - part.Size) > 0.08 * Math.Max(before.Size, part.Size))
            return BySize(before, part, link);

        var sized = before.Size > 0 && part.Size > 0;
        var balanced = IsBalanced(before, part);
        var wrapped = part.Apart != Apart.Gap && IsAttested(before, part, vocabulary);
        return (part.Apart, link) switch
        {
            (Apart.Gap, Link.Join) => balanced ? 0.2 : part.Width <= 14 && before.Width <= 14 ? -0.2 : -0.7,
            (Apart.Gap, Link.Cut) => part.GapWidth >= 3 ? -0.2 : balanced ? -0.9 : -0.5,
            (Apart.Gap, _) => -2,
            (Apart.Line, Link.Join) => wrapped || sized ? 0.5 : balanced ? 0.2 : -0.6,
            (Apart.Line, Link.Sub) => sized ? -1.5 : balanced ? -1 : part.Width > before.Width ? -0.1 : -0.5,
            (Apart.Line, Link.Kick) => sized ? -1.5 : balanced ? -1.4 : -0.7,
            (Apart.Line, Link.Cut) => sized ? -1.2 : -0.7,
            (_, Link.Cut) => 0.1,
            (_, Link.Join) => wrapped ? 0 : balanced ? -0.7 : -1.1,
            (_, Link.Sub) => balanced ? -1.2 : -0.5,
            (_, Link.Kick) => -1,
            _ => -2,
        };
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

        for (var i = 0; i < candidates.Count; i++)
            candidates[i] = candidates[i] with { Before = i, After = candidates.Count - 1 - i };
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
        part.Apart == Apart.Gap || (IsBalanced(before, part) && !IsAttested(before, part, vocabulary) && !char.IsPunctuation(before.Text[^1]));

    private static bool IsBalanced(HeadlinePart before, HeadlinePart part) => before.Width <= 15 && Math.Abs(before.Width - part.Width) <= 1.1;

    /// <summary>The characters on either side of the gap stand side by side somewhere in the page's text.</summary>
    private static bool IsAttested(HeadlinePart before, HeadlinePart part, Vocabulary vocabulary) => vocabulary.Has(before.Text[^1], part.Text[0]);

    private static double BySize(HeadlinePart before, HeadlinePart part, Link link) => (before.Size > part.Size, link) switch
    {
        (true, Link.Sub) => 0.3,
        (false, Link.Kick) => 0.2,
        (_, Link.Cut) => part.Apart == Apart.Block ? 0 : -0.4,
        _ => -1.5,
    };
}

using Bot.Sources.Pages.Layout;

namespace Bot.Sources.Pages.Articles;

/// <summary>How a piece of a headline is set apart from the piece before it.</summary>
internal enum Apart
{
    /// <summary>It is the first of its group.</summary>
    First,

    /// <summary>By a gap on the line.</summary>
    Gap,

    /// <summary>By a line's end.</summary>
    Line,

    /// <summary>By a blank line, a column's end or something printed between.</summary>
    Block,
}

/// <param name="Size">In points; 0 where unknown.</param>
internal sealed record HeadlinePart(string Text, Apart Apart, int GapWidth = 0, double Size = 0)
{
    public double Width { get; } = Glyphs.Width(Text);
}

/// <summary>Headline lines that stand together: one headline, several, or one with kicker and subtitle. The assignment decides.</summary>
/// <param name="Gap">How many atoms begin before it.</param>
/// <param name="Inside">It interrupts a paragraph of the atom before it.</param>
internal sealed record HeadlineGroup(IReadOnlyList<HeadlinePart> Parts, int Gap, bool Inside, int Sheet)
{
    /// <summary>Cuts a line at gaps between Chinese phrases; gaps beside other scripts do not part a headline.</summary>
    public static List<(string Text, int GapWidth)> PartsOf(string line)
    {
        var parts = new List<(string, int)>();
        int start = 0, gapBefore = 0;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] != ' ')
                continue;
            var end = i;
            while (line[i] == ' ')
                i++;
            var wide = i - end >= 2 || (Glyphs.IsWide(line[end - 1]) && Glyphs.IsWide(line[i]));
            if (!wide || Glyphs.Count(line.AsSpan(start, end - start)) < 2 || Glyphs.Count(line.AsSpan(i)) < 2)
                continue;
            parts.Add((line[start..end], gapBefore));
            (start, gapBefore) = (i, i - end);
        }

        parts.Add((line[start..], gapBefore));
        return parts;
    }

    public static IEnumerable<HeadlinePart> PartsIn(Fragment fragment, Apart apart)
    {
        foreach (var line in fragment.Lines)
        {
            foreach (var (text, gap) in PartsOf(line.Text))
            {
                yield return new(text, gap > 0 ? Apart.Gap : apart, gap, line.Place?.Size ?? 0);
                apart = Apart.Line;
            }
        }
    }
}

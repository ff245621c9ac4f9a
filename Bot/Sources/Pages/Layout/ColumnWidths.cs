namespace Bot.Sources.Pages.Layout;

/// <summary>
/// How wide the column is that each line was set in: the width that most lines around it have. It tells a line that runs on
/// (as wide as its column) from one that ends there.
/// </summary>
internal static class ColumnWidths
{
    private const int Around = 10;

    /// <summary>Narrower columns are not set; wider lines are whole paragraphs that nobody broke.</summary>
    private const double Narrowest = 5.5;
    private const double Widest = 60;

    /// <summary>One width a line; 0 where no column can be made out.</summary>
    public static double[] Of(IReadOnlyList<PageLine> lines, CancellationToken cancellationToken)
    {
        var widths = new double[lines.Count];
        var alone = new bool[lines.Count];
        for (var i = 0; i < lines.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            alone[i] = StandsAlone(lines, i);
        }

        for (var i = 0; i < lines.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            widths[i] = At(lines, i, alone);
        }

        FillIn(lines, widths, cancellationToken);
        return widths;
    }

    /// <summary>Where paragraphs have a line or two, the column is the one that lines further off show, if this line fits into it.</summary>
    private static void FillIn(IReadOnlyList<PageLine> lines, double[] widths, CancellationToken cancellationToken)
    {
        var known = (double[])widths.Clone();
        for (var i = 0; i < lines.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (known[i] > 0)
                continue;
            for (var distance = 1; distance <= 3 * Around && widths[i] == 0; distance++)
            {
                foreach (var other in (ReadOnlySpan<int>)[i - distance, i + distance])
                {
                    if (other >= 0 && other < lines.Count && known[other] > 0 && lines[other].Sheet == lines[i].Sheet && lines[i].Width <= known[other] + 1.1)
                    {
                        widths[i] = known[other];
                        break;
                    }
                }
            }
        }
    }

    private static double At(IReadOnlyList<PageLine> lines, int index, bool[] alone)
    {
        if (OfBlock(lines, index) is var own and > 0)
            return own;
        var first = Math.Max(0, index - Around);
        var last = Math.Min(lines.Count - 1, index + Around);
        double best = 0, bestWeight = 0, total = 0;
        Span<double> weights = stackalloc double[(2 * Around) + 1];
        for (var i = first; i <= last; i++)
        {
            var nearness = Nearness(lines, index, i);
            weights[i - first] = nearness * (alone[i] ? 0.15 : 1);
            total += nearness;
        }

        for (var candidate = first; candidate <= last; candidate++)
        {
            var width = lines[candidate].Width;
            if (width is < Narrowest or > Widest)
                continue;
            double weight = 0;
            for (var i = first; i <= last; i++)
            {
                if (lines[i].Width is >= Narrowest and <= Widest and var other && Math.Abs(other - width) <= 0.8)
                    weight += weights[i - first];
            }

            if (weight > bestWeight + 0.01 || (weight > bestWeight - 0.01 && width > best))
                (best, bestWeight) = (width, weight);
        }

        // Lines that were never broken have no common width.
        return bestWeight >= 0.2 * total && bestWeight >= 3 ? best : OfWideColumn(lines, first, last);
    }

    /// <summary>Paragraphs of wide columns have few lines: the widest that others come near to, but for a first line's indent.</summary>
    private static double OfWideColumn(IReadOnlyList<PageLine> lines, int first, int last)
    {
        double widest = 0;
        for (var i = first; i <= last; i++)
        {
            var width = lines[i].Width;
            if (width <= widest || width is < 18 or > Widest)
                continue;
            var near = 0;
            for (var other = first; other <= last; other++)
                near += lines[other].Width <= width + 0.6 && lines[other].Width >= width - 2.6 ? 1 : 0;
            if (near >= 4)
                widest = width;
        }

        return widest;
    }

    /// <summary>No line beside it is as wide: it shows no column.</summary>
    private static bool StandsAlone(IReadOnlyList<PageLine> lines, int i) =>
        (i == 0 || lines[i - 1].Block != lines[i].Block || Math.Abs(lines[i - 1].Width - lines[i].Width) > 2.6)
        && (i + 1 == lines.Count || lines[i + 1].Block != lines[i].Block || Math.Abs(lines[i + 1].Width - lines[i].Width) > 2.6);

    /// <summary>The width of the block that the line stands in, where the few lines beside it have one.</summary>
    private static double OfBlock(IReadOnlyList<PageLine> lines, int index)
    {
        double best = 0;
        var most = 2;
        var first = index;
        var last = index;
        while (first > 0 && index - first < 5 && lines[first - 1].Block == lines[index].Block)
            first--;
        while (last + 1 < lines.Count && last - index < 5 && lines[last + 1].Block == lines[index].Block)
            last++;
        for (var candidate = first; candidate <= last; candidate++)
        {
            var width = lines[candidate].Width;
            if (width is < Narrowest or > Widest)
                continue;
            var alike = 0;
            for (var i = first; i <= last; i++)
                alike += Math.Abs(lines[i].Width - width) <= 0.8 ? 1 : 0;
            if (alike > most || (alike == most && alike > 2 && width > best))
                (best, most) = (width, alike);
        }

        return 2 * most > last - first ? best : 0;
    }

    private static double Nearness(IReadOnlyList<PageLine> lines, int from, int to) =>
        (lines[from].Sheet != lines[to].Sheet ? 0.1 : 1) * (lines[from].Block == lines[to].Block ? 3 : 1) * (1 - (Math.Abs(from - to) / (Around + 4.0)));
}

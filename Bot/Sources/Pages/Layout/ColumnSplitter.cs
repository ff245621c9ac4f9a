namespace Bot.Sources.Pages.Layout;

/// <summary>
/// Takes apart columns that stand side by side on one text line, as extraction that keeps the layout gives them. Pieces of lines that
/// begin at the same place under one another are a column; columns are read by cutting the page where nothing crosses: left from right
/// where that is possible, else top from bottom.
/// </summary>
internal static class ColumnSplitter
{
    /// <summary>Fewer lines with pieces side by side are no columns but headlines and tables.</summary>
    private const int FewestRows = 5;

    /// <summary>The lines of all columns one after the other; an empty line ends a column. Lines that are not set in columns come back as they are.</summary>
    public static IReadOnlyList<string> Split(IReadOnlyList<string> lines, CancellationToken cancellationToken)
    {
        var byWidth = PieceStack.Cut(lines, c => Glyphs.IsWide(c) ? 2 : 1, cancellationToken);
        if (!AreColumns(byWidth))
            return lines;

        var stacks = PieceStack.Stack(byWidth, cancellationToken);
        var byCount = PieceStack.Stack(PieceStack.Cut(lines, _ => 1, cancellationToken), cancellationToken);
        // The grid on which the pieces stand under one another is the one that the page was written on.
        if (byCount.Count < stacks.Count)
            stacks = byCount;
        var split = new List<string>();
        Read(stacks, 0, split, cancellationToken);
        return split;
    }

    /// <summary>Whether many lines hold two pieces of text, the second beginning where the second of a line nearby begins.</summary>
    private static bool AreColumns(List<List<Piece>> rows)
    {
        var starts = 0;
        var filled = 0;
        for (var y = 0; y < rows.Count; y++)
        {
            filled += rows[y].Count > 0 ? 1 : 0;
            starts += rows[y].Skip(1).Any(p => p.Text.Length >= 4) && rows[y][0].Text.Length >= 4 ? 1 : 0;
        }

        return starts >= FewestRows && starts * 5 >= filled;
    }

    /// <summary>Recursion ends: each cut leaves fewer stacks on either side, and a set without a cut is read as it stands.</summary>
    private static void Read(List<PieceStack> stacks, int depth, List<string> lines, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (stacks.Count > 1 && depth < 200)
        {
            var across = Cut(stacks, s => (s.Left, s.Right));
            var cut = across ?? Cut(stacks, s => (s.Top, s.Bottom));
            if (cut is { } parts)
            {
                Read(parts.First, depth + 1, lines, cancellationToken);
                Read(parts.Second, depth + 1, lines, cancellationToken);
                return;
            }
        }

        foreach (var stack in stacks.OrderBy(s => s.Left / 8).ThenBy(s => s.Top))
        {
            cancellationToken.ThrowIfCancellationRequested();
            stack.Write(lines);
        }
    }

    /// <summary>The first place that no stack crosses.</summary>
    private static (List<PieceStack> First, List<PieceStack> Second)? Cut(List<PieceStack> stacks, Func<PieceStack, (int Start, int End)> side)
    {
        var sorted = stacks.OrderBy(s => side(s).Start).ToList();
        var reach = side(sorted[0]).End;
        for (var i = 1; i < sorted.Count; i++)
        {
            if (side(sorted[i]).Start >= reach)
                return (sorted[..i], sorted[i..]);
            reach = Math.Max(reach, side(sorted[i]).End);
        }

        return null;
    }
}

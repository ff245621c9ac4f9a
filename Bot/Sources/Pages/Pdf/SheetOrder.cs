namespace Bot.Sources.Pages.Pdf;

/// <summary>
/// Blocks in the order in which they are read. The sheet is cut where nothing crosses: across the page before a headline that begins at
/// the left, else between columns, else across. What cannot be cut is read headline by headline, each with the columns under it.
/// </summary>
internal static class SheetOrder
{
    public static List<SheetBlock> Of(List<SheetBlock> blocks, IReadOnlyList<SheetFrame> frames, CancellationToken cancellationToken)
    {
        var ordered = new List<SheetBlock>();
        var rest = blocks;
        var framed = new List<List<SheetBlock>>();
        foreach (var frame in frames)
        {
            var inside = rest.Where(frame.Holds).ToList();
            if (inside.Count == 0 || inside.Count == rest.Count || !inside.Any(b => b.IsHeadline))
                continue;
            framed.Add(inside);
            rest = [.. rest.Except(inside)];
        }

        Read(rest, ordered, 0, cancellationToken);
        foreach (var box in framed)
            Read(box, ordered, 0, cancellationToken);
        return ordered;
    }

    private static void Read(List<SheetBlock> blocks, List<SheetBlock> ordered, int depth, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (blocks.Count < 2 || depth > 200)
        {
            ordered.AddRange(blocks);
            return;
        }

        var across = Cuts(blocks, b => (b.Top, b.Bottom));
        var article = Cuts(blocks, b => (b.Top, b.HeadBottom)).Where(c => BeginsArticle(c.Second)).Select(c => ((List<SheetBlock>, List<SheetBlock>)?)(c.First, c.Second)).FirstOrDefault();
        var columns = Cuts(blocks, b => (b.ZoneLeft, b.ZoneRight));
        var cut = article ?? (columns.Count > 0 ? Best(columns) : across.Count > 0 ? across[0] : null);
        if (cut is not { } parts)
        {
            ByHeadline(blocks, ordered);
            return;
        }

        if (article is null && columns.Count > 0 && HeadlineAmid(blocks) is { Count: > 0 } headline)
        {
            ordered.AddRange(headline);
            Read([.. blocks.Except(headline)], ordered, depth + 1, cancellationToken);
            return;
        }

        Read(parts.Item1, ordered, depth + 1, cancellationToken);
        Read(parts.Item2, ordered, depth + 1, cancellationToken);
    }

    /// <summary>The first block on top, from the left, is a headline: an article begins here over the whole width.</summary>
    private static bool BeginsArticle(List<SheetBlock> blocks)
    {
        var top = blocks.Min(b => b.Top);
        var first = blocks.Where(b => b.Top <= top + (2 * b.Size)).MinBy(b => b.Left)!;
        return first.IsHeadline || blocks.Any(b => b.IsHeadline && (b.Top <= top + 1 || IsOver(first, b)));
    }

    /// <summary>A small line right over the headline: its kicker.</summary>
    private static bool IsOver(SheetBlock line, SheetBlock headline) =>
        line.Lines.Count <= 2 && line.Overlap(headline) > 0 && headline.Top - line.Bottom > -0.5 * line.Size && headline.Top - line.Bottom < 0.8 * headline.Size;

    /// <summary>The only headline among columns, with its kicker and subtitle, on top of a column that is not the first: it heads them all.</summary>
    private static List<SheetBlock> HeadlineAmid(List<SheetBlock> blocks)
    {
        var headline = blocks.Where(b => b.IsHeadline).OrderBy(b => b.Top).ToList();
        var columns = blocks.Where(b => !b.IsHeadline && b.Lines.Count > 1).ToList();
        if (headline.Count == 0 || columns.Count < 2 || headline.Zip(headline.Skip(1)).Any(h => h.First.Overlap(h.Second) <= 0 || h.Second.Top - h.First.Bottom > h.First.Size))
            return [];
        var first = columns.MinBy(b => b.Left)!;
        return first.Right <= headline.Min(h => h.Left) + 1 && first.Top >= headline[0].Top - (3 * first.Size) && first.Top <= headline[^1].Bottom + (3 * first.Size) ? headline : [];
    }

    private static List<(List<SheetBlock> First, List<SheetBlock> Second)> Cuts(List<SheetBlock> blocks, Func<SheetBlock, (double Start, double End)> side)
    {
        var cuts = new List<(List<SheetBlock>, List<SheetBlock>)>();
        var sorted = blocks.OrderBy(b => side(b).Start).ToList();
        var reach = side(sorted[0]).End;
        for (var i = 1; i < sorted.Count; i++)
        {
            if (side(sorted[i]).Start >= reach - 0.5)
                cuts.Add((sorted[..i], sorted[i..]));
            reach = Math.Max(reach, side(sorted[i]).End);
        }

        return cuts;
    }

    /// <summary>Between two headlines side by side rather than between the columns of one.</summary>
    private static (List<SheetBlock>, List<SheetBlock>) Best(List<(List<SheetBlock> First, List<SheetBlock> Second)> cuts) =>
        cuts.FirstOrDefault(c => c.First.Any(b => b.IsHeadline) && BeginsArticle(c.Second)) is { First: not null } best ? best : cuts[0];

    /// <summary>Each block goes to the nearest headline above it; one without goes with what stands left of it.</summary>
    private static void ByHeadline(List<SheetBlock> blocks, List<SheetBlock> ordered)
    {
        var groups = new Dictionary<SheetBlock, List<SheetBlock>>();
        var loose = new List<SheetBlock>();
        foreach (var block in blocks.OrderBy(b => b.Left).ThenBy(b => b.Top))
        {
            var head = block.IsHeadline ? block : blocks.Where(h => h.IsHeadline && h.Bottom <= block.Top + (0.3 * block.Size) && h.Heads(block)).MaxBy(h => h.Bottom);
            if (head is null)
                loose.Add(block);
            else if (groups.TryGetValue(head, out var group))
                group.Add(block);
            else
                groups[head] = [block];
        }

        ordered.AddRange(loose);
        foreach (var group in groups.Values.OrderBy(g => g.Min(b => b.Top)).ThenBy(g => g.Min(b => b.Left)))
            ordered.AddRange(group.OrderByDescending(b => b.IsHeadline).ThenBy(b => b.Left).ThenBy(b => b.Top));
    }
}

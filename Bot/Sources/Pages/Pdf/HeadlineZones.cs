namespace Bot.Sources.Pages.Pdf;

/// <summary>Which columns each headline heads: those that begin on one line right under it, shared out among the headlines of that line.</summary>
internal static class HeadlineZones
{
    public static void Settle(List<SheetBlock> blocks)
    {
        var stacks = Stacks(blocks.Where(b => b.IsHeadline).ToList());
        var texts = blocks.Where(b => !b.IsHeadline).ToList();
        var done = new HashSet<List<SheetBlock>>();
        foreach (var stack in stacks.OrderBy(s => s.Min(b => b.Top)))
        {
            if (done.Contains(stack) || Columns(stack, texts) is not { Count: > 0 } columns)
                continue;
            var top = columns.Min(c => c.Top);
            var peers = stacks.Where(s => s == stack || (!done.Contains(s) && Bottom(s) <= top + 1 && Bottom(s) > top - (4 * columns[0].Size) && columns.Any(c => Overlaps(s, c))))
                .OrderBy(s => s.Min(b => b.Left)).ToList();
            foreach (var (peer, run) in Share(peers, columns))
            {
                done.Add(peer);
                foreach (var block in peer)
                    block.Zone = (run.Min(c => c.Left), run.Max(c => c.Right), run.Min(c => c.Top));
            }
        }
    }

    /// <summary>Kicker, title and subtitle under one another.</summary>
    private static List<List<SheetBlock>> Stacks(List<SheetBlock> headlines)
    {
        var stacks = new List<List<SheetBlock>>();
        foreach (var headline in headlines.OrderBy(h => h.Top))
        {
            var stack = stacks.Find(s => s.Any(b => b.Overlap(headline) > 0 && headline.Top - b.Bottom is var gap && gap < 0.8 * Math.Max(b.Size, headline.Size) && gap > -0.5 * b.Size));
            if (stack is null)
                stacks.Add([headline]);
            else
                stack.Add(headline);
        }

        return stacks;
    }

    /// <summary>Text that begins on one line under the headline, from left to right, side by side without a hole.</summary>
    private static List<SheetBlock> Columns(List<SheetBlock> stack, List<SheetBlock> texts)
    {
        var bottom = Bottom(stack);
        var under = texts.Where(t => t.Top >= bottom - 1 && t.Top < bottom + (5 * t.Size) && Overlaps(stack, t)).ToList();
        if (under.Count == 0)
            return [];
        var top = under.Min(t => t.Top);
        var level = texts.Where(t => Math.Abs(t.Top - top) < 1.2 * t.Size).OrderBy(t => t.Left).ToList();
        var first = level.FindIndex(under.Contains);
        var last = level.FindLastIndex(under.Contains);
        // Columns are alike in width, though the first lines of one may be short.
        var step = level.Max(t => t.Right - t.Left) + (5 * level[0].Size);
        while (first > 0 && level[first].Left - level[first - 1].Left < step)
            first--;
        while (last + 1 < level.Count && level[last + 1].Left - level[last].Left < step)
            last++;
        return level[first..(last + 1)];
    }

    /// <summary>Parts the columns so that each headline stands in the middle over its own, or at their left edge.</summary>
    private static List<(List<SheetBlock> Stack, List<SheetBlock> Columns)> Share(List<List<SheetBlock>> stacks, List<SheetBlock> columns)
    {
        if (stacks.Count > columns.Count)
            return [];
        var best = new double[stacks.Count + 1, columns.Count + 1];
        var from = new int[stacks.Count + 1, columns.Count + 1];
        for (var s = 0; s <= stacks.Count; s++)
        {
            for (var c = 0; c <= columns.Count; c++)
                best[s, c] = s == 0 && c == 0 ? 0 : double.PositiveInfinity;
        }

        for (var s = 1; s <= stacks.Count; s++)
        {
            for (var c = s; c <= columns.Count; c++)
            {
                for (var start = s - 1; start < c; start++)
                {
                    var cost = best[s - 1, start] + Misfit(stacks[s - 1], columns[start], columns[c - 1]);
                    if (cost < best[s, c])
                        (best[s, c], from[s, c]) = (cost, start);
                }
            }
        }

        var shared = new List<(List<SheetBlock>, List<SheetBlock>)>();
        for (int s = stacks.Count, c = columns.Count; s > 0; s--)
        {
            if (double.IsInfinity(best[s, c]))
                return [];
            var start = from[s, c];
            shared.Add((stacks[s - 1], columns[start..c]));
            c = start;
        }

        return shared;
    }

    private static double Misfit(List<SheetBlock> stack, SheetBlock first, SheetBlock last)
    {
        var (left, right) = (stack.Min(b => b.Left), stack.Max(b => b.Right));
        var outside = Math.Max(0, first.Left - left) + Math.Max(0, right - last.Right);
        return Math.Min(Math.Abs(((left + right) / 2) - ((first.Left + last.Right) / 2)), 4 + Math.Abs(left - first.Left)) + (3 * outside);
    }

    private static bool Overlaps(List<SheetBlock> stack, SheetBlock text) => stack.Any(b => b.Overlap(text) > 0);

    private static double Bottom(List<SheetBlock> stack) => stack.Max(b => b.Bottom);
}

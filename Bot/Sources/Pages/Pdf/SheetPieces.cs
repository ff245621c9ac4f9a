namespace Bot.Sources.Pages.Pdf;

/// <summary>
/// Glyphs to lines of columns. A gap parts two columns where the lines above and below have a gap in the same place; in a headline,
/// which stands alone, only where it is wide.
/// </summary>
internal static class SheetPieces
{
    private sealed record Gap(double Left, double Right);

    private sealed record Row(double Baseline, double Size, List<SheetGlyph> Glyphs, List<int> Cuts);

    public static List<SheetPiece> Of(IReadOnlyList<SheetGlyph> glyphs, CancellationToken cancellationToken)
    {
        var rows = Rows(glyphs);
        var textSize = TextSize(glyphs);
        var pieces = new List<SheetPiece>();
        for (var r = 0; r < rows.Count; r++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var row = rows[r];
            var start = 0;
            foreach (var cut in IsTable(rows, r) ? [] : row.Cuts)
            {
                if (IsTab(row, start, cut) || !Parts(rows, r, cut, textSize))
                    continue;
                pieces.Add(new(row.Glyphs[start..cut]));
                start = cut;
            }

            pieces.Add(new(row.Glyphs[start..]));
        }

        return pieces;
    }

    /// <summary>The size that most of the sheet is set in; of two that much of it is set in, as news and notices are, the larger.</summary>
    public static double TextSize(IReadOnlyList<SheetGlyph> glyphs)
    {
        if (glyphs.Count == 0)
            return 0;
        var sizes = glyphs.GroupBy(g => Math.Round(g.Size * 2) / 2).Select(g => (Size: g.Key, Count: g.Count())).ToList();
        var most = sizes.MaxBy(s => s.Count).Size;
        return sizes.Where(s => s.Count >= 0.15 * glyphs.Count && s.Size <= 1.35 * most).Max(s => s.Size);
    }

    /// <summary>Glyphs of one baseline and nearly one size, from left to right.</summary>
    private static List<Row> Rows(IReadOnlyList<SheetGlyph> glyphs)
    {
        var rows = new List<Row>();
        foreach (var glyph in glyphs.OrderBy(g => g.Y))
        {
            Row? home = null;
            for (var i = rows.Count - 1; i >= 0 && i >= rows.Count - 12; i--)
            {
                if (Math.Abs(rows[i].Baseline - glyph.Y) <= 0.16 * Math.Min(rows[i].Size, glyph.Size) && glyph.Size <= 1.25 * rows[i].Size && glyph.Size >= 0.75 * rows[i].Size)
                {
                    home = rows[i];
                    break;
                }
            }

            if (home is null)
                rows.Add(home = new(glyph.Y, glyph.Size, [], []));
            home.Glyphs.Add(glyph);
        }

        foreach (var row in rows)
        {
            row.Glyphs.Sort((a, b) => a.X.CompareTo(b.X));
            var spaced = Spaced(row.Glyphs);
            for (var i = 1; i < row.Glyphs.Count; i++)
            {
                if (row.Glyphs[i].X - row.Glyphs[i - 1].Right - spaced > 0.6 * Math.Max(row.Glyphs[i].Size, row.Glyphs[i - 1].Size))
                    row.Cuts.Add(i);
            }
        }

        return rows;
    }

    /// <summary>A narrow gap behind a few characters is inside the line, a time or a number before what it is of: no column is so narrow.</summary>
    private static bool IsTab(Row row, int start, int cut) =>
        row.Glyphs[cut].X - row.Glyphs[cut - 1].Right <= 1.3 * row.Size && row.Glyphs[cut - 1].Right - row.Glyphs[start].X < 6 * row.Size;

    /// <summary>What lies between all glyphs of a line that is set with spaces, as headlines are.</summary>
    private static double Spaced(List<SheetGlyph> glyphs)
    {
        if (glyphs.Count < 4)
            return 0;
        var gaps = new double[glyphs.Count - 1];
        for (var i = 0; i < gaps.Length; i++)
            gaps[i] = glyphs[i + 1].X - glyphs[i].Right;
        Array.Sort(gaps);
        // A quarter of them may be narrower, beside signs that take half a cell.
        return gaps[gaps.Length / 4] is var gap && gap > 0.25 * glyphs[0].Size ? gap : 0;
    }

    private static bool Parts(List<Row> rows, int index, int cut, double textSize)
    {
        var row = rows[index];
        var size = row.Size;
        var gap = new Gap(row.Glyphs[cut - 1].Right, row.Glyphs[cut].X);
        var width = gap.Right - gap.Left;
        if (width > 4 * size)
            return true;
        if (size >= 1.2 * textSize)
            return width > 1.7 * size || (width > 1.2 * size && row.Cuts.Count == 1 && IsSpread(row));
        var open = 0;
        var closed = 0;
        for (var step = -1; step <= 1; step += 2)
        {
            var seen = 0;
            for (var i = index + step; i >= 0 && i < rows.Count && seen < 3; i += step)
            {
                if (Math.Abs(rows[i].Baseline - row.Baseline) > 5.5 * size)
                    break;
                if (Math.Abs(rows[i].Size - size) > 0.15 * size || !Reaches(rows[i], gap, size))
                    continue;
                seen++;
                if (IsOpen(rows[i], gap, size))
                    open++;
                else
                    closed++;
            }
        }

        return open + closed == 0 ? width > 2.2 * size || (width > 0.9 * size && EndingThere(rows, index, gap.Left) is var ends && ends >= (width > 1.3 * size ? 1 : 2)) : open > closed || (open == closed && width > 1.5 * size);
    }

    /// <summary>How many lines right above or below end where the gap begins: it is a column's edge, though the next column has no more than this line.</summary>
    private static int EndingThere(List<Row> rows, int index, double left)
    {
        var ends = 0;
        for (var i = Math.Max(0, index - 6); i < Math.Min(rows.Count, index + 7); i++)
            ends += i != index && Math.Abs(rows[i].Baseline - rows[index].Baseline) < 5.5 * rows[index].Size && Math.Abs(rows[i].Glyphs[^1].Right - left) < 0.4 * rows[index].Size ? 1 : 0;
        return ends;
    }

    /// <summary>The row has text on both sides of the gap, or over it.</summary>
    private static bool Reaches(Row row, Gap gap, double size) =>
        row.Glyphs[0].X < gap.Left - (0.5 * size) && row.Glyphs[^1].Right > gap.Right + (0.5 * size)
        && row.Glyphs.Any(g => g.X < gap.Right + (4 * size) && g.Right > gap.Left - (4 * size));

    /// <summary>The row has a gap of its own in the same place.</summary>
    private static bool IsOpen(Row row, Gap gap, double size)
    {
        for (var i = 1; i < row.Glyphs.Count; i++)
        {
            var shared = Math.Min(gap.Right, row.Glyphs[i].X) - Math.Max(gap.Left, row.Glyphs[i - 1].Right);
            if (shared > 0.45 * size)
                return true;
        }

        return false;
    }

    /// <summary>Short entries side by side, and the same right above or below: a table, whose rows stay whole.</summary>
    private static bool IsTable(List<Row> rows, int index) =>
        IsTableRow(rows[index]) && ((index > 0 && IsTableRow(rows[index - 1])) || (index + 1 < rows.Count && IsTableRow(rows[index + 1])));

    private static bool IsTableRow(Row row) => row.Cuts.Count >= 2 && row.Cuts.Append(row.Glyphs.Count).Zip(row.Cuts.Prepend(0)).All(c => c.First - c.Second <= 9);

    private static bool IsSpread(Row row) => row.Glyphs.Count >= 16;
}

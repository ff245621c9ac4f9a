namespace Bot.Sources.Pages.Pdf;

/// <summary>Headlines set from top to bottom: large glyphs that stand alone, one right under the other.</summary>
internal static class SheetVertical
{
    private const int Fewest = 4;

    /// <param name="lines">The vertical lines, right to left as they are read, as if they stood at their first glyph.</param>
    /// <returns>The other glyphs.</returns>
    public static IReadOnlyList<SheetGlyph> Turn(IReadOnlyList<SheetGlyph> glyphs, out List<SheetPiece> lines)
    {
        lines = [];
        var textSize = SheetPieces.TextSize(glyphs);
        var large = glyphs.Where(g => g.Size >= 1.25 * textSize).OrderBy(g => g.Y).ToList();
        if (large.Count is < Fewest or > 2000)
            return glyphs;
        var chains = new List<List<SheetGlyph>>();
        foreach (var glyph in large.Where(g => !large.Any(o => IsBeside(o, g))))
        {
            var chain = chains.Find(c => Math.Abs(c[^1].X - glyph.X) < 0.1 * glyph.Size && Math.Abs(c[^1].Size - glyph.Size) < 0.1 * glyph.Size
                && glyph.Y - c[^1].Y is var step && step > 0.02 * glyph.Size && step < 2.2 * glyph.Size);
            if (chain is null)
                chains.Add([glyph]);
            else
                chain.Add(glyph);
        }

        chains.RemoveAll(c => c.Count < Fewest);
        if (chains.Count == 0)
            return glyphs;
        var taken = chains.SelectMany(c => c).ToHashSet();
        // Each chain is laid down as a line at its head; of two side by side the right one is read first, so it is laid above.
        var order = 0;
        foreach (var chain in chains.OrderByDescending(c => c[0].X))
        {
            // A kicker may begin further down than the headline that it stands beside.
            var beside = chains.Where(c => Math.Abs(c[0].X - chain[0].X) < 3 * Math.Max(c[0].Size, chain[0].Size) && c[0].Y < chain[^1].Y && chain[0].Y < c[^1].Y).ToList();
            var (x, y) = (beside.Min(c => c[0].X), beside.Min(c => c[0].Y) + (order++ * 1.2 * chain[0].Size));
            lines.Add(new([.. chain.Select((g, i) => g with { X = x + (i * 0.01), Y = y, Width = 0.01 })]));
        }

        return [.. glyphs.Where(g => !taken.Contains(g))];
    }

    /// <summary>The two stand in one line from left to right: nearer than two vertical lines would be.</summary>
    private static bool IsBeside(SheetGlyph other, SheetGlyph glyph) => other != glyph && Math.Abs(other.Size - glyph.Size) < 0.1 * glyph.Size
        && Math.Abs(other.Y - glyph.Y) < 0.3 * glyph.Size && Math.Max(other.X - glyph.Right, glyph.X - other.Right) / glyph.Size is > -0.5 and < 0.18;
}

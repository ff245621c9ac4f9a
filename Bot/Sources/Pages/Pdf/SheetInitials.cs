namespace Bot.Sources.Pages.Pdf;

/// <summary>Initials set over several lines: a large character alone, and text right beside it. It goes back to the head of the first of these lines.</summary>
internal static class SheetInitials
{
    private const int Most = 40;

    public static IReadOnlyList<SheetGlyph> Lower(IReadOnlyList<SheetGlyph> glyphs)
    {
        var textSize = SheetPieces.TextSize(glyphs);
        glyphs = WithSigns(glyphs, 1.7 * textSize);
        var large = glyphs.Where(g => g.Size >= 1.7 * textSize).ToList();
        var initials = large.Where(g => !large.Any(o => o != g && Math.Abs(o.Y - g.Y) < g.Size && o.X - g.Right < g.Size && g.X - o.Right < g.Size)).ToList();
        if (initials.Count is 0 or > Most)
            return glyphs;
        var lowered = glyphs.ToList();
        foreach (var initial in initials)
        {
            var beside = lowered.Select((Glyph, At) => (Glyph, At))
                .Where(g => g.Glyph.Size < 1.2 * textSize && g.Glyph.X >= initial.X - textSize && g.Glyph.X < initial.Right + (3.2 * textSize)
                    && g.Glyph.Y <= initial.Y + (1.6 * textSize) && g.Glyph.Y > initial.Y - initial.Size)
                .GroupBy(g => Math.Round(g.Glyph.Y)).OrderBy(r => r.Key).Select(r => r.MinBy(g => g.Glyph.X))
                .TakeWhile(g => g.Glyph.X >= initial.Right - (0.2 * textSize)).ToList();
            if (beside.Count < 2)
                continue;
            // The lines begin where the initial does, as if it were no wider than what stands under it.
            foreach (var (glyph, at) in beside.Skip(1))
                lowered[at] = glyph with { X = initial.X, Width = glyph.Right - initial.X };
            var first = beside[0].Glyph;
            lowered[lowered.IndexOf(initial)] = new(initial.Text, initial.X, first.Y, first.X - initial.X, first.Size);
        }

        return lowered;
    }

    /// <summary>A bracket or quotation mark that opens before a large character belongs to it.</summary>
    private static List<SheetGlyph> WithSigns(IReadOnlyList<SheetGlyph> glyphs, double largest)
    {
        var all = glyphs.ToList();
        foreach (var sign in glyphs.Where(g => g.Size >= largest && g.Text is "（" or "“" or "《" or "「" or "‘"))
        {
            var beside = all.FindIndex(g => g.Size == sign.Size && Math.Abs(g.Y - sign.Y) < 1 && g.X > sign.X && g.X - sign.Right < 0.3 * sign.Size);
            if (beside < 0 || all.Exists(g => g.Size == sign.Size && Math.Abs(g.Y - sign.Y) < 1 && g.X > all[beside].X && g.X - all[beside].Right < sign.Size))
                continue;
            all[beside] = all[beside] with { Text = sign.Text + all[beside].Text, X = sign.X, Width = all[beside].Right - sign.X };
            all.Remove(sign);
        }

        return all;
    }
}

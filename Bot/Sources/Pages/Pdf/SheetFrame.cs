namespace Bot.Sources.Pages.Pdf;

/// <summary>A box that is drawn around an article, upright as the glyphs are.</summary>
internal sealed record SheetFrame(double Left, double Top, double Right, double Bottom)
{
    public bool Holds(SheetBlock block) => block.Left >= Left - 1 && block.Right <= Right + 1 && block.Top >= Top - 1 && block.Bottom <= Bottom + 1;

    /// <summary>Boxes of an article's size, the smallest first. Sheets written sideways have none: their boxes are not turned.</summary>
    public static IReadOnlyList<SheetFrame> Of(PrintedSheet sheet, double textSize)
    {
        var lines = sheet.Boxes.Select(b => new SheetFrame(b.Left, -b.Top, b.Right, -b.Bottom)).ToList();
        var frames = lines.Where(l => l.Right - l.Left > 8 * textSize && l.Bottom - l.Top > 5 * textSize).ToList();
        // Four strokes drawn one by one: two of the same width, one over the other, closed by uprights at both ends.
        var across = lines.Where(l => l.Bottom - l.Top < 3 && l.Right - l.Left > 8 * textSize).ToList();
        var upright = lines.Where(l => l.Right - l.Left < 3 && l.Bottom - l.Top > 5 * textSize).ToList();
        if (across.Count <= 200)
        {
            foreach (var top in across)
            {
                var bottom = across.Where(b => b.Top > top.Top + (5 * textSize) && Math.Abs(b.Left - top.Left) < 3 && Math.Abs(b.Right - top.Right) < 3
                    && Joined(top, b, top.Left) && Joined(top, b, top.Right)).MinBy(b => b.Top);
                if (bottom is not null)
                    frames.Add(new(top.Left, top.Top, top.Right, bottom.Bottom));
            }
        }

        return [.. frames.Where(f => f.Right - f.Left < 0.95 * sheet.Width || f.Bottom - f.Top < 0.8 * sheet.Height)
            .DistinctBy(f => (Math.Round(f.Left / 4), Math.Round(f.Top / 4), Math.Round(f.Right / 4), Math.Round(f.Bottom / 4)))
            .OrderBy(f => (f.Right - f.Left) * (f.Bottom - f.Top))];

        bool Joined(SheetFrame top, SheetFrame bottom, double x) =>
            upright.Any(u => Math.Abs(u.Left - x) < 4 && u.Top < top.Bottom + 4 && u.Bottom > bottom.Top - 4);
    }
}

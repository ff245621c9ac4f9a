using Bot.Sources.Pages.Text;

namespace Bot.Sources.Pages.Pdf;

/// <summary>
/// A sheet's letters as they are seen: turned upright, the invisible and the twice-printed ones gone. Boxes are made from baseline and
/// size, since fonts that are embedded as drawings give boxes without a height.
/// </summary>
internal static class SheetGlyphs
{
    /// <summary>Fewer letters in another direction are a mark beside the page, not text.</summary>
    private const int FewestTurned = 12;

    /// <summary>One list for each direction in which the sheet is written, the one with most letters first.</summary>
    public static IReadOnlyList<IReadOnlyList<SheetGlyph>> Of(IReadOnlyList<PrintedLetter> letters)
    {
        var turned = letters.Where(l => !string.IsNullOrWhiteSpace(l.Value)).GroupBy(Direction).OrderByDescending(g => g.Count()).ToList();
        return [.. turned.Where((g, i) => i == 0 || g.Count() >= FewestTurned).Select(g => Unique(g.Select(l => Upright(l, g.Key)).Where(g => g.Text.Length > 0 && g.Size > 0)))];
    }

    private static (int X, int Y) Direction(PrintedLetter letter)
    {
        var (x, y) = (letter.EndX - letter.StartX, letter.EndY - letter.StartY);
        return Math.Abs(x) >= Math.Abs(y) ? (x < 0 ? -1 : 1, 0) : (0, y < 0 ? -1 : 1);
    }

    private static SheetGlyph Upright(PrintedLetter letter, (int X, int Y) along)
    {
        var (x, y) = (letter.StartX, letter.StartY);
        var width = Math.Abs(letter.EndX - x) + Math.Abs(letter.EndY - y);
        return new(CharacterFolding.Fold(letter.Value).Trim(), (along.X * x) + (along.Y * y), (along.Y * x) - (along.X * y), width > 0 ? width : letter.Size, letter.Size);
    }

    /// <summary>Bold is sometimes printed by setting the same letter twice, a hair apart.</summary>
    private static List<SheetGlyph> Unique(IEnumerable<SheetGlyph> glyphs)
    {
        var seen = new Dictionary<(string, long, long), SheetGlyph>();
        var unique = new List<SheetGlyph>();
        foreach (var glyph in glyphs)
        {
            var grid = Math.Max(1, glyph.Size * 0.3);
            var (column, row) = ((long)Math.Floor(glyph.X / grid), (long)Math.Floor(glyph.Y / grid));
            var twice = false;
            for (var i = -1; i <= 1 && !twice; i++)
            {
                for (var j = -1; j <= 1 && !twice; j++)
                {
                    twice = seen.TryGetValue((glyph.Text, column + i, row + j), out var other)
                        && Math.Abs(other.X - glyph.X) < grid / 2 && Math.Abs(other.Y - glyph.Y) < grid / 2;
                }
            }

            if (twice)
                continue;
            seen[(glyph.Text, column, row)] = glyph;
            unique.Add(glyph);
        }

        return unique;
    }
}

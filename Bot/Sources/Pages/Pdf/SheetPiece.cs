using System.Text;

namespace Bot.Sources.Pages.Pdf;

/// <summary>Glyphs of one line of one column.</summary>
internal sealed class SheetPiece(List<SheetGlyph> glyphs)
{
    public IReadOnlyList<SheetGlyph> Glyphs { get; } = glyphs;

    public double Left { get; } = glyphs[0].X;

    public double Right { get; } = glyphs.Max(g => g.Right);

    public double Baseline { get; } = glyphs[0].Y;

    public double Size { get; } = glyphs.Select(g => g.Size).Order().ElementAt(glyphs.Count / 2);

    public double Top => Baseline - (0.88 * Size);

    public double Bottom => Baseline + (0.12 * Size);

    public double Width => Right - Left;

    /// <summary>How many characters fewer the line has for an initial at its head.</summary>
    public double Narrowed => Glyphs[0].Width > 1.6 * Size && Glyphs[0].Text.Length <= 2 ? Math.Round((Glyphs[0].Width / Size) - 1) : 0;

    /// <summary>A blank where the glyphs stand further apart than the others of the line; a wide one as two, as in text.</summary>
    public string Text()
    {
        var gaps = Glyphs.Zip(Glyphs.Skip(1), (a, b) => b.X - a.Right).Order().ToList();
        var usual = gaps.Count < 3 ? 0 : Math.Max(0, gaps[gaps.Count / 2]);
        var text = new StringBuilder();
        for (var i = 0; i < Glyphs.Count; i++)
        {
            var gap = i == 0 ? 0 : Glyphs[i].X - Glyphs[i - 1].Right - usual;
            var narrow = i > 0 && !IsWide(Glyphs[i - 1].Text[^1]) && !IsWide(Glyphs[i].Text[0]);
            if (gap > (narrow ? 0.15 : 0.2) * Size)
                text.Append(' ', gap > 0.75 * Size ? Math.Clamp((int)Math.Round(2 * gap / Size), 2, 12) : 1);
            text.Append(Glyphs[i].Text);
        }

        return text.ToString();
    }

    private static bool IsWide(char c) => Layout.Glyphs.IsWide(c);
}

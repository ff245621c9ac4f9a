using Bot.Sources.Pages.Layout;
using Bot.Sources.Pages.Text;

namespace Bot.Sources.Pages.Pdf;

/// <summary>A printed sheet to lines in reading order.</summary>
internal static class SheetLayout
{
    public static PageLayout Of(PrintedSheet printed, int sheet, CancellationToken cancellationToken)
    {
        var lines = new List<PageLine>();
        var blockNumber = 0;
        var turned = SheetGlyphs.Of(printed.Letters);
        for (var t = 0; t < turned.Count; t++)
        {
            var glyphs = SheetInitials.Lower(SheetVertical.Turn(turned[t], out var columns));
            var textSize = SheetPieces.TextSize(turned[t]);
            var pieces = SheetPieces.Of(glyphs, cancellationToken);
            pieces.AddRange(columns);
            var blocks = SheetBlock.Stack(pieces, textSize);
            HeadlineZones.Settle(blocks);
            var upright = t == 0 && printed.IsUpright;
            foreach (var block in SheetOrder.Of(blocks, upright ? SheetFrame.Of(printed, textSize) : [], cancellationToken))
            {
                blockNumber++;
                lines.AddRange(Whole(block, block.Lines.Select(l => Line(l, block, blockNumber, sheet)).Where(l => l.Text.Length > 0)));
                // What stands in the middle over a column is a line of its own.
                if (block.Lines.Count > 1 && lines.Count >= block.Lines.Count && !block.IsHeadline && lines[^block.Lines.Count] is { Indent: > 3 } first)
                    lines[^block.Lines.Count] = first with { Block = -blockNumber };
            }
        }

        return new(lines);
    }

    /// <summary>
    /// A headline whose first line fills the measure and whose second is a short rest, or parts its phrases by a space inside the line,
    /// is one that was broken where the measure ended, not two of one size.
    /// </summary>
    private static IEnumerable<PageLine> Whole(SheetBlock block, IEnumerable<PageLine> lines)
    {
        if (!block.IsHeadline)
            return lines;
        var whole = new List<PageLine>();
        foreach (var line in lines)
        {
            if (whole is [.., { Place: { } above } last] && line.Place is { } place && (place.Width < 0.7 * above.Width || (place.Width < above.Width && line.Text.Contains(' ', StringComparison.Ordinal))) && above.Width > block.Right - block.Left - above.Size)
                whole[^1] = last with { Text = Spacing.Join(last.Text, line.Text, true), Width = 0 };
            else
                whole.Add(line);
        }

        return whole;
    }

    private static PageLine Line(SheetPiece piece, SheetBlock block, int number, int sheet) => Line(Spacing.Tightened(piece.Text().Trim()), piece, block, number, sheet);

    private static PageLine Line(string text, SheetPiece piece, SheetBlock block, int number, int sheet) => new()
    {
        Text = text,
        Width = Glyphs.Width(text) + piece.Narrowed,
        Block = number,
        Indent = block.Lines.Count > 1 && !block.IsHeadline ? Math.Max(0, Math.Round((piece.Left - block.Left) / piece.Size, 1)) : 0,
        Sheet = sheet,
        Place = new(piece.Left, piece.Top, piece.Width, Math.Round(piece.Size, 1)),
    };
}

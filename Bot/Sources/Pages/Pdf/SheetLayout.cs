using Bot.Sources.Pages.Layout;
using Bot.Sources.Pages.Text;
using UglyToad.PdfPig.Content;

namespace Bot.Sources.Pages.Pdf;

/// <summary>A printed sheet to lines in reading order.</summary>
internal static class SheetLayout
{
    public static PageLayout Of(Page page, IReadOnlyList<Letter> letters, int sheet, CancellationToken cancellationToken)
    {
        var lines = new List<PageLine>();
        var blockNumber = 0;
        var turned = SheetGlyphs.Of(letters);
        for (var t = 0; t < turned.Count; t++)
        {
            var glyphs = SheetVertical.Turn(turned[t], out var columns);
            var textSize = SheetPieces.TextSize(turned[t]);
            var pieces = SheetPieces.Of(glyphs, cancellationToken);
            pieces.AddRange(columns);
            var blocks = SheetBlock.Stack(pieces, textSize);
            HeadlineZones.Settle(blocks);
            var upright = t == 0 && letters.Count > 0 && letters[0].TextOrientation == TextOrientation.Horizontal;
            foreach (var block in SheetOrder.Of(blocks, upright ? SheetFrame.Of(page, textSize) : [], cancellationToken))
            {
                blockNumber++;
                lines.AddRange(block.Lines.Select(l => Line(l, block, blockNumber, sheet)).Where(l => l.Text.Length > 0));
            }
        }

        return new(lines);
    }

    private static PageLine Line(SheetPiece piece, SheetBlock block, int number, int sheet) => new()
    {
        Text = Spacing.Tightened(piece.Text().Trim()),
        Block = number,
        Indent = block.Lines.Count > 1 && !block.IsHeadline ? Math.Max(0, Math.Round((piece.Left - block.Left) / piece.Size, 1)) : 0,
        Sheet = sheet,
        Place = new(piece.Left, piece.Top, piece.Width, Math.Round(piece.Size, 1)),
    };
}

namespace Bot.Sources.Pages.Pdf;

/// <summary>Lines of one size that stand under one another: a column's piece, a headline, a caption.</summary>
internal sealed class SheetBlock(SheetPiece first)
{
    public List<SheetPiece> Lines { get; } = [first];

    public double Left { get; private set; } = first.Left;

    public double Right { get; private set; } = first.Right;

    public double Top { get; } = first.Top;

    public double Bottom => Lines[^1].Bottom;

    public double Size { get; } = first.Size;

    public double Leading { get; private set; }

    public bool IsHeadline { get; set; }

    /// <summary>For a headline: as far as the columns reach that it heads. It is mostly set in the middle over them.</summary>
    public (double Left, double Right, double Top)? Zone { get; set; }

    /// <summary>For a headline: where the columns that it heads begin, so that no cut parts it from them.</summary>
    public double HeadBottom => Math.Max(Bottom, Zone?.Top + 1 ?? Bottom);

    public double ZoneLeft => Math.Min(Left, Zone?.Left ?? Left);

    public double ZoneRight => Math.Max(Right, Zone?.Right ?? Right);

    public void Add(SheetPiece line)
    {
        Leading = line.Baseline - Lines[^1].Baseline;
        Lines.Add(line);
        (Left, Right) = (Math.Min(Left, line.Left), Math.Max(Right, line.Right));
    }

    /// <summary>How many points the two share from left to right.</summary>
    public double Overlap(SheetBlock other) => Math.Min(Right, other.Right) - Math.Max(Left, other.Left);

    /// <summary>The block stands in the columns that the headline reaches over.</summary>
    public bool Heads(SheetBlock block) => Math.Min(ZoneRight, block.Right) - Math.Max(ZoneLeft, block.Left) > 0.3 * (block.Right - block.Left);

    public bool Covers(double left, double right) => Math.Min(Right, right) - Math.Max(Left, left) > 0.5 * Math.Min(right - left, Right - Left);

    /// <summary>Lines that stand right under one another, from top to bottom.</summary>
    public static List<SheetBlock> Stack(List<SheetPiece> pieces, double textSize)
    {
        var blocks = new List<SheetBlock>();
        var open = new List<SheetBlock>();
        foreach (var piece in pieces.OrderBy(p => p.Baseline).ThenBy(p => p.Left))
        {
            open.RemoveAll(b => piece.Baseline - b.Lines[^1].Baseline > 4 * b.Size);
            var above = open.Where(b => b.Takes(piece)).OrderByDescending(b => b.Lines[^1].Baseline).ThenBy(b => Math.Abs(b.Left - piece.Left)).FirstOrDefault();
            if (above is not null && !open.Any(b => b != above && b.Lines[^1].Baseline > above.Lines[^1].Baseline + 1 && b.Bottom < piece.Bottom && b.Covers(piece.Left, piece.Right)))
            {
                above.Add(piece);
                continue;
            }

            var block = new SheetBlock(piece) { IsHeadline = piece.Size >= 1.2 * textSize };
            blocks.Add(block);
            open.Add(block);
        }

        return blocks;
    }

    private bool Takes(SheetPiece piece)
    {
        var step = piece.Baseline - Lines[^1].Baseline;
        if (step < 0.5 * Size || Math.Abs(piece.Size - Size) > 0.08 * Math.Max(Size, piece.Size))
            return false;
        if (step > (Leading > 0 ? Math.Min(2.6 * Size, Leading + (0.9 * Size)) : 2.3 * Size))
            return false;
        var shared = Math.Min(Right, piece.Right) - Math.Max(Left, piece.Left);
        if (IsHeadline)
            return shared > 0.5 * Math.Min(Right - Left, piece.Width);
        // A paragraph's short last line, and the first line of the next set in under it, may not overlap at all.
        // Short lines may stand over longer ones: a number and an addressee over a text.
        var wider = Lines.Count == 1 || piece.Right < Right + (1.2 * Size) || Math.Abs(step - Leading) < 0.05 * Size;
        var aligned = piece.Left > Left - (0.5 * Size) && piece.Left < Left + (2.6 * Size) && (wider || Lines.All(l => l.Width < 12 * Size));
        // A line in the middle over the column's first: a by-line, a section's heading.
        if (Lines.Count == 1 && step < 1.75 * Size && piece.Left < Left && piece.Right > Right && Math.Abs(Left + Right - piece.Left - piece.Right) < 4.5 * Size)
            return true;
        // The rest of a paragraph whose first line is set in.
        if (Lines[^1].Right > Right - Size && step < 1.8 * Size && piece.Left < Left && piece.Left > Left - (2.6 * Size) && piece.Right < Right + (1.2 * Size))
            return true;
        return aligned || (shared > 0.8 * Math.Min(Right - Left, piece.Width) && piece.Left > Left - (2.6 * Size) && wider);
    }
}

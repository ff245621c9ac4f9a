namespace Bot.Sources.Pages.Layout;

/// <summary>A piece of a text line between wide gaps. <paramref name="End"/> is the place behind its last character.</summary>
internal readonly record struct Piece(int Row, int Start, int End, string Text);

/// <summary>Pieces that begin at the same place under one another: a column, or a stretch of one.</summary>
internal sealed class PieceStack
{
    /// <summary>Spaces that part two columns; less is a gap inside a line.</summary>
    private const int Gutter = 2;

    /// <summary>A paragraph's first line is set in by so much, at most.</summary>
    private const int Indent = 5;

    /// <summary>Blank rows that a column may have.</summary>
    private const int Blank = 3;

    private static readonly List<Piece> _none = [];

    private readonly List<Piece> _pieces = [];

    public int Left { get; private set; } = int.MaxValue;

    public int Right { get; private set; }

    public int Top => _pieces[0].Row;

    public int Bottom => _pieces[^1].Row + 1;

    /// <param name="size">How many places a character takes.</param>
    public static List<List<Piece>> Cut(IReadOnlyList<string> lines, Func<char, int> size, CancellationToken cancellationToken)
    {
        var rows = new List<List<Piece>>(lines.Count);
        for (var y = 0; y < lines.Count; y++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            rows.Add(lines[y].Length == 0 ? _none : Cut(lines[y], y, size));
        }

        return rows;
    }

    public static List<PieceStack> Stack(List<List<Piece>> rows, CancellationToken cancellationToken)
    {
        var done = new List<PieceStack>();
        var open = new List<PieceStack>();
        foreach (var row in rows)
        {
            for (var i = 0; i < row.Count; i++)
            {
                var piece = row[i];
                open.RemoveAll(s => s.Bottom + Blank < piece.Row);
                var stack = open.Where(s => s.Takes(piece, open, cancellationToken)).MinBy(s => Math.Abs(s.Left - piece.Start));
                if (stack is null)
                {
                    open.Add(stack = new());
                    done.Add(stack);
                }

                stack.Add(piece);
            }
        }

        return done;
    }

    public void Write(List<string> lines)
    {
        for (var i = 0; i < _pieces.Count; i++)
        {
            if (i > 0 && _pieces[i].Row > _pieces[i - 1].Row + 1)
                lines.Add("");
            lines.Add(new string(' ', _pieces[i].Start - Left) + _pieces[i].Text);
        }

        lines.Add("");
    }

    private void Add(Piece piece)
    {
        _pieces.Add(piece);
        Left = Math.Min(Left, piece.Start);
        Right = Math.Max(Right, piece.End);
    }

    /// <summary>The piece begins where the column's lines begin and does not reach into the next column, as a headline over both would.</summary>
    private bool Takes(Piece piece, List<PieceStack> open, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var off = piece.Start - Left;
        if (_pieces[^1].Row == piece.Row || off > Indent || off < -Indent || (off < 0 && _pieces.Count > 2 && off < -1))
            return false;
        return !open.Exists(s => s != this && s.Left > Left + Indent && piece.End > s.Left + 1 && s._pieces.Count > 1);
    }

    private static List<Piece> Cut(string line, int row, Func<char, int> size)
    {
        var pieces = new List<Piece>();
        int at = 0, start = -1, from = 0, end = 0, last = 0;
        for (var i = 0; i < line.Length; i++)
        {
            if (!char.IsWhiteSpace(line[i]))
            {
                if (start >= 0 && at - end >= Gutter)
                {
                    pieces.Add(new(row, start, end, line[from..last]));
                    start = -1;
                }

                if (start < 0)
                    (start, from) = (at, i);
                end = at + size(line[i]);
                last = i + 1;
            }

            at += size(line[i]);
        }

        if (start >= 0)
            pieces.Add(new(row, start, end, line[from..last]));
        return pieces;
    }
}

using System.Text;
using Bot.Texts;

namespace Bot.Bulletins.Stories;

/// <summary>
/// What of a text takes part in the comparison: its letters and digits, folded, as overlapping pieces of
/// <see cref="PieceLength"/> characters; and its figures, which tell one event from another of the same kind.
/// </summary>
internal sealed class StoryText
{
    public const int PieceLength = 5;

    /// <summary>A text is told by this much of itself: an alert's worth of pages, not a whole book.</summary>
    private const int Longest = 20_000;

    private StoryText(string folded, ulong[] pieces, HashSet<string> figures)
    {
        Folded = folded;
        Pieces = pieces;
        Figures = figures;
    }

    public string Folded { get; }

    /// <summary>Hashes of the pieces, sorted, each once.</summary>
    public ulong[] Pieces { get; }

    public HashSet<string> Figures { get; }

    public static StoryText Of(IReadOnlyList<string> paragraphs)
    {
        var folded = Fold(paragraphs);
        return new StoryText(folded, PiecesOf(folded), FiguresOf(folded));
    }

    /// <summary>How many pieces two texts share.</summary>
    public static int Shared(StoryText a, StoryText b)
    {
        int i = 0, j = 0, shared = 0;
        while (i < a.Pieces.Length && j < b.Pieces.Length)
        {
            var order = a.Pieces[i].CompareTo(b.Pieces[j]);
            shared += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }

        return shared;
    }

    /// <summary>Letters and digits of the folded text; a point or percent sign belongs to the digits before it.</summary>
    private static string Fold(IReadOnlyList<string> paragraphs)
    {
        var text = string.Join('\n', paragraphs);
        var plain = FoldedText.Of(text[..Math.Min(text.Length, Longest)]).Text;
        var kept = new StringBuilder(plain.Length);
        foreach (var c in plain)
        {
            if (char.IsLetterOrDigit(c) || (c is '.' or '%' && kept.Length > 0 && char.IsAsciiDigit(kept[^1])))
                kept.Append(c);
        }

        return kept.ToString();
    }

    private static ulong[] PiecesOf(string text)
    {
        if (text.Length < PieceLength)
            return text.Length == 0 ? [] : [Hash(text)];
        var pieces = new ulong[text.Length - PieceLength + 1];
        for (var i = 0; i < pieces.Length; i++)
            pieces[i] = Hash(text.AsSpan(i, PieceLength));
        Array.Sort(pieces);
        var distinct = 0;
        for (var i = 0; i < pieces.Length; i++)
        {
            if (i == 0 || pieces[i] != pieces[i - 1])
                pieces[distinct++] = pieces[i];
        }

        return pieces[..distinct];
    }

    /// <summary>FNV-1a with a final mix; the same on every machine, unlike <c>GetHashCode</c>.</summary>
    private static ulong Hash(ReadOnlySpan<char> piece)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in piece)
            hash = (hash ^ c) * 1099511628211UL;
        hash ^= hash >> 32;
        hash *= 0xD6E8FEB86659FD93UL;
        return hash ^ (hash >> 32);
    }

    /// <summary>Numbers with the character before and after, so that 第3期 and 3件 differ.</summary>
    private static HashSet<string> FiguresOf(string text)
    {
        var figures = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsAsciiDigit(text[i]))
                continue;
            var start = i;
            while (i < text.Length && (char.IsAsciiDigit(text[i]) || text[i] == '.'))
                i++;
            var from = start > 0 && text[start - 1] == '第' ? start - 1 : start;
            figures.Add(text[from..Math.Min(text.Length, i + 1)]);
        }

        return figures;
    }
}

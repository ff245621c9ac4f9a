using Bot.Sources.Pages.Text;

namespace Bot.Sources.Pages.Articles;

/// <summary>
/// An article that is cut off in mid-sentence, because another begins where its column ends, has its rest further on.
/// The rest is sought by what it says, the width of its column and the word that the cut parts, and put where it belongs.
/// </summary>
internal static class Stitching
{
    private const int Farthest = 14;

    /// <summary>Less evidence than this does not move text.</summary>
    private const double Enough = 1.2;

    public static (List<Atom> Atoms, List<HeadlineGroup> Groups) Stitch(List<Atom> atoms, List<HeadlineGroup> groups, CancellationToken cancellationToken) =>
        Stitch(atoms, groups, out _, cancellationToken);

    /// <param name="looked">The words of the texts, where they were looked at and nothing was moved.</param>
    public static (List<Atom> Atoms, List<HeadlineGroup> Groups) Stitch(List<Atom> atoms, List<HeadlineGroup> groups, out Vocabulary? looked, CancellationToken cancellationToken)
    {
        looked = null;
        if (!atoms.Exists(a => a.Dangles))
            return (atoms, groups);

        var order = Enumerable.Range(0, atoms.Count).ToList();
        var texts = atoms.Select(a => string.Join('\n', a.Paragraphs.Select(Spacing.Unspaced))).ToList();
        var words = new Vocabulary(texts, Atom.Runs(atoms));
        var moves = false;
        for (var i = 0; i < order.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!atoms[order[i]].Dangles || RestOf(order, i) is not { } rest)
                continue;
            var moved = order.GetRange(rest.First, rest.Count);
            order.RemoveRange(rest.First, rest.Count);
            order.InsertRange(i + 1, moved);
            atoms[moved[0]].ContinuesSentence = true;
            atoms[order[i]].Dangles = false;
            moves = true;
        }

        if (!moves)
        {
            looked = words;
            return (atoms, groups);
        }

        var places = new int[atoms.Count + 1];
        for (var i = 0; i < order.Count; i++)
            places[order[i]] = i;
        places[atoms.Count] = atoms.Count;
        return ([.. order.Select(i => atoms[i])], [.. groups.Select(g => g with { Gap = PlaceOf(g) }).OrderBy(g => g.Gap)]);

        int PlaceOf(HeadlineGroup group)
        {
            var gap = group.Gap;
            // What stood before text that was moved away stays where it was: before what came behind that text.
            while (gap < atoms.Count && atoms[gap].ContinuesSentence)
                gap++;
            return places[gap];
        }

        (int First, int Count)? RestOf(List<int> order, int from)
        {
            var (best, bestScore) = (-1, Enough);
            for (var i = from + 2; i < Math.Min(order.Count, from + Farthest); i++)
            {
                var (here, before) = (atoms[order[i]], atoms[order[i - 1]]);
                if (here.Sheet != atoms[order[from]].Sheet)
                    break;
                if (here.StartsArticle || here.IsNotice || here.ContinuesSentence)
                    continue;
                var score = Score(order[from], order[i], order[i - 1]) - (here.AfterHeadline ? 0.4 : 0) + (before.EndsArticle ? 1.5 : 0);
                if (score > bestScore)
                    (best, bestScore) = (i, score);
            }

            if (best < 0)
                return null;
            var end = best + 1;
            while (end < order.Count && !atoms[order[end]].StartsArticle && !atoms[order[end - 1]].EndsArticle && !atoms[order[end]].AfterHeadline)
                end++;
            return (best, end - best);
        }

        double Score(int cut, int rest, int before)
        {
            var (one, other) = (texts[cut].TrimEnd(), texts[rest].TrimStart());
            var score = Sentences.Continues(other) ? 2.0 : 0;
            if (one.Length > 0 && other.Length > 0 && words.Has(one[^1], other[0]))
                score += 1;
            score += Math.Clamp((words.Likeness(words.OfAtom(cut), words.OfAtom(rest)) - words.Likeness(words.OfAtom(before), words.OfAtom(rest))) * 25, -1.5, 1.5);
            var (width, own, others) = (atoms[rest].ColumnWidth, atoms[cut].LastColumnWidth, atoms[before].LastColumnWidth);
            if (width > 0 && own > 0 && others > 0 && Math.Abs(own - others) >= 1.4)
                score += Math.Abs(width - own) < Math.Abs(width - others) ? 0.8 : -0.8;
            score += atoms[rest].FillsFirstLine ? 1 : atoms[rest].OpensParagraph ? -1.5 : 0;
            return score + (Brackets.Unclosed(one) > 0 && Brackets.Unclosed(other) < 0 ? 1.5 : 0);
        }
    }
}

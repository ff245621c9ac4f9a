namespace Bot.Sources.Pages.Articles;

/// <summary>How good a reading of the page is.</summary>
internal sealed partial class PageSearch
{
    /// <summary>Whether a heading inside an article speaks of what the article speaks of.</summary>
    public bool SharesWith(HeadlineCandidate heading, FoundArticle article) => Shared(heading, (article.First, article.Last)).Sum > 0.5;

    private double Value()
    {
        var articles = Articles();
        var candidates = Candidates();
        var assigned = Assignment.Best(Gains(articles, candidates, MostShared), out var value);
        for (var i = 1; i < _atoms.Count; i++)
        {
            if (_starts[i] && !_fixed[i])
                value += _boundaries[i];
        }

        for (var g = 0; g < _groups.Count; g++)
        {
            for (var i = 0; i < _links[g].Length; i++)
                value += _priors[g][i][(int)_links[g][i]];
        }

        var withHeadline = 0;
        for (var h = 0; h < candidates.Count; h++)
        {
            if (assigned[h] >= 0)
                withHeadline++;
            else
                value -= _groups[candidates[h].GroupIndex].Gap is var gap && gap > 0 && gap < _atoms.Count && !_starts[gap] ? _alone[candidates[h].GroupIndex] ? 0.8 : 0.15 : 0.4;
        }

        var without = articles.Count(a => !_atoms[a.First].IsNotice) - withHeadline;
        return value - (0.5 * without);
    }

    private List<(int First, int Last)> Articles()
    {
        var articles = new List<(int, int)>(_atoms.Count);
        var first = 0;
        for (var i = 1; i <= _atoms.Count; i++)
        {
            if (i < _atoms.Count && !_starts[i])
                continue;
            articles.Add((first, i - 1));
            first = i;
        }

        return articles;
    }

    private List<HeadlineCandidate> Candidates()
    {
        if (_candidates is { } known)
            return known;
        var candidates = new List<HeadlineCandidate>();
        for (var g = 0; g < _groups.Count; g++)
            candidates.AddRange(HeadlineLinks.Read(_groups[g], g, _links[g]));
        for (var first = 0; first < candidates.Count;)
        {
            var end = first + 1;
            while (end < candidates.Count && candidates[end].Group.Gap == candidates[first].Group.Gap)
                end++;
            for (var i = first; i < end; i++)
                candidates[i] = candidates[i] with { Before = i - first, After = end - 1 - i };
            first = end;
        }

        _candidates = candidates;
        return candidates;
    }

    /// <summary>What pairs are worth while articles' ends and headlines' readings are still open: wording and place alone, in the unit that those were learned in.</summary>
    private double[,] Gains(List<(int First, int Last)> articles, List<HeadlineCandidate> candidates, double most)
    {
        var gains = new double[candidates.Count, articles.Count];
        for (var h = 0; h < candidates.Count; h++)
        {
            var words = WordsOf(candidates[h]);
            // Two or more between an article's parts are its section headings.
            if (words.IsSectionName)
                continue;
            for (var a = 0; a < articles.Count; a++)
            {
                if (_atoms[articles[a].First].NoticeTitle is not null || HasOthersInside(candidates, h, articles[a]))
                    continue;
                gains[h, a] = Math.Min(words.With(articles[a], Words).Sum, most) + _habits.Gain(candidates[h], a, articles) - PlaceHabits.Threshold;
            }
        }

        return gains;
    }

    private static bool HasOthersInside(List<HeadlineCandidate> candidates, int h, (int First, int Last) article) =>
        IsInside(candidates[h], article) && candidates.Exists(c => c.GroupIndex != candidates[h].GroupIndex && IsInside(c, article));

    private static bool IsInside(HeadlineCandidate candidate, (int First, int Last) article) =>
        !candidate.Group.Inside && candidate.Group.Gap > article.First && candidate.Group.Gap <= article.Last;

    private SharedWords Shared(HeadlineCandidate candidate, (int First, int Last) article) => WordsOf(candidate).With(article, Words);

    private HeadlineWords WordsOf(HeadlineCandidate candidate)
    {
        var span = (candidate.GroupIndex, candidate.From, candidate.To);
        if (!_headlineWords.TryGetValue(span, out var words))
            _headlineWords[span] = words = HeadlineWords.Of(candidate, Words);
        return words;
    }
}

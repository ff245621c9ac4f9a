namespace Bot.Sources.Pages.Articles;

/// <summary>Once it is settled where articles end and how headlines are read: whose each headline is, by all that is known of every pair.</summary>
internal sealed partial class PageSearch
{
    /// <summary>What an article without a headline costs.</summary>
    private const double Headless = 2.5;

    private List<FoundArticle> Conclude()
    {
        var articles = Articles();
        var candidates = Candidates();
        var gains = LearnedGains(articles, candidates, out var shared);
        var assigned = Assignment.Best(gains, out var total);
        var headlines = new int[articles.Count];
        Array.Fill(headlines, -1);
        for (var h = 0; h < assigned.Length; h++)
        {
            if (assigned[h] >= 0)
                headlines[assigned[h]] = h;
        }

        Unassigned = [.. candidates.Where((_, h) => assigned[h] < 0)];
        return [.. articles.Select((article, a) => headlines[a] is var h and >= 0
            ? Judge(article, candidates[h], h, a, gains, shared, total)
            : new(article.First, article.Last, null, _atoms[article.First].NoticeTitle is null ? 0 : 1, _atoms[article.First].NoticeTitle is null ? HeadlineDoubt.NoHeadline : HeadlineDoubt.None))];
    }

    /// <summary>Confidence grows with what the page's reading would lose without this pair.</summary>
    private static FoundArticle Judge((int First, int Last) article, HeadlineCandidate candidate, int h, int a, double[,] gains, double[,] shared, double total)
    {
        var gain = gains[h, a];
        gains[h, a] = 0;
        Assignment.Best(gains, out var second);
        gains[h, a] = gain;
        var margin = total - second;
        var confidence = 1 - Math.Exp(-1.3 * margin);
        var (rivalHeadline, rivalBody) = (0.0, 0.0);
        for (var other = 0; other < gains.GetLength(0); other++)
            rivalHeadline = Math.Max(rivalHeadline, other == h ? 0 : gains[other, a]);
        for (var other = 0; other < gains.GetLength(1); other++)
            rivalBody = Math.Max(rivalBody, other == a ? 0 : gains[h, other]);
        var doubt = shared[h, a] < 0.35 ? HeadlineDoubt.OnlyPlace
            : rivalHeadline >= rivalBody ? HeadlineDoubt.OtherHeadline : HeadlineDoubt.OtherBody;
        return new(article.First, article.Last, candidate, Math.Clamp(confidence, 0, 1), doubt);
    }

    /// <summary>What each headline's being each article's has more than its being nobody's, and the article's being without one.</summary>
    private double[,] LearnedGains(List<(int First, int Last)> articles, List<HeadlineCandidate> candidates, out double[,] shared)
    {
        var gains = new double[candidates.Count, articles.Count];
        shared = new double[candidates.Count, articles.Count];
        Span<double> signs = stackalloc double[PairSigns.OfPair];
        Span<double> none = stackalloc double[PairSigns.OfNone];
        var words = new SharedWords[articles.Count];
        var lengths = LengthsOf(articles);
        for (var h = 0; h < candidates.Count; h++)
        {
            SignsOfNone(none, candidates[h], articles, words);
            var nobody = PairSigns.Dot(none, PairWeights.None);
            for (var a = 0; a < articles.Count; a++)
            {
                shared[h, a] = words[a].Sum;
                if (_atoms[articles[a].First].NoticeTitle is not null)
                    continue;
                SignsOfPair(signs, candidates, h, a, articles, words, lengths);
                gains[h, a] = PairSigns.Dot(signs, PairWeights.Pair) - nobody + Headless;
            }
        }

        return gains;
    }

    private void SignsOfNone(Span<double> signs, HeadlineCandidate headline, List<(int First, int Last)> articles, SharedWords[] words)
    {
        for (var a = 0; a < articles.Count; a++)
            words[a] = Shared(headline, articles[a]);
        var gap = headline.Group.Gap;
        var within = gap > 0 && gap < _atoms.Count;
        PairSigns.None(signs, headline, articles, words, _alone[headline.GroupIndex], !within || (_fixed[gap] && _starts[gap]), !within || _starts[gap]);
    }

    private void SignsOfPair(Span<double> signs, List<HeadlineCandidate> candidates, int h, int a, List<(int First, int Last)> articles, SharedWords[] words, int[] lengths)
    {
        var others = HasOthersInside(candidates, h, articles[a]);
        PairSigns.Pair(signs, candidates[h], a, articles, words, _habits, others, _atoms[articles[a].First].StartsArticle, lengths[a]);
    }

    private int[] LengthsOf(List<(int First, int Last)> articles)
    {
        var lengths = new int[articles.Count];
        for (var a = 0; a < lengths.Length; a++)
        {
            for (var i = articles[a].First; i <= articles[a].Last; i++)
                lengths[a] += _lengths[i];
        }

        return lengths;
    }

    /// <summary>Each headline of the page as it is said to be read, and its signs with each article, where these are said to begin; those of its being nobody's last.</summary>
    public IEnumerable<(HeadlineCandidate Headline, List<(int First, int Last)> Articles, double[][] Signs)> PairsAt(IReadOnlyList<bool> starts, IReadOnlyList<Link[]> links)
    {
        for (var i = 0; i < _starts.Length; i++)
            _starts[i] = (_fixed[i] && _starts[i]) || (!_fixed[i] && starts[i]);
        for (var g = 0; g < _links.Length; g++)
            links[g].CopyTo(_links[g], 0);
        var (articles, candidates) = (Articles(), Candidates());
        var lengths = LengthsOf(articles);
        for (var h = 0; h < candidates.Count; h++)
        {
            var words = new SharedWords[articles.Count];
            var signs = new double[articles.Count + 1][];
            for (var a = 0; a <= articles.Count; a++)
                signs[a] = new double[PairSigns.OfPair + PairSigns.OfNone];
            SignsOfNone(signs[^1].AsSpan(PairSigns.OfPair), candidates[h], articles, words);
            for (var a = 0; a < articles.Count; a++)
                SignsOfPair(signs[a].AsSpan(0, PairSigns.OfPair), candidates, h, a, articles, words, lengths);
            yield return (candidates[h], articles, signs);
        }
    }

    public bool IsNotice(int atom) => _atoms[atom].NoticeTitle is not null;
}

namespace Bot.Sources.Pages.Articles;

/// <summary>
/// Where this page has its headlines. Most pages have them right before the body; on some, extraction has put them behind or elsewhere.
/// The headlines that their wording alone assigns show which, and the others follow them.
/// </summary>
/// <param name="Before">What standing right before the body gains.</param>
/// <param name="Behind">What standing right behind it gains.</param>
internal sealed record PlaceHabits(double Before, double Behind)
{
    /// <summary>What a headline must gain to be assigned at all.</summary>
    public const double Threshold = 0.8;

    /// <summary>What standing between two parts of a body costs: section headings stand there, too, and share more words with it than its headline.</summary>
    private const double Inner = -1;

    /// <summary>A headline and a body share this much, or more, when their wording alone is enough.</summary>
    private const double Telling = 1.2;

    public static PlaceHabits Usual { get; } = new(1.2, 0.7);

    public double Gain(HeadlineCandidate headline, int article, List<(int First, int Last)> articles)
    {
        var gap = headline.Group.Gap;
        var (first, last) = articles[article];
        if (headline.Group.Inside)
            return gap - 1 >= first && gap - 1 <= last ? 0.1 : 0;
        var inOrder = InOrder(headline, article, articles);
        if (gap == first)
            return Math.Max(inOrder, Before - (0.25 * headline.After));
        if (gap == last + 1)
            return Math.Max(inOrder, Behind - (0.2 * headline.Before));
        if (inOrder > 0)
            return inOrder;
        if (gap > first && gap <= last)
            return Inner;
        return gap < first && article > 0 && gap == articles[article - 1].First ? 0.15 : 0;
    }

    /// <summary>Where all headlines stand at the head or the foot of the page, they mostly stand in the order of the articles.</summary>
    private static double InOrder(HeadlineCandidate headline, int article, List<(int First, int Last)> articles)
    {
        if (headline.Before + headline.After < 2)
            return 0;
        var gap = headline.Group.Gap;
        var place = gap == 0 ? headline.Before : gap == articles[^1].Last + 1 ? articles.Count - 1 - headline.After : -1;
        return place < 0 ? 0 : Math.Abs(place - article) switch { 0 => 0.8, 1 => 0.4, 2 => 0.15, _ => 0 };
    }

    public static PlaceHabits Of(
        List<(int First, int Last)> articles,
        List<HeadlineCandidate> headlines,
        double[,] gains,
        Func<HeadlineCandidate, (int First, int Last), double> shared)
    {
        var assigned = Assignment.Best(gains, out _);
        double before = 1, behind = 0.4, sure = 2;
        for (var h = 0; h < assigned.Length; h++)
        {
            if (assigned[h] < 0 || shared(headlines[h], articles[assigned[h]]) < Telling)
                continue;
            var (first, last) = articles[assigned[h]];
            sure++;
            before += headlines[h].Group.Gap == first ? 1 : 0;
            behind += headlines[h].Group.Gap == last + 1 ? 1 : 0;
        }

        return new(0.6 + (1.2 * before / sure), 0.4 + (1.1 * behind / sure));
    }
}

namespace Bot.Sources.Pages.Articles;

/// <summary>
/// How each of the <see cref="PairSigns"/> counts: those of a pair for the pair, those of a headline alone for its being nobody's.
/// Learned by a regression over laid-out pages; <c>PageTraining</c> in the tests prints it anew.
/// </summary>
internal static class PairWeights
{
    public static IReadOnlyList<string> Names { get; } =
    [
        "shared", "shared more", "shares nothing", "coverage", "ahead of rival", "shares most", "before", "before, not next", "behind", "behind, not next", "before habit", "behind habit",
        "between", "between others", "in order", "nearly in order", "distance", "before the one before", "inside", "short text", "sure start", "before sure start", "elsewhere inside", "section between", "elsewhere",
        "none", "none: width 4", "none: width 6", "none: width 9", "none: width 13", "none: long", "none: section name", "none: numbered", "none: inside", "none: alone", "none: with others", "none: page's head", "none: page's foot",
        "none: not at sure start", "none: ends open", "none: bracket", "none: digits", "none: continues", "none: comma", "none: asks", "none: signature", "none: coverage", "none: parts", "none: not at start", "none: not at start alone", "none: digit first", "none: dash last",
    ];

    public static double[] Learned { get; } =
    [
        1.6, 0.47, 0.05, 0.47, 1.25, 0.57, 0.16, -0.91, -0.55, -0.81, 1.87, 2.9, -1.82, -1.26, 3.77, 1.03, -0.01, -0.06, 0.48, 0.48, -0.36,
        -0.17, 0.22, -0.19, -0.67, 2.62, 0.43, 0.45, -0.37, 0.33, 0.39, -0.65, 0.21, -0.7, -0.15, 0.88, -0.04, -0.15, 0.35, 0.06, 2.95, 1.62,
        0.31, 1.4, -0.45, 1.71, 0.89, -1.34, 2.93, -0.74, 0.87, 0.01,
    ];

    public static ReadOnlySpan<double> Pair => Learned.AsSpan(0, PairSigns.OfPair);

    public static ReadOnlySpan<double> None => Learned.AsSpan(PairSigns.OfPair);
}

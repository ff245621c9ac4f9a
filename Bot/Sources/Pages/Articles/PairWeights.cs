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
        1.71, 0.64, -0.24, 0.21, 1.07, 0.64, 0.22, -0.95, -0.21, -0.79, 1.73, 2.11, -1.46, -1.41, 3.19, 0.91, -0.15, -0.24, 0.07, 0.61, -0.46, -0.18, 0.27,
        -0.06, -0.53, 1.89, 0.13, 1.03, -0.29, 0.42, -0.1, 0.05, 0.18, -0.33, -0.24, 1.58, -0.06, -0.33, 0.62, 0.32, 1.85, 1.39, 0.78, 1.16, -0.14, 1.8,
        1.37, -3.58, 2.36, -0.28, 0.34, 0.03,
    ];

    public static ReadOnlySpan<double> Pair => Learned.AsSpan(0, PairSigns.OfPair);

    public static ReadOnlySpan<double> None => Learned.AsSpan(PairSigns.OfPair);
}

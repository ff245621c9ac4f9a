namespace Bot.Sources.Pages.Articles;

/// <summary>
/// How each sign of <see cref="HeadlineLinks.Features"/> speaks for a reading of two pieces of a headline, in the unit of the assignment's
/// gains. Learned by a regression over laid-out pages; <c>PageTraining</c> in the tests prints it anew.
/// </summary>
internal static class LinkWeights
{
    public static IReadOnlyList<string> Names { get; } =
    [
        "bias", "gap", "wide gap", "block", "balanced", "balanced line", "near balanced", "line narrows", "line widens", "line as wide", "above 7", "above 10", "above long", "below 5", "below 9", "below long",
        "before dashes", "before colon", "after dashes", "open bracket", "kicker words", "kicker words after", "subtitle words", "attested", "attested line",
        "double before", "double after", "double over one", "one over double", "first", "last", "two of block", "not first pair", "not last pair", "clause before", "clause after", "verb before", "verb after",
        "marks before", "marks after", "asks after", "asks before", "cannot end", "cannot begin", "dot before", "digits before", "digits after",
        "above 3", "above 5", "above 5 of wide", "line narrows much", "line widens much", "balanced over two", "balanced attested", "opens like subtitle", "balanced alone", "two unbalanced", "after bracket",
    ];

    /// <summary>A row for each <see cref="Link"/>.</summary>
    public static double[][] Learned { get; } =
    [
        [
            0.05, 0.23, 1.06, 3.57, 0.65, -0.34, -0.33, 0.14, -0.76, -0.88, 0.39, -0.13, 0.4, 0.36, 0.02, -0.03, -0.33, -0.12, -0.41, -0.33, 0.61, 0.99, -0.23,
            -0.2, 0.17, 0.6, 0.68, -0.45, -0.31, -0.35, -0.61, 0.23, 0.26, -0.16, 0.19, 0.07, -0.23, 0.1, 0.37, 0.33, -0.19, 0.32, -0.09, -0.12, -0.15, 0.3,
            0.65, 0.91, -0.14, 0.6, 0.22, 0.22, -0.36, -0.26, -0.07, -0.21, -0.33, 0.05,
        ],
        [
            -0.13, 3.39, -1, -1.07, 0.62, 0.27, 0.24, 0.12, -1.2, -0.12, 0.6, 0.59, -0.6, 0.84, 0.74, 0.18, -0.35, -0.29, -0.39, 0.78, -1.55, -0.9, -0.28, 0.76,
            0.36, -0.83, -0.16, -0.75, -0.19, -0.57, 0.36, 0.49, -0.37, -0.17, -0.15, -0.2, -0.47, 0.11, -0.12, 0.52, -0.02, -0.39, 0.53, 0.59, -0.38, 0.17,
            -0.32, -1.09, 0, -0.39, -0.74, -0.47, -0.03, 0.69, -0.78, -0.21, -0.26, -0,
        ],
        [
            0.14, -1.77, -0.04, -1.09, -0.59, -0.24, -0.4, -1.16, 1.4, 0.94, -1.09, -0.11, 0.17, -0.52, -0.66, 0.34, -0.42, -0.05, 1.77, -0.12, -0.72, 0.02,
            1.21, -0.11, -0.1, -0.19, -0.3, 0.18, -0.06, -0.17, 0.62, -0.68, 0.31, 0.07, -0.37, 0.5, -0.26, -0.13, 0.49, -1.48, -0.14, 0.52, -0.08, -0.02, -0.56,
            -0.34, 0.78, -0.08, -0.78, -0.7, -0.14, -0.15, -0.02, -0.11, 1.05, -0.23, 0.61, -0.03,
        ],
        [
            -0.06, -1.86, -0.02, -1.4, -0.68, 0.31, 0.49, 0.9, 0.56, 0.05, 0.1, -0.35, 0.02, -0.68, -0.1, -0.49, 1.11, 0.46, -0.97, -0.33, 1.66, -0.1, -0.71,
            -0.45, -0.43, 0.42, -0.23, 1.02, 0.57, 1.1, -0.38, -0.04, -0.2, 0.26, 0.33, -0.37, 0.96, -0.09, -0.74, 0.63, 0.35, -0.45, -0.35, -0.46, 1.09, -0.13,
            -1.1, 0.27, 0.92, 0.49, 0.66, 0.41, 0.4, -0.32, -0.21, 0.65, -0.01, -0.01,
        ],
    ];
}

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
    ];

    /// <summary>A row for each <see cref="Link"/>.</summary>
    public static double[][] Learned { get; } =
    [
        [
            0.31, -0.32, 0.99, 3.26, 0.15, -0.79, -0.27, -0.86, -0.57, -0.14, -0.01, -0.09, 0.08, 0.11, -0.03, 0.62, -0.23, -0.1, -0.06, -0.25, 0.42, 0.35, -0.29, -0.39,
            -0.22, 0.19, 0.33, -0.24, -0.47, -0.18, -0.25, 0.09, 0.21, 0.16, -0.05, -0.36, -0.35, -0.08, 0.73, 0.39, -0.4, 0.36, -0.01, -0.07, -0.03, 0.24, -0.04,
        ],
        [
            -0.14, 3.18, -0.92, -1.23, 0.71, 0.22, 0.36, -0.07, -1.49, 0.23, 0.05, 0.56, -0.4, 0.66, 0.58, 0.1, -0.26, -0.21, -0.23, 0.8, -1.25, -0.42, -0.49, 1, 0.79,
            -0.47, -0.33, -0.26, -0.1, -0.31, 0.54, -0.19, -0.33, -0.21, 0.14, -0.01, -0.3, -0.3, -0.4, 0.42, -0.08, -0.32, 0.28, 0.43, -0.39, 0.25, -0.14,
        ],
        [
            -0.36, -1.04, -0.04, -0.77, -0.28, 0.02, -0.37, -0.04, 1.54, 0.03, -0.64, 0.58, 0.23, -0.36, -0.37, -0.14, -0.42, -0.01, 1.02, -0.1, -0.47, 0.12, 1.2, -0.07,
            -0.05, 0.07, -0.39, 0.25, -0.26, -0.56, 0.19, -0.2, -0.01, -0.15, -0.4, 1.59, -0.32, -0.23, 0.18, -1.43, -0.09, -0.04, -0.01, -0.01, -0.08, -0.2, 1.46,
        ],
        [
            0.18, -1.82, -0.02, -1.26, -0.58, 0.55, 0.29, 0.98, 0.52, -0.12, 0.6, -1.06, 0.09, -0.41, -0.17, -0.58, 0.91, 0.31, -0.73, -0.45, 1.29, -0.05, -0.42, -0.54,
            -0.51, 0.21, 0.39, 0.25, 0.84, 1.05, -0.47, 0.3, 0.12, 0.2, 0.31, -1.23, 0.96, 0.6, -0.51, 0.61, 0.57, 0, -0.25, -0.35, 0.5, -0.3, -1.29,
        ],
    ];
}

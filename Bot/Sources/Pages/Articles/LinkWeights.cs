namespace Bot.Sources.Pages.Articles;

/// <summary>
/// How each sign of <see cref="LinkSigns.Of"/> speaks for a reading of two pieces of a headline, in the unit of the assignment's
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
        "same width", "same width gap", "act before", "when before", "wider above", "wider above of two", "two halves over clause",
    ];

    /// <summary>A row for each <see cref="Link"/>.</summary>
    public static double[][] Learned { get; } =
    [
        [
            0.08, 0.13, 0.63, 2.75, 0.48, -0.33, -0.22, -0.1, -0.63, -0.72, 0.22, -0.27, 0.38, 0.38, -0.04, -0.03, -0.19, -0.06, -0.32,
            -0.17, 0.21, 0.61, -0.2, -0.01, 0.15, 0.51, 0.63, -0.49, -0.19, -0.16, -0.44, -0.06, 0.2, -0.12, -0.04, -0.03, -0.29, -0.11,
            0.19, 0.16, 0.17, 0.18, -0.04, -0.06, 0.01, 0.31, 0.2, 0.52, -0.03, 0.45, 0.2, 0.32, -0.22, -0.12, 0.01, -0.18, -0.3, 0.08,
            -0.66, -0.37, 0.08, 0.06, 0.25, -0.12, -0.14,
        ],
        [
            -0.04, 2.84, -0.6, -0.79, 0.37, 0.15, 0.16, -0.11, -0.8, -0.06, 0.64, 0.28, -0.27, 0.68, 0.52, 0.2, -0.14, -0.09, -0.38, 0.77,
            -1.1, -0.54, -0.15, 0.7, 0.51, -0.75, -0.29, -0.41, -0.15, -0.55, 0.26, 0.14, -0.3, -0.15, -0.18, -0.32, -0.17, 0.02, -0.11,
            0.12, 0.11, -0.19, 0.44, 0.39, -0.18, 0.28, -0.21, -0.68, -0.13, -0.2, -0.75, -0.43, -0.04, 0.56, -0.4, -0.48, -0.37, -0.01,
            0.44, 0.67, -0.26, -0.15, 0.13, 0.01, -0.05,
        ],
        [
            -0.02, -1.42, -0.01, -0.96, -0.44, -0.15, -0.27, -0.55, 0.92, 0.46, -1.17, -0.16, -0.03, -0.65, 0.18, 0.26, -0.4, -0.13, 2.02,
            -0.17, -0.41, -0.58, 1.13, -0.25, -0.25, -0.21, -0.19, 0.02, -0.11, -0.26, 0.59, -0.18, 0.09, 0.03, 0.03, 0.53, 0.01, 0.14,
            0.12, -0.27, -0.29, 0.26, -0.14, -0.04, -0.5, -0.86, 0.36, -0, -0.38, -0.72, 0.06, -0.05, -0.18, -0.19, 0.61, 0.39, 0.37, -0.03,
            0.61, -0.07, -0.5, -0.3, -0.32, 0.34, -0.09,
        ],
        [
            -0.01, -1.55, -0.01, -1.01, -0.41, 0.33, 0.33, 0.75, 0.51, 0.31, 0.31, 0.15, -0.08, -0.4, -0.66, -0.42, 0.73, 0.29, -1.32,
            -0.42, 1.3, 0.5, -0.79, -0.43, -0.42, 0.46, -0.14, 0.89, 0.46, 0.97, -0.41, 0.09, 0.01, 0.23, 0.19, -0.18, 0.45, -0.04, -0.2,
            -0.01, 0.02, -0.25, -0.26, -0.29, 0.67, 0.27, -0.35, 0.16, 0.55, 0.48, 0.49, 0.16, 0.44, -0.25, -0.22, 0.27, 0.3, -0.04, -0.39,
            -0.23, 0.68, 0.38, -0.06, -0.23, 0.28,
        ],
    ];
}

namespace Bot.Sources.Pages.Articles;

/// <summary>
/// How much each sign of <see cref="Boundaries"/> speaks for an article's end, in the unit of the assignment's gains. Learned by a logistic
/// regression over laid-out pages, in which the gain of the assignment is one sign more; <c>PageTraining</c> in the tests prints it anew.
/// </summary>
internal static class BoundaryWeights
{
    public static IReadOnlyList<string> Names { get; } =
    [
        "bias", "after headline", "before after headline", "opens strongly", "opens", "continues", "introduces", "introduces headless", "quotes", "after colon", "list item", "after closing", "opens paragraph", "fills first line", "notice changes", "other column", "same column", "dated headless", "surplus headless", "dated headline",
        "ahead", "behind", "run", "ahead headless", "behind headless", "ahead short", "behind short",
        "like", "like headless", "like run", "like near", "like others", "like other most", "opening old", "opening later", "closing later",
        "heading two parts", "heading many", "heading 6", "heading 9", "heading 13", "heading long", "twins", "two twins", "twins dated", "alike", "two alike", "section name", "numbered twins", "heading shared ahead", "heading shared behind", "run has headline", "heading marked",
    ];

    public static double[] Learned { get; } =
    [
        0.4, 1.53, -0.86, 1.96, -0.39, -2.38, 0.43, 0.11, 0.33, -0.79, -0.84, 0.63, -1.14, -0.9, 0.41, 3.41, -1.71, 0.48, -0.15, -0.33, 0.9, 1.22, 1.14, 0.19, -0.07,
        -0.15, 0.29, -2.05, -0.38, -2.43, -3.04, 2.26, 0.24, -1.76, 3.28, -0.54, 0.57, 0.94, -0.75, -0.51, -0.07, 0.99, -0.44, -0.7, -1.26, -1.45, -1.68, 0.34, 0.28,
        -0.09, -0.02, 0, -1.6,
    ];
}

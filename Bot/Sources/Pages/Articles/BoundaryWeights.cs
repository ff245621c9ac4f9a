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
        -0.09, 2.8, -0.56, 2.2, -0.06, -1.72, 0.76, -0.02, 0.39, -0.64, -0.38, 0.55, -0.91, -0.32, 0.66, 3.24, -1.78, 0.5, -0.03, -0.09, 1.17, 0.66, 0.72,
        0.09, 0.59, -0.14, 0.17, -1.92, 0.71, -3.09, -3.16, 3.29, -0.74, -1.07, 2.92, 0.05, 0.29, -0.27, -0.81, -0.76, -0.46, 0.84, -0.21, -0.54, -1.92,
        -1.37, -1.49, -1.36, 0.13, -0.23, -0.15, 0, -1.88,
    ];
}

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
        "told", "day", "saying", "points back", "year", "asked before", "said before", "anaphor", "reporter", "unnamed",
        "like", "like headless", "like run", "like near", "like others", "like other most", "opening old", "opening later", "closing later", "thread next", "thread over", "thread ahead", "thread behind", "old words", "like without before", "like without here",
        "heading two parts", "heading many", "heading 6", "heading 9", "heading 13", "heading long", "twins", "two twins", "twins dated", "alike", "two alike", "section name", "numbered twins", "heading shared ahead", "heading shared behind", "run has headline", "heading marked",
        "headline over lead", "headline in lead", "headline's only lead", "headlines led", "headlines of the run", "headlines led behind", "headline in lead before", "headline of another lead",
    ];

    public static double[] Learned { get; } =
    [
        -0.27, 1.22, -0.62, 0.77, 0.09, -1.29, 0.59, -0.11, 0.28, -0.83, -0.64, 0.61, -0.94, -0.54, 0.12, 2.35, -1.49, -0.1, -0.05, 0.01,
        0.56, 0.43, 0.21, 0.02, 0.27, -0.1, -0.1, 1.07, 0.8, -0.18, -0.51, -0.81, -0.21, -0.53, -0.09, -0.4, -0.13, -1.13, 0.22, -1.56, -0.98,
        1.15, 0.25, -0.44, 0.35, 0.08, -1.4, -0.7, 0.83, 0.52, -0.53, -1.18, -0.28, 0.49, 0.42, -0.49, -0.52, -0.26, 0.58, -0.37, -0.35,
        -0.97, -1.1, -1.25, -0.75, 0.27, -0.18, -0.14, 0, -1.25, -0.32, -0.32, 0.73, 0.4, 0.22, 0.25, -0.79, -1.33,
    ];
}

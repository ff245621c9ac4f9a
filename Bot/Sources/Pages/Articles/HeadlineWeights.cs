namespace Bot.Sources.Pages.Articles;

/// <summary>
/// How each of the <see cref="HeadlineSigns"/> speaks for a headline. Learned by a logistic regression over laid-out pages;
/// <c>PageTraining</c> in the tests prints it anew.
/// </summary>
internal static class HeadlineWeights
{
    public static IReadOnlyList<string> Names { get; } =
    [
        "bias", "by shape", "two lines", "more lines", "fills", "wide", "short", "no column", "width 4", "width 8", "width 14", "long", "short by indent",
        "ends", "asks", "ends in comma", "ends in colon", "ends in dash", "full stop", "comma", "commas", "list", "quotes", "dashes", "continues", "parts", "parts only",
        "told", "continuing", "digit", "closes bracket", "opens bracket", "bracket", "all bracket", "open before", "open fills", "open alone", "open joins", "closed fills alone", "closed fills plain",
        "page's first", "under headline", "under by-line", "under tail", "joins headline", "joins above", "joins above comma", "joins below", "joins text below", "alone", "alone plain", "alone comma",
        "article follows", "article follows closed", "article follows single", "over headline", "over paragraph", "over text", "over opening", "page's last", "continued below", "bracket below", "longer below", "goes on below",
        "indented", "opens paragraph", "runs on", "runs on into text", "after sentence", "between articles", "short plain",
    ];

    public static double[] Learned { get; } =
    [
        -0.02, 2.18, -0.13, -0.43, -0.74, 0.66, 0.65, -0.31, -1.07, 0.09, 0.13, 0.54, -1.02, -3.86, -2.76, -2.22, -3.68, -2.19, -2.67, -0.53, -3.49, -0,
        1.09, -1.33, -0.03, 1.46, -0.71, -0.87, -0.74, -2.65, -2.26, -1.69, -1.93, -1.51, -0.2, -0.93, -0.48, 0.46, -0.66, 1.07, 1.57, -0.07, 0.41, 1.21,
        1.51, 0.45, 0.7, 2.1, -1.96, 0.92, 0.31, 0.62, 1.23, 0.9, 1.15, 0.05, 0.29, -1.47, 0.82, 1.12, -0.16, -1.16, -0.47, -0.96, 0.12, -0.11, -0.29, -0.27,
        -0.15, 0.26, 0.07,
    ];
}

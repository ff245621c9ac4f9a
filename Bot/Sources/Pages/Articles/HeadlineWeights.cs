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
        -0.11, 1.74, -0.17, -0.68, -0.31, 1.02, 0.27, -0.3, -1.07, 0.49, 0.05, 0.41, -1.25, -4.67, -3.45, -3.31, -4.91, -3.97, -2.97, -1.2,
        -4.34, 0.05, 1.05, -1.28, -0.02, 1.83, -1.1, -1.74, -0.64, -2.79, -3.21, -2.24, -2.03, -1.59, -0.13, -1.19, -0.67, 0.17, -1.08, 0.82,
        2.44, 0.17, 0.07, 1.55, 1.92, 0.68, 1.35, 3.06, -2.56, 1.62, 0.5, 1.12, 1.39, 0.88, 1.41, 0.09, 0.21, -1.75, 1.42, 1.7, -0.7, -1.19,
        -0.59, -0.81, 0.05, -0.06, -0.37, -0.36, -0.14, -0.02, 0.11,
    ];
}

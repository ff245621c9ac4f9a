namespace Bot.Tests.Sources.Pages.Generation;

/// <summary>Pages with each fault alone and with many together.</summary>
internal static class PageSet
{
    private static readonly (string Name, PageStyle Style)[] _styles =
    [
        ("plain", new()),
        ("headlines-after", new() { Place = HeadlinePlace.After }),
        ("headlines-anywhere", new() { Place = HeadlinePlace.Anywhere }),
        ("headlines-anywhere-long-page", new() { Place = HeadlinePlace.Anywhere, Articles = 10 }),
        ("headlines-first", new() { Place = HeadlinePlace.AllFirst }),
        ("headlines-last", new() { Place = HeadlinePlace.AllLast, Articles = 5 }),
        ("headlines-broken", new() { Broken = 0.8 }),
        ("headlines-glued", new() { Place = HeadlinePlace.Anywhere, Glued = 1, Broken = 0.2 }),
        ("headlines-missing", new() { Headless = 0.3, Place = HeadlinePlace.Anywhere }),
        ("headlines-alone", new() { Bodiless = 2 }),
        ("headlines-missing-and-alone", new() { Headless = 0.25, Bodiless = 2, Place = HeadlinePlace.Anywhere }),
        ("crowded", new() { Crowded = true, BlankAfterParagraph = 0 }),
        ("crowded-indented", new() { Crowded = true, BlankAfterParagraph = 0, Indent = "　　", Place = HeadlinePlace.After }),
        ("narrow", new() { Column = (9, 12), ColumnBreak = 0.12 }),
        ("wide", new() { Column = (26, 34) }),
        ("undated", new() { Undated = 0.8 }),
        ("undated-anywhere", new() { Undated = 0.5, Place = HeadlinePlace.Anywhere }),
        ("sections", new() { Sectioned = 0.6 }),
        ("sections-undated-anywhere", new() { Sectioned = 0.4, Undated = 0.6, Place = HeadlinePlace.Anywhere }),
        ("sections-in-few-blanks", new() { Sectioned = 0.5, Undated = 0.3, BlankAfterParagraph = 0.2, Indent = "　　" }),
        ("undated-first", new() { Undated = 0.6, Place = HeadlinePlace.AllFirst }),
        ("undated-last", new() { Undated = 0.6, Place = HeadlinePlace.AllLast, Articles = 5 }),
        ("interleaved", new() { Interleaved = 0.6, ColumnBreak = 0.15 }),
        ("captions-and-furniture", new() { Captions = 0.4, Furniture = true }),
        ("notices", new() { Notices = true, Furniture = true, Articles = 4 }),
        ("jumps-and-tables", new() { Jumps = true, Table = true }),
        ("spaced", new() { Spaced = 0.15, Indent = "    " }),
        ("odd-characters", new() { FullWidth = true, Odd = 0.08 }),
        ("traditional-big5", new() { Traditional = true, Encoding = "big5" }),
        ("gb18030", new() { Encoding = "gb18030", Foreign = true }),
        ("utf-16", new() { Encoding = "utf-16", Place = HeadlinePlace.After }),
        ("two-columns", new() { SideBySide = 2 }),
        ("three-columns-by-count", new() { SideBySide = 3, PaddedByCount = true, Column = (14, 18) }),
        ("four-columns-indented", new() { SideBySide = 4, Column = (12, 14), Indent = "　　", Furniture = true }),
        ("combined-1", Harsh(new())),
        ("combined-2", Harsh(new() { Crowded = true, BlankAfterParagraph = 0.3, Notices = true })),
        ("combined-3", Harsh(new() { Undated = 0.3, Interleaved = 0.3, Encoding = "utf-8-bom" })),
        ("combined-4", Harsh(new() { Column = (11, 24), Encoding = "gb18030", Notices = true, Articles = 9 })),
        ("combined-5", Harsh(new() { SideBySide = 3, Column = (13, 16) })),
    ];

    public static IReadOnlyList<string> Names => [.. _styles.Select(s => s.Name)];

    /// <summary>One page a style, from the articles in Samples/pages/<paramref name="articles"/>.txt.</summary>
    public static IReadOnlyList<GeneratedPage> Of(string articles, int seed) => Of(articles, SampleArticle.Load(articles), seed);

    /// <summary>One page a style, from <paramref name="all"/> articles.</summary>
    public static IReadOnlyList<GeneratedPage> Of(string articles, IReadOnlyList<SampleArticle> all, int seed)
    {
        return [.. _styles.Select((s, i) => new PageGenerator((seed * 1000) + i, s.Style).Make($"{articles}-{s.Name}-{seed}", all))];
    }

    private static PageStyle Harsh(PageStyle style) => style with
    {
        Place = HeadlinePlace.Anywhere,
        Broken = 0.3,
        Glued = 0.4,
        Headless = 0.1,
        Bodiless = 1,
        Furniture = true,
        Captions = 0.15,
        Spaced = 0.05,
        Odd = 0.01,
        FullWidth = true,
        Foreign = true,
    };
}

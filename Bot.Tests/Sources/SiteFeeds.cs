using System.Net;

namespace Bot.Tests.Sources;

/// <summary>Feeds as a loopback site answers them.</summary>
internal static class SiteFeeds
{
    /// <summary>Newest first: each item a day older than the one before it.</summary>
    public static string Rss(params (string Id, string Title, string Text)[] items) => Rss(new DateTimeOffset(2026, 11, 20, 9, 0, 0, TimeSpan.FromHours(8)), items);

    public static string Rss(DateTimeOffset newest, params (string Id, string Title, string Text)[] items) =>
        $"""
        <rss version="2.0"><channel><title>测试</title>
        {string.Concat(items.Select((item, i) => $"<item><guid isPermaLink=\"false\">{item.Id}</guid><title>{WebUtility.HtmlEncode(item.Title)}</title><description>{WebUtility.HtmlEncode(item.Text)}</description><pubDate>{newest.AddDays(-i):r}</pubDate></item>"))}
        </channel></rss>
        """;
}

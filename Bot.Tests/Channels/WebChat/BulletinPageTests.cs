using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Bot.Bulletins;
using Bot.Channels;
using Bot.Storage;
using Bot.Subscribers;
using Bot.Tests.Infrastructure;
using Bot.Topics;
using Microsoft.EntityFrameworkCore;

namespace Bot.Tests.Channels.WebChat;

public sealed class BulletinPageTests
{
    private static readonly XNamespace _atom = "http://www.w3.org/2005/Atom";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_bulletins_page_shows_the_whole_text_its_source_and_the_words_that_matched()
    {
        await using var host = await WebChatHost.Start(Cancellation);
        using var visitor = new WebChatVisitor(host.Url);
        var page = await visitor.Client.GetStringAsync("/b/2", Cancellation);
        Assert.Contains("他们讲授<mark>未成年人</mark>保护的知识。", page, StringComparison.Ordinal);
        Assert.Contains("青禾日报", page, StringComparison.Ordinal);
        Assert.Contains("未成年人保护（依据：未成年人）", page, StringComparison.Ordinal);
        Assert.Contains("href=\"https://paper.example/2\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_from_outside_is_text_on_the_page_and_in_the_feed()
    {
        await using var host = await WebChatHost.Start(Cancellation);
        await Add(host, "<script>alert(1)</script> & \u0001", "javascript:alert(1)");
        using var visitor = new WebChatVisitor(host.Url);
        var page = await visitor.Client.GetStringAsync("/b/77", Cancellation);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.DoesNotContain("javascript:", page, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;", page, StringComparison.Ordinal);
        var feed = XDocument.Parse(await visitor.Client.GetStringAsync("/topics/welfare.atom", Cancellation));
        Assert.Equal("<script>alert(1)</script> & ", feed.Descendants(_atom + "entry").Single().Element(_atom + "title")!.Value);
    }

    [Theory]
    [InlineData("/b/999", HttpStatusCode.NotFound)]
    [InlineData("/b/x", HttpStatusCode.NotFound)]
    [InlineData("/topics/astronomy.atom", HttpStatusCode.NotFound)]
    [InlineData("/chat/secret.txt", HttpStatusCode.NotFound)]
    [InlineData("/chat/mydata", HttpStatusCode.Unauthorized)]
    public async Task What_is_not_there_is_not_there(string path, HttpStatusCode status)
    {
        await using var host = await WebChatHost.Start(Cancellation);
        using var visitor = new WebChatVisitor(host.Url);
        Assert.Equal(status, (await visitor.Client.GetAsync(path, Cancellation)).StatusCode);
    }

    [Fact]
    public async Task A_topic_is_a_feed_that_readers_understand()
    {
        await using var host = await WebChatHost.Start(Cancellation);
        using var visitor = new WebChatVisitor(host.Url);
        var answer = await visitor.Client.GetAsync("/topics/courts.atom", Cancellation);
        Assert.Equal("application/atom+xml", answer.Content.Headers.ContentType!.MediaType);
        var feed = XDocument.Parse(await answer.Content.ReadAsStringAsync(Cancellation)).Root!;
        Assert.Equal("法讯：法院", feed.Element(_atom + "title")!.Value);
        var entries = feed.Elements(_atom + "entry").ToList();
        Assert.Equal(8, entries.Count);
        Assert.Equal("青禾县法院开设夜间调解室", entries[0].Element(_atom + "title")!.Value);
        Assert.Equal($"{host.Url}/b/1", entries[0].Element(_atom + "id")!.Value);
        using var again = new HttpRequestMessage(HttpMethod.Get, "/topics/courts.atom");
        again.Headers.IfNoneMatch.Add(answer.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, (await visitor.Client.SendAsync(again, Cancellation)).StatusCode);
    }

    [Fact]
    public async Task Where_a_code_is_asked_for_pages_and_feeds_are_for_visitors()
    {
        await using var host = await WebChatHost.Start(Cancellation, o => o.AccessCode = "qinghe");
        using var visitor = new WebChatVisitor(host.Url);
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.Client.GetAsync("/b/1", Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.Client.GetAsync("/topics/courts.atom", Cancellation)).StatusCode);
        await visitor.Client.PostAsJsonAsync("/chat/hello", new { code = "qinghe" }, Cancellation);
        Assert.Equal(HttpStatusCode.OK, (await visitor.Client.GetAsync("/b/1", Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await visitor.Client.GetAsync("/topics/courts.atom", Cancellation)).StatusCode);
    }

    [Fact]
    public async Task A_visitor_takes_the_data_along_and_leaves_nothing_behind()
    {
        await using var host = await WebChatHost.Start(Cancellation);
        using var visitor = new WebChatVisitor(host.Url);
        await visitor.Hello(Cancellation);
        await visitor.Say("/mydata", Cancellation);
        var data = JsonNode.Parse(await visitor.Client.GetStringAsync("/chat/mydata", Cancellation))!;
        Assert.Contains("/mydata", data["webChat"]!.AsArray().Select(l => l!["content"]!.ToString()));
        await visitor.Say("/forgetme", Cancellation);
        var answer = await visitor.Tap("forget:yes", 1, Cancellation);
        Assert.True((bool)answer["gone"]!);
        await using var db = await host.Get<IDbContextFactory<BotDb>>().CreateDbContextAsync(Cancellation);
        Assert.Equal((0, 0), (await db.Set<ChatRow>().CountAsync(Cancellation), await db.Set<WebMessageRow>().CountAsync(Cancellation)));
        Assert.Equal(HttpStatusCode.Unauthorized, (await visitor.Client.PostAsJsonAsync("/chat/say", new { text = "/help" }, Cancellation)).StatusCode);
    }

    private static async Task Add(WebChatHost host, string title, string link)
    {
        await using var db = await host.Get<IDbContextFactory<BotDb>>().CreateDbContextAsync(Cancellation);
        db.Add(new BulletinRow
        {
            Id = 77,
            StoryId = 77,
            SourceId = "qinghe-daily",
            EntryKey = "77",
            Fingerprint = "77",
            Title = title,
            Summary = title,
            Paragraphs = [title],
            Link = link,
            SeenAt = TimeProvider.System.GetUtcNow(),
        });
        db.Add(new MatchRow { BulletinId = 77, TopicId = "welfare", Evidence = ["<script>"], MatchedAt = TimeProvider.System.GetUtcNow() });
        await db.SaveChangesAsync(Cancellation);
    }
}

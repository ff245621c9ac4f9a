using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Bot.Deliveries;
using Bot.Subscribers;
using Bot.Tests.Infrastructure;

namespace Bot.Tests.Channels.WebChat;

public sealed class WebChatTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_visitor_is_welcomed_once_and_finds_the_history_on_return()
    {
        await using var host = await WebChatHost.Start(Cancellation);
        using var visitor = new WebChatVisitor(host.Url);
        var first = await visitor.Hello(Cancellation);
        Assert.Contains("法讯", Assert.Single(Texts(first)), StringComparison.Ordinal);
        await visitor.Say("/help", Cancellation);
        var again = await visitor.Hello(Cancellation);
        Assert.Equal(["told", "said", "told"], again["lines"]!.AsArray().Select(l => (string)l!["kind"]!));
        Assert.Equal("/help", Texts(again)[1]);
    }

    [Fact]
    public async Task Nothing_is_lost_or_doubled_over_a_reconnect()
    {
        await using var host = await WebChatHost.Start(Cancellation);
        using var visitor = new WebChatVisitor(host.Url);
        var last = Last(await visitor.Hello(Cancellation));
        await Send(host, 1, 2);
        var heard = await visitor.Hear(last, 1, Cancellation);
        await Send(host, 3, 4);
        heard.AddRange(await visitor.Hear(heard[^1].Seq, 3, Cancellation));
        Assert.Equal(["alert 1", "alert 2", "alert 3", "alert 4"], heard.Select(h => h.Text));
    }

    [Fact]
    public async Task An_open_page_hears_what_is_written_after_it_opened()
    {
        await using var host = await WebChatHost.Start(Cancellation, o => o.LookEvery = TimeSpan.FromMinutes(1));
        using var visitor = new WebChatVisitor(host.Url);
        var hearing = visitor.Hear(Last(await visitor.Hello(Cancellation)), 2, Cancellation);
        await Send(host, 1, 2);
        Assert.Equal(["alert 1", "alert 2"], (await hearing).Select(h => h.Text));
    }

    [Fact]
    public async Task Lines_that_many_write_at_once_all_get_through_in_one_order()
    {
        await using var host = await WebChatHost.Start(Cancellation);
        using var visitor = new WebChatVisitor(host.Url);
        var hearing = visitor.Hear(Last(await visitor.Hello(Cancellation)), 40, Cancellation);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(w => Task.Run(() => Send(host, [.. Enumerable.Range(w * 10, 10)]), Cancellation)));
        var heard = await hearing;
        Assert.Equal(40, heard.Select(h => h.Text).Distinct().Count());
        Assert.Equal(heard.Select(h => h.Seq).Order(), heard.Select(h => h.Seq));
    }

    [Fact]
    public async Task A_tick_edits_the_picker_in_place()
    {
        await using var host = await WebChatHost.Start(Cancellation);
        using var visitor = new WebChatVisitor(host.Url);
        var last = Last(await visitor.Hello(Cancellation));
        var answer = await visitor.Tap("topic:s:0:on:courts", last, Cancellation);
        Assert.Equal("已关注：法院", (string?)answer["notice"]);
        var (_, kind, text) = Assert.Single(await visitor.Hear(last, 1, Cancellation));
        Assert.Equal("edit", kind);
        Assert.Contains("已关注 1 个", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Visitors_do_not_see_each_other()
    {
        await using var host = await WebChatHost.Start(Cancellation);
        using var one = new WebChatVisitor(host.Url);
        using var other = new WebChatVisitor(host.Url);
        await one.Hello(Cancellation);
        await one.Say("/help", Cancellation);
        Assert.Single(Texts(await other.Hello(Cancellation)));
    }

    [Fact]
    public async Task The_chat_outlives_a_restart()
    {
        await using var host = await WebChatHost.Start(Cancellation);
        using var visitor = new WebChatVisitor(host.Url);
        var last = Last(await visitor.Hello(Cancellation));
        await host.Close();
        await host.Open(Cancellation);
        await Send(host, 7);
        Assert.Equal("alert 7", Assert.Single(await visitor.Hear(last, 1, Cancellation)).Text);
    }

    [Fact]
    public async Task An_open_page_does_not_hold_up_the_end()
    {
        await using var host = await WebChatHost.Start(Cancellation);
        using var visitor = new WebChatVisitor(host.Url);
        await visitor.Hello(Cancellation);
        await using var stream = await visitor.Client.GetStreamAsync("/chat/stream?after=0", Cancellation);
        // An open stream that kept the program from its end would keep it for the half minute that a stop may take.
        await host.Close().WaitAsync(TimeSpan.FromSeconds(25), Cancellation);
    }

    [Fact]
    public async Task Another_sites_page_cannot_speak_for_a_visitor()
    {
        await using var host = await WebChatHost.Start(Cancellation);
        using var visitor = new WebChatVisitor(host.Url);
        await visitor.Hello(Cancellation);
        Assert.Equal(HttpStatusCode.Forbidden, await Post(visitor, ("Sec-Fetch-Site", "cross-site")));
        Assert.Equal(HttpStatusCode.Forbidden, await Post(visitor, ("Sec-Fetch-Site", "same-site")));
        Assert.Equal(HttpStatusCode.Forbidden, await Post(visitor, ("Origin", "https://elsewhere.example")));
        Assert.Equal(HttpStatusCode.Forbidden, await Post(visitor, ("Origin", "null")));
        Assert.Equal(HttpStatusCode.OK, await Post(visitor, ("Origin", host.Url)));
        Assert.Equal(HttpStatusCode.OK, await Post(visitor, ("Sec-Fetch-Site", "same-origin")));
        var form = await visitor.Client.PostAsync("/chat/say", new StringContent("""{"text":"/stop"}""", Encoding.UTF8, "text/plain"), Cancellation);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, form.StatusCode);
    }

    [Theory]
    [InlineData("""{"text":""}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"text":"   "}""", HttpStatusCode.BadRequest)]
    [InlineData("""{}""", HttpStatusCode.BadRequest)]
    [InlineData("""not json""", HttpStatusCode.BadRequest)]
    public async Task Bad_input_is_refused(string body, HttpStatusCode status)
    {
        await using var host = await WebChatHost.Start(Cancellation);
        using var visitor = new WebChatVisitor(host.Url);
        await visitor.Hello(Cancellation);
        var answer = await visitor.Client.PostAsync("/chat/say", new StringContent(body, Encoding.UTF8, "application/json"), Cancellation);
        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task Input_is_bounded()
    {
        await using var host = await WebChatHost.Start(Cancellation);
        using var visitor = new WebChatVisitor(host.Url);
        await visitor.Hello(Cancellation);
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.Client.PostAsJsonAsync("/chat/say", new { text = new string('长', 1001) }, Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.Client.PostAsJsonAsync("/chat/tap", new { action = new string('x', 65) }, Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await visitor.Client.PostAsJsonAsync("/chat/say", new { text = new string('x', 100_000) }, Cancellation)).StatusCode);
    }

    [Fact]
    public async Task Strangers_are_not_served()
    {
        await using var host = await WebChatHost.Start(Cancellation);
        using var stranger = new WebChatVisitor(host.Url);
        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.Client.PostAsJsonAsync("/chat/say", new { text = "/help" }, Cancellation)).StatusCode);
        using var forged = new HttpRequestMessage(HttpMethod.Get, "/chat/stream");
        forged.Headers.Add("Cookie", "faxun=AAAAAAAAAAAAAAAAAAAAAA");
        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.Client.SendAsync(forged, Cancellation)).StatusCode);
    }

    [Fact]
    public async Task Who_floods_is_slowed_and_nobody_else()
    {
        await using var host = await WebChatHost.Start(Cancellation);
        using var flooder = new WebChatVisitor(host.Url);
        using var other = new WebChatVisitor(host.Url);
        await flooder.Hello(Cancellation);
        await other.Hello(Cancellation);
        var flood = Enumerable.Range(0, 60).Select(_ => flooder.Client.PostAsJsonAsync("/chat/say", new { text = "/help" }, Cancellation)).ToList();
        await other.Say("/help", Cancellation);
        var answers = await Task.WhenAll(flood);
        Assert.Contains(answers, a => a.StatusCode == HttpStatusCode.TooManyRequests);
        Assert.True(answers.Count(a => a.StatusCode == HttpStatusCode.OK) >= 20);
    }

    [Fact]
    public async Task An_access_code_keeps_the_door()
    {
        await using var host = await WebChatHost.Start(Cancellation, o => o.AccessCode = "青禾2026");
        using var visitor = new WebChatVisitor(host.Url);
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.Client.PostAsJsonAsync("/chat/hello", new { }, Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.Client.PostAsJsonAsync("/chat/hello", new { code = "青禾" }, Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await visitor.Client.PostAsJsonAsync("/chat/hello", new { code = "青禾2026" }, Cancellation)).StatusCode);
        await visitor.Hello(Cancellation);
    }

    [Fact]
    public async Task Off_means_off()
    {
        await using var host = await WebChatHost.Start(Cancellation, o => o.Enabled = false);
        using var visitor = new WebChatVisitor(host.Url);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Client.GetAsync("/", Cancellation)).StatusCode);
    }

    [Fact]
    public async Task The_cookie_is_out_of_reach_of_scripts_and_the_address_does_not_give_it_away()
    {
        await using var host = await WebChatHost.Start(Cancellation);
        using var visitor = new WebChatVisitor(host.Url);
        var answer = await visitor.Client.PostAsJsonAsync("/chat/hello", new { }, Cancellation);
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        var secret = cookie.Split('=', ';')[1];
        Assert.Equal(22, secret.Length);
        Assert.Null(await host.Get<SubscriberStore>().Find("web", secret, Cancellation));
    }

    [Fact]
    public async Task The_page_is_not_sent_again_while_it_has_not_changed()
    {
        await using var host = await WebChatHost.Start(Cancellation);
        using var visitor = new WebChatVisitor(host.Url);
        foreach (var path in new[] { "/", "/chat/chat.js", "/chat/chat.css" })
        {
            var first = await visitor.Client.GetAsync(path, Cancellation);
            Assert.Equal(HttpStatusCode.OK, first.StatusCode);
            using var again = new HttpRequestMessage(HttpMethod.Get, path);
            again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
            Assert.Equal(HttpStatusCode.NotModified, (await visitor.Client.SendAsync(again, Cancellation)).StatusCode);
        }
    }

    [Theory]
    [InlineData("en-GB,en;q=0.9", "lang=\"en\"")]
    [InlineData("zh-TW,en;q=0.5", "lang=\"zh\"")]
    [InlineData("fr-FR,en;q=0.5", "lang=\"en\"")]
    [InlineData("fr-FR", "lang=\"zh\"")]
    public async Task The_page_speaks_the_browsers_language(string accepts, string shown)
    {
        await using var host = await WebChatHost.Start(Cancellation);
        using var visitor = new WebChatVisitor(host.Url);
        visitor.Client.DefaultRequestHeaders.Add("Accept-Language", accepts);
        var page = await visitor.Client.GetStringAsync("/", Cancellation);
        Assert.Contains(shown, page, StringComparison.Ordinal);
        Assert.DoesNotContain("{{", page, StringComparison.Ordinal);
    }

    private static async Task Send(WebChatHost host, params int[] numbers)
    {
        foreach (var number in numbers)
        {
            await host.Alert(Message.Plain($"alert {number}"), Cancellation);
        }
    }

    private static async Task<HttpStatusCode> Post(WebChatVisitor visitor, (string Name, string Value) header)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/chat/say") { Content = JsonContent.Create(new { text = "/help" }) };
        request.Headers.Add(header.Name, header.Value);
        return (await visitor.Client.SendAsync(request, Cancellation)).StatusCode;
    }

    private static long Last(JsonNode hello) => (long)hello["lines"]!.AsArray()[^1]!["seq"]!;

    private static List<string> Texts(JsonNode hello) => [.. hello["lines"]!.AsArray().Select(l => WebChatVisitor.TextOf(l!["content"]!))];
}

using System.Net;
using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Text.Json.Nodes;

namespace Bot.Tests.Channels.WebChat;

/// <summary>A visitor's browser, as far as the server sees it.</summary>
internal sealed class WebChatVisitor(string url) : IDisposable
{
    private readonly HttpClientHandler _handler = new() { CookieContainer = new CookieContainer() };
    private HttpClient? _client;

    public HttpClient Client => _client ??= new HttpClient(_handler) { BaseAddress = new Uri(url), Timeout = TimeSpan.FromSeconds(30) };

    public async Task<JsonNode> Hello(CancellationToken cancellationToken) =>
        await Read(await Client.PostAsJsonAsync("/chat/hello", new { language = "zh-CN", timeZone = "Asia/Shanghai" }, cancellationToken), cancellationToken);

    public async Task<JsonNode> Say(string text, CancellationToken cancellationToken) =>
        await Read(await Client.PostAsJsonAsync("/chat/say", new { text }, cancellationToken), cancellationToken);

    public async Task<JsonNode> Tap(string action, long message, CancellationToken cancellationToken) =>
        await Read(await Client.PostAsJsonAsync("/chat/tap", new { action, message }, cancellationToken), cancellationToken);

    /// <summary>The next lines after <paramref name="after"/>, as they come.</summary>
    public async Task<List<(long Seq, string Kind, string Text)>> Hear(long after, int lines, CancellationToken cancellationToken)
    {
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        ends.CancelAfter(TimeSpan.FromSeconds(20));
        await using var stream = await Client.GetStreamAsync($"/chat/stream?after={after}", ends.Token);
        List<(long, string, string)> heard = [];
        await foreach (var item in SseParser.Create(stream).EnumerateAsync(ends.Token))
        {
            if (item.EventType != "line")
            {
                continue;
            }

            var line = JsonNode.Parse(item.Data)!;
            Assert.Equal(item.EventId, line["seq"]!.ToString());
            heard.Add(((long)line["seq"]!, (string)line["kind"]!, TextOf(line["content"]!)));
            if (heard.Count == lines)
            {
                break;
            }
        }

        return heard;
    }

    public static string TextOf(JsonNode content) => content is JsonValue said
        ? said.ToString()
        : string.Join('\n', content["paragraphs"]!.AsArray().Select(p => string.Concat(p!["spans"]!.AsArray().Select(s => (string?)s!["text"]))));

    public void Dispose()
    {
        _client?.Dispose();
        _handler.Dispose();
    }

    private static async Task<JsonNode> Read(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return (await response.Content.ReadFromJsonAsync<JsonNode>(cancellationToken))!;
    }
}

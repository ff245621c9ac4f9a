using System.Net;
using System.Text;
using Bot.Bulletins;
using Bot.Subscribers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Infrastructure;

/// <summary>The whole program over a feed in a file, with a Telegram chat and a web visitor that follow its one topic, 公告.</summary>
internal sealed class FeedBot : IAsyncDisposable
{
    public const long Chat = 7001;

    private readonly Dictionary<string, string> _entries = [];

    private FeedBot(BotApiServer telegram, RunningBot bot) => (Telegram, Bot) = (telegram, bot);

    public BotApiServer Telegram { get; }

    public RunningBot Bot { get; }

    public static async Task<FeedBot> Start(CancellationToken cancellationToken, Action<RunningBot>? settings = null, string language = "zh-hans", Action<IServiceCollection>? change = null, string priority = "normal")
    {
        var telegram = await BotApiServer.Start(cancellationToken);
        var bot = new RunningBot(change).With(telegram).Set("Deliveries:CatchUp", "0");
        settings?.Invoke(bot);
        bot.Configure("sources.yaml",
            """
            sources:
              - { id: gazette, name: 青禾公报, kind: syndication, location: feed.xml, every: 1s, first_read: 50 }
            """);
        bot.Configure("topics.yaml",
            $$"""
            topics:
              - { id: notices, name: { zh: 公告, en: Notices }, priority: {{priority}}, rule: "青禾 OR 白杨" }
            """);
        var world = new FeedBot(telegram, bot);
        world.Write();
        await bot.Start(cancellationToken);
        telegram.Say(Chat, "/start", language);
        await Eventually.Holds(() => telegram.Sent.Any(), "/start is answered", cancellationToken);
        telegram.Tap(Chat, "topics:s:0:on");
        await Eventually.Holds(() => bot.Ask(db => db.Set<SubscriptionRow>().AnyAsync()), "the chat follows", cancellationToken);
        return world;
    }

    /// <summary>An entry appears in the feed, or another text takes its place.</summary>
    public void Publish(string key, string title, DateTimeOffset published, params string[] paragraphs)
    {
        _entries[key] =
            $"""
            <entry><id>urn:{key}</id><title>{WebUtility.HtmlEncode(title)}</title>
            <published>{published:yyyy-MM-ddTHH:mm:sszzz}</published><updated>{published:yyyy-MM-ddTHH:mm:sszzz}</updated>
            <content type="html">{WebUtility.HtmlEncode(string.Concat(paragraphs.Select(p => $"<p>{WebUtility.HtmlEncode(p)}</p>")))}</content></entry>
            """;
        Write();
    }

    /// <summary>The first alert or reminder whose text holds the words, and whose buttons do.</summary>
    public async Task<BotApiServer.SentMessage> Alert(string words, CancellationToken cancellationToken, string? buttons = null)
    {
        BotApiServer.SentMessage? Sent() => Telegram.Sent.FirstOrDefault(s => s.Chat == Chat && s.Text.Contains(words, StringComparison.Ordinal)
            && (buttons is null || s.Keyboard?.ToJsonString().Contains(buttons, StringComparison.Ordinal) == true));
        await Eventually.Holds(() => Sent() is not null, $"an alert says {words}", cancellationToken);
        return Sent()!;
    }

    public Task<BulletinRow> Bulletin(string key) => Bot.Ask(db => db.Set<BulletinRow>().AsNoTracking().SingleAsync(b => b.EntryKey.Contains(key)));

    public async Task<string> Page(long id, string language, CancellationToken cancellationToken)
    {
        using var visitor = new HttpClient { BaseAddress = new Uri(Bot.Url) };
        visitor.DefaultRequestHeaders.Add("Accept-Language", language);
        return await visitor.GetStringAsync(new Uri($"/b/{id}", UriKind.Relative), cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await Bot.DisposeAsync();
        await Telegram.DisposeAsync();
    }

    private void Write()
    {
        var feed = $"""
            <?xml version="1.0" encoding="utf-8"?>
            <feed xmlns="http://www.w3.org/2005/Atom"><title>青禾公报</title><id>urn:gazette</id><updated>2024-06-05T08:00:00+08:00</updated>
            {string.Concat(_entries.Values)}
            </feed>
            """;
        var fresh = Path.Combine(Bot.Config, "feed.new");
        File.WriteAllText(fresh, feed, new UTF8Encoding(false));
        File.Move(fresh, Path.Combine(Bot.Config, "feed.xml"), overwrite: true);
    }
}

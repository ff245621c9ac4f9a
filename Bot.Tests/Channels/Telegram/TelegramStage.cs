using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Bot.Channels;
using Bot.Deliveries;
using Bot.Storage;
using Bot.Tests.Conversation;
using Bot.Tests.Infrastructure;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Bot.Tests.Channels;

/// <summary>A private chat in Telegram: what a person does goes through a Bot API server on loopback, and what is seen is what that server was told to show.</summary>
internal sealed partial class TelegramStage : IStage, IAsyncDisposable
{
    public const long Person = 42;

    private readonly BotApiServer _server;
    private readonly ConversationWorld _world;
    private readonly TelegramListener _listener;
    private readonly string _language;
    private readonly Dictionary<int, (string Text, JsonObject? Keyboard)> _messages = [];
    private readonly List<int> _order = [];
    private string _news = "";
    private int _seen;

    private TelegramStage(BotApiServer server, ConversationWorld world, string language)
    {
        (_server, _world, _language) = (server, world, language);
        _listener = world.Get<IEnumerable<IHostedService>>().OfType<TelegramListener>().Single();
    }

    public string Name => "telegram";

    public string? Notice { get; private set; }

    public BotApiServer Server => _server;

    public ConversationWorld World => _world;

    public static async Task<TelegramStage> Start(string language, CancellationToken cancellationToken)
    {
        var server = await BotApiServer.Start(cancellationToken);
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Telegram:Token"] = BotApiServer.Token,
            ["Telegram:ApiUrl"] = server.Url,
            ["Telegram:PollFor"] = "00:00:01",
        }).Build();
        var world = await ConversationWorld.Start(cancellationToken, more: services =>
        {
            services.AddSingleton<IConfiguration>(settings);
            services.AddSingleton<Leases>();
            services.AddSingleton<Pacer>();
            services.AddTelegram(settings);
        });
        var stage = new TelegramStage(server, world, language);
        await stage._listener.StartAsync(cancellationToken);
        return stage;
    }

    public Task Type(string text, CancellationToken cancellationToken) => Done(_server.Say(Person, text, _language), cancellationToken);

    public Task Tap(string label, CancellationToken cancellationToken)
    {
        var (data, message) = Find(label);
        return Done(_server.Tap(Person, data, message, _language), cancellationToken);
    }

    /// <summary>What the newest button of this label does, and the message that it stands on.</summary>
    public (string Data, int Message) Find(string label)
    {
        var at = _order.LastOrDefault(id => Button(_messages[id].Keyboard, label) is not null);
        Assert.True(at > 0, $"No button [{label}] in the chat. The last message:\n{(_order.Count == 0 ? "" : Show(_messages[_order[^1]]))}");
        return ((string)Button(_messages[at].Keyboard, label)!["callback_data"]!, at);
    }

    public Task Tap(string label, string data, int message, CancellationToken cancellationToken) => Done(_server.Tap(Person, data, message, _language), cancellationToken);

    /// <summary>The number of the newest message.</summary>
    public int Newest => _order.Count == 0 ? 0 : _order[^1];

    /// <summary>What now stands on the messages after this one.</summary>
    public IReadOnlyList<(string Label, string Data, int Message)> Buttons(int after) => [.. _order.Where(id => id > after).SelectMany(id => Rows(_messages[id].Keyboard).SelectMany(r => r)
        .Where(b => b["callback_data"] is not null).Select(b => ((string)b["text"]!, (string)b["callback_data"]!, id)))];

    /// <summary>What the last act brought or changed.</summary>
    public string Last => _news;

    public Task Wait(TimeSpan time, CancellationToken cancellationToken) => _world.Wait(time, cancellationToken);

    public async Task<bool> Alert(long bulletin, CancellationToken cancellationToken)
    {
        if (await _world.Alert(bulletin, cancellationToken, "42", TelegramChannel.ChannelName) is not { } alert)
        {
            return false;
        }

        _seen = _server.Calls.Count;
        Assert.IsType<SendOutcome.Accepted>(await _world.Get<TelegramChannel>().Send("42", alert, cancellationToken));
        Look();
        return true;
    }

    public Task<string> News(string? wanted, CancellationToken cancellationToken) => Task.FromResult(_news);

    /// <summary>An update is acknowledged when all that it brings is there.</summary>
    public async Task Done(int update, CancellationToken cancellationToken)
    {
        await Eventually.Holds(() => _server.IsAcknowledged(update), $"update {update} is acknowledged", cancellationToken);
        Look();
    }

    public async ValueTask DisposeAsync()
    {
        await _listener.StopAsync(CancellationToken.None);
        await _world.DisposeAsync();
        await _server.DisposeAsync();
    }

    private void Look()
    {
        Notice = null;
        List<int> changed = [];
        foreach (var call in _server.Calls.Skip(_seen).Where(c => c.Refusal is null))
        {
            switch (call.Method)
            {
                case "sendMessage" when call.MessageId is { } id:
                    _messages[id] = (Plain((string)call.Body["text"]!), call.Body["reply_markup"] as JsonObject);
                    _order.Add(id);
                    changed.Add(id);
                    break;
                case "editMessageText":
                    var edited = (int)call.Body["message_id"]!;
                    _messages[edited] = (Plain((string)call.Body["text"]!), call.Body["reply_markup"] as JsonObject);
                    changed.Add(edited);
                    break;
                case "answerCallbackQuery":
                    Notice = (string?)call.Body["text"];
                    break;
            }
        }

        _seen = _server.Calls.Count;
        _news = string.Join("\n\n", changed.Distinct().Select(id => Show(_messages[id])));
    }

    private static string Show((string Text, JsonObject? Keyboard) message) => string.Join('\n', new[] { message.Text }.Concat(
        Rows(message.Keyboard).Select(row => string.Join(' ', row.Select(b => $"[{(string)b["text"]!}]")))));

    private static JsonObject? Button(JsonObject? keyboard, string label) => Rows(keyboard).SelectMany(r => r).LastOrDefault(b => (string)b["text"]! == label && b["callback_data"] is not null);

    private static IEnumerable<IEnumerable<JsonObject>> Rows(JsonObject? keyboard) =>
        (keyboard?["inline_keyboard"] as JsonArray ?? []).Select(row => row!.AsArray().Select(b => b!.AsObject()));

    private static string Plain(string html) => WebUtility.HtmlDecode(Tags().Replace(html, ""));

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tags();
}

using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.Extensions.Options;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Update = Telegram.Bot.Types.Update;

namespace Bot.Channels;

/// <summary>
/// Updates that Telegram sends to the program's own web server, in place of polling. Each is stored before it is acknowledged and handled
/// after it; what a crash leaves is handled at the next start. Every process of a cluster may receive.
/// </summary>
internal sealed partial class TelegramWebhook(
    ITelegramBotClient bot, TelegramDesk desk, TelegramGreeting greeting, UpdateStore store, IOptions<TelegramOptions> options, TimeProvider clock, ILogger<TelegramWebhook> logger) : BackgroundService
{
    public const string SecretHeader = "X-Telegram-Bot-Api-Secret-Token";
    public const int LargestUpdate = 1024 * 1024;

    private static readonly TimeSpan _look = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan _again = TimeSpan.FromMinutes(1);

    private readonly ChatQueues _chats = new(desk.Handle, desk.LeftOut, logger);
    private readonly Channel<int> _handled = System.Threading.Channels.Channel.CreateUnbounded<int>();
    private readonly CancellationTokenSource _stopping = new();

    /// <summary>Known to Telegram and to whoever has the token; the same in every process.</summary>
    private string Secret => Convert.ToHexStringLower(HMACSHA256.HashData(
        Encoding.UTF8.GetBytes(options.Value.Token!.Trim()), Encoding.UTF8.GetBytes($"webhook {options.Value.Webhook}")));

    /// <returns>The status to answer with; all but 200 lets Telegram send it again.</returns>
    public async Task<int> Receive(string? secret, string body, CancellationToken cancellationToken)
    {
        if (!CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(secret ?? "")), SHA256.HashData(Encoding.UTF8.GetBytes(Secret))))
        {
            return StatusCodes.Status403Forbidden;
        }

        Update? update;
        try
        {
            update = JsonSerializer.Deserialize<Update>(body, JsonBotAPI.Options);
        }
        catch (JsonException)
        {
            update = null;
        }

        if (update is not { Id: > 0 })
        {
            return StatusCodes.Status400BadRequest;
        }

        try
        {
            if (await store.Keep(update.Id, body, cancellationToken))
            {
                _chats.Add(update, Done, _stopping.Token);
            }

            return StatusCodes.Status200OK;
        }
        catch (DbException fault)
        {
            Log.NotKept(logger, fault);
            return StatusCodes.Status503ServiceUnavailable;
        }
    }

    public override void Dispose()
    {
        _stopping.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var registration = stoppingToken.Register(_stopping.Cancel);
        try
        {
            await Task.WhenAll(Announce(stoppingToken), Look(stoppingToken), Remember(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }

        await _chats.Stop();
        await Write(CancellationToken.None);
    }

    private void Done(Update update) => _handled.Writer.TryWrite(update.Id);

    private async Task Announce(CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await bot.SetWebhook(options.Value.Webhook!.ToString(), allowedUpdates: TelegramListener.Kinds, secretToken: Secret, cancellationToken: cancellationToken);
                Log.Set(logger, options.Value.Webhook.Host);
                if (greeting.Name is null)
                {
                    await greeting.Ask(cancellationToken);
                }

                return;
            }
            catch (RequestException fault)
            {
                Log.NotSet(logger, options.Value.Webhook!.ToString(), fault.Message);
                await Task.Delay(fault is ApiRequestException { Parameters.RetryAfter: { } seconds } ? TimeSpan.FromSeconds(seconds) : _again, clock, cancellationToken);
            }
        }
    }

    private async Task Look(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(_look, clock);
        do
        {
            try
            {
                foreach (var update in await store.TakeUp(cancellationToken))
                {
                    _chats.Add(update, Done, _stopping.Token);
                }
            }
            catch (DbException fault)
            {
                Log.NotKept(logger, fault);
            }
        }
        while (await timer.WaitForNextTickAsync(cancellationToken));
    }

    private async Task Remember(CancellationToken cancellationToken)
    {
        while (await _handled.Reader.WaitToReadAsync(cancellationToken))
        {
            await Write(cancellationToken);
        }
    }

    /// <summary>What cannot be written now is handled a second time after a restart, as a crash would have it.</summary>
    private async Task Write(CancellationToken cancellationToken)
    {
        List<int> ids = [];
        while (ids.Count < 500 && _handled.Reader.TryRead(out var id))
        {
            ids.Add(id);
        }

        try
        {
            if (ids.Count > 0)
            {
                await store.Handled(ids, cancellationToken);
            }
        }
        catch (DbException fault)
        {
            Log.NotKept(logger, fault);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Telegram sends updates to {Host} from now on")]
        public static partial void Set(ILogger logger, string host);

        [LoggerMessage(Level = LogLevel.Error, Message = "Telegram does not take the webhook {Url} and is asked again in a minute; the setting is Telegram:WebhookUrl: {Reason}")]
        public static partial void NotSet(ILogger logger, string url, string reason);

        [LoggerMessage(Level = LogLevel.Error, Message = "The database does not answer; Telegram sends the updates again")]
        public static partial void NotKept(ILogger logger, Exception fault);
    }
}

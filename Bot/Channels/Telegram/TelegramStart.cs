using Telegram.Bot;
using Telegram.Bot.Exceptions;

namespace Bot.Channels;

/// <summary>What Telegram says to the token, asked once before anything starts.</summary>
internal abstract record TelegramStart
{
    private TelegramStart()
    {
    }

    internal sealed record Connected(string Username) : TelegramStart;

    /// <summary>The token is wrong.</summary>
    internal sealed record Refused(string Why) : TelegramStart;

    /// <summary>It could not be asked; that says nothing about the token.</summary>
    internal sealed record NotReached(string Why) : TelegramStart;

    public static async Task<TelegramStart> Ask(ITelegramBotClient bot, TimeProvider clock, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(10), clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            var me = await bot.GetMe(either.Token);
            return new Connected(me.Username ?? me.FirstName);
        }
        catch (ApiRequestException fault) when (fault.ErrorCode is 401 or 404)
        {
            return new Refused(fault.Message);
        }
        catch (RequestException fault)
        {
            return new NotReached(fault.InnerException?.Message ?? fault.Message);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new NotReached("no answer within ten seconds");
        }
    }
}

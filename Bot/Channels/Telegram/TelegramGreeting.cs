using Telegram.Bot;
using Telegram.Bot.Exceptions;

namespace Bot.Channels;

/// <summary>What Telegram says to the token, asked before anything starts.</summary>
internal sealed class TelegramGreeting(ITelegramBotClient bot, TimeProvider clock)
{
    /// <summary>The answer to the last question; null before it.</summary>
    public Answer? Last { get; private set; }

    /// <summary>The bot's own; null while Telegram has not said it.</summary>
    public string? Name => Last is Answer.Connected(var name) ? name : null;

    public async Task<Answer> Ask(CancellationToken cancellationToken) => Last = await Greet(cancellationToken);

    private async Task<Answer> Greet(CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(10), clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            var me = await bot.GetMe(either.Token);
            return new Answer.Connected(me.Username ?? me.FirstName);
        }
        catch (ApiRequestException fault) when (fault.ErrorCode is 401 or 404)
        {
            return new Answer.Refused(fault.Message);
        }
        catch (RequestException fault)
        {
            return new Answer.NotReached(fault.InnerException?.Message ?? fault.Message);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new Answer.NotReached("no answer within ten seconds");
        }
    }

    internal abstract record Answer
    {
        private Answer()
        {
        }

        internal sealed record Connected(string Username) : Answer;

        /// <summary>The token is wrong.</summary>
        internal sealed record Refused(string Why) : Answer;

        /// <summary>It could not be asked; that says nothing about the token.</summary>
        internal sealed record NotReached(string Why) : Answer;
    }
}

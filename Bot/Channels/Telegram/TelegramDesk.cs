using Bot.Conversation;
using Bot.Deliveries;
using Bot.Subscribers;
using Bot.Texts;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;
using Message = Bot.Deliveries.Message;
using Update = Telegram.Bot.Types.Update;

namespace Bot.Channels;

/// <summary>Answers an update, however it came: what people type and tap is the dialogue's business, and its replies go back at once.</summary>
internal sealed partial class TelegramDesk(
    ITelegramBotClient bot, TelegramChannel channel, Dialogue dialogue, TelegramMembers members, TelegramThreads threads, TelegramGreeting greeting, Pacer pacer, TimeProvider clock, ILogger<TelegramDesk> logger) : IDisposable
{
    private const int SideBySide = 32;
    private const int WorksSideBySide = 4;

    /// <summary>What Telegram shows at a tap.</summary>
    private const int LongestNotice = 200;

    private static readonly TimeSpan _mostPatience = TimeSpan.FromSeconds(30);
    private static readonly Words _words = Words.Of<CommandMenu>("ConversationWords");

    private readonly SemaphoreSlim _places = new(SideBySide);
    private readonly SemaphoreSlim _works = new(WorksSideBySide);

    /// <returns>What is still to be done for it when it is answered.</returns>
    public async Task<Task> Handle(Update update, CancellationToken cancellationToken)
    {
        switch (update)
        {
            case { Message: { MigrateToChatId: { } to } left }:
                await members.Migrate(left.Chat.Id, to, cancellationToken);
                break;
            case { Message: { MigrateFromChatId: { } from } arrived }:
                await members.Migrate(from, arrived.Chat.Id, cancellationToken);
                break;
            case { Message: { } message } when TelegramUpdates.IsForAnother(message, greeting.Name):
                break;
            case { Message: { } message } when TelegramUpdates.Typed(message) is { } typed:
                return await Answer(typed, null, cancellationToken);
            case { Message: { } message } when TelegramUpdates.IsWordless(message):
                return await Answer(TelegramUpdates.Wordless(message), null, cancellationToken);
            case { CallbackQuery: { Message: { } lost } tap } when TelegramUpdates.IsLostInForum(lost):
                if (tap.Data is { } wish && await threads.Of(lost.Chat.Id, lost.Id, cancellationToken) is { } thread)
                {
                    return await Answer(TelegramUpdates.Tapped(tap, lost, wish) with { Address = thread }, tap, cancellationToken);
                }

                await Acknowledge(tap, _words.Get(LanguageTags.Parse(tap.From.LanguageCode), "stale"), cancellationToken);
                break;
            case { CallbackQuery: { Message: { } at, Data: { } data } tap }:
                return await Answer(TelegramUpdates.Tapped(tap, at, data), tap, cancellationToken);
            case { MyChatMember: { } change }:
                if (await members.Changed(change, cancellationToken) is var (address, welcome))
                {
                    await Say(address, isGroup: welcome.Group, welcome.Message, cancellationToken);
                }

                break;
        }

        return Task.CompletedTask;
    }

    /// <summary>Who said more than can be answered is told; people in groups talk to each other.</summary>
    public async Task LeftOut(Update update, int count, CancellationToken cancellationToken)
    {
        var incoming = update switch
        {
            { Message: { } message } => TelegramUpdates.Typed(message),
            { CallbackQuery: { Message: { } at, Data: { } data } tap } => TelegramUpdates.Tapped(tap, at, data),
            _ => null,
        };
        if (incoming is { Kind: ChatKind.Private })
        {
            await Say(incoming.Address, false, Message.Plain(_words.Get(LanguageTags.Parse(incoming.LanguageHint), "flood", count)), cancellationToken);
        }
    }

    public void Dispose()
    {
        _places.Dispose();
        _works.Dispose();
    }

    private async Task<Task> Answer(Incoming incoming, CallbackQuery? tap, CancellationToken cancellationToken)
    {
        var reply = await In(_places, () => dialogue.Answer(incoming, cancellationToken), cancellationToken);
        if (tap is not null)
        {
            await Acknowledge(tap, reply.Notice, cancellationToken);
        }

        var last = await Put(incoming, reply, incoming.MessageId, cancellationToken);
        return reply.Work is { } work ? In(_works, () => Finish(incoming, last, work, cancellationToken), cancellationToken) : Task.CompletedTask;
    }

    /// <returns>The number of the last message that was sent, or of the one that was edited.</returns>
    private async Task<string?> Put(Incoming incoming, Reply reply, string? edits, CancellationToken cancellationToken)
    {
        var isGroup = incoming.Kind == ChatKind.Group;
        var last = edits;
        if (reply.Edited is { } edited && edits is not null)
        {
            pacer.Spend(channel, incoming.Address, isGroup);
            var outcome = await In(_places, () => channel.Edit(incoming.Address, edits, edited, cancellationToken), cancellationToken);
            if (outcome is SendOutcome.Refused)
            {
                // The message is gone, or too old to be changed: what it would say comes as a new one.
                return await Put(incoming, reply, null, cancellationToken);
            }

            Log.IfNotSent(logger, outcome);
        }

        foreach (var message in reply.Edited is { } alone && edits is null ? [alone, .. reply.Messages] : reply.Messages)
        {
            last = await Say(incoming.Address, isGroup, message, cancellationToken) ?? last;
        }

        return last;
    }

    private async Task<bool> Finish(Incoming incoming, string? answer, LongWork work, CancellationToken cancellationToken)
    {
        var result = await work(told => answer is null ? Task.CompletedTask : Put(incoming, new Reply([], told), answer, cancellationToken), cancellationToken);

        // What one message cannot hold follows the answer as messages of its own.
        if (result.Edited is { } edited && (edited.File is not null || TelegramMarkup.Split(edited).Count > 1))
        {
            result = result with { Edited = result.Below, Messages = [edited, .. result.Messages] };
        }

        await Put(incoming, result, answer, cancellationToken);
        return true;
    }

    /// <summary>A reply is worth one more try when Telegram only asks for a moment's patience; others do not wait with it.</summary>
    private async Task<string?> Say(string address, bool isGroup, Message message, CancellationToken cancellationToken)
    {
        pacer.Spend(channel, address, isGroup);
        var outcome = await In(_places, () => channel.Send(address, message, cancellationToken), cancellationToken);
        if (outcome is SendOutcome.Later(var after, _, _) && after <= _mostPatience)
        {
            await Task.Delay(after, clock, cancellationToken);
            outcome = await In(_places, () => channel.Send(address, message, cancellationToken), cancellationToken);
        }

        Log.IfNotSent(logger, outcome);
        return outcome is SendOutcome.Accepted(var id) ? id : null;
    }

    private async Task Acknowledge(CallbackQuery tap, string? notice, CancellationToken cancellationToken)
    {
        try
        {
            await bot.AnswerCallbackQuery(tap.Id, notice?.To(LongestNotice), cancellationToken: cancellationToken);
        }
        catch (RequestException)
        {
            // The tap is too old to be answered; what it asked for was done.
        }
    }

    private static async Task<T> In<T>(SemaphoreSlim room, Func<Task<T>> work, CancellationToken cancellationToken)
    {
        await room.WaitAsync(cancellationToken);
        try
        {
            return await work();
        }
        finally
        {
            room.Release();
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "A reply was not sent: {Outcome}")]
        private static partial void NotSent(ILogger logger, SendOutcome outcome);

        public static void IfNotSent(ILogger logger, SendOutcome outcome)
        {
            if (outcome is not SendOutcome.Accepted)
            {
                NotSent(logger, outcome);
            }
        }
    }
}

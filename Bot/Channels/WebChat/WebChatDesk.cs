using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Bot.Conversation;
using Bot.Deliveries;
using Bot.Subscribers;
using Bot.Texts;
using Microsoft.Extensions.Options;

namespace Bot.Channels;

/// <summary>Takes what a visitor types and taps to the dialogue, and writes what comes back into the visitor's chat.</summary>
internal sealed class WebChatDesk(Dialogue dialogue, CommandMenu menu, SubscriberStore subscribers, PersonalData data, WebChatLog log, WebChatWorks works, IOptions<WebChatOptions> options)
{
    public const int LongestText = 1000;
    private const int HistoryLines = 80;
    private static readonly Words _words = Words.Of<CommandMenu>("ConversationWords");

    public bool Opens(string? code) => options.Value.AccessCode is not { } wanted
        || CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(wanted)), SHA256.HashData(Encoding.UTF8.GetBytes(code ?? "")));

    public async Task<bool> Knows(string visitor, CancellationToken cancellationToken) =>
        await subscribers.Find(WebChatChannel.ChannelName, visitor, cancellationToken) is not null;

    /// <summary>The newest lines of the chat; a new visitor's chat begins with the welcome.</summary>
    public async Task<HelloAnswer> Hello(string visitor, HelloRequest hello, CancellationToken cancellationToken)
    {
        var (chat, _) = await subscribers.FindOrCreate(WebChatChannel.ChannelName, visitor, ChatKind.Web, hello.Language, cancellationToken);
        var history = await History(visitor, long.MaxValue, cancellationToken);
        if (history.Lines.Count == 0)
        {
            if (hello.TimeZone is { Length: <= 64 } zone)
            {
                await subscribers.SetTimeZone(chat.Id, zone, cancellationToken);
            }

            await Answer(visitor, Incoming(visitor, hello.Language) with { Text = "/start" }, cancellationToken);
            history = await History(visitor, long.MaxValue, cancellationToken);
        }

        return new HelloAnswer(chat.Language, history.Lines, history.Earlier, Commands(LanguageTags.Parse(chat.Language)));
    }

    /// <summary>Null for a stranger.</summary>
    public async Task<IReadOnlyList<WebCommand>?> Commands(string visitor, CancellationToken cancellationToken) =>
        await subscribers.Find(WebChatChannel.ChannelName, visitor, cancellationToken) is { } chat ? Commands(LanguageTags.Parse(chat.Language)) : null;

    /// <summary>All that is stored about the visitor; null for a stranger.</summary>
    public async Task<string?> MyData(string visitor, CancellationToken cancellationToken) =>
        await subscribers.Find(WebChatChannel.ChannelName, visitor, cancellationToken) is { } chat ? await data.Export(chat, cancellationToken) : null;

    private List<WebCommand> Commands(Language language) => [.. menu.In(language).Select(c => new WebCommand(c.Name, c.What))];

    public async Task<EarlierAnswer> History(string visitor, long before, CancellationToken cancellationToken)
    {
        var rows = await log.Before(visitor, before, HistoryLines + 1, cancellationToken);
        return new EarlierAnswer([.. rows.TakeLast(HistoryLines).Select(WebLine.Of)], rows.Count > HistoryLines);
    }

    public async Task<WebAnswer> Say(string visitor, string text, string? language, CancellationToken cancellationToken)
    {
        await log.Said(visitor, text, cancellationToken);
        return await Answer(visitor, Incoming(visitor, language) with { Text = text }, cancellationToken);
    }

    public Task<WebAnswer> Tap(string visitor, string action, long? message, string? language, CancellationToken cancellationToken) =>
        Answer(visitor, Incoming(visitor, language) with { Action = action, MessageId = message?.ToString(CultureInfo.InvariantCulture) }, cancellationToken);

    private async Task<WebAnswer> Answer(string visitor, Incoming incoming, CancellationToken cancellationToken)
    {
        var reply = await dialogue.Answer(incoming, cancellationToken);
        if (await subscribers.Find(WebChatChannel.ChannelName, visitor, cancellationToken) is not { } chat)
        {
            // It asked to be forgotten: not even the answer is kept.
            return new WebAnswer(LanguageTags.Parse(incoming.LanguageHint).Tag(), reply.Notice, Gone: true);
        }

        var last = await Put(visitor, reply, long.TryParse(incoming.MessageId, CultureInfo.InvariantCulture, out var target) ? target : null, cancellationToken);
        if (reply.Work is { } work)
        {
            works.Add(token => Finish(visitor, LanguageTags.Parse(chat.Language), last, work, token));
        }

        return new WebAnswer(chat.Language, reply.Notice);
    }

    /// <returns>The line that was written last, or the one that was edited.</returns>
    private async Task<long?> Put(string visitor, Reply reply, long? edits, CancellationToken cancellationToken)
    {
        var last = edits;
        if (reply.Edited is { } edited)
        {
            if (edits is { } target)
            {
                await log.Edited(visitor, target, edited, cancellationToken);
            }
            else
            {
                last = await log.Told(visitor, edited, cancellationToken);
            }
        }

        foreach (var message in reply.Messages)
        {
            last = await log.Told(visitor, message, cancellationToken);
        }

        return last;
    }

    private async Task Finish(string visitor, Language language, long? answer, LongWork work, CancellationToken cancellationToken)
    {
        try
        {
            var result = await work(told => Put(visitor, new Reply([], told), answer, cancellationToken), cancellationToken);

            // A file hangs on a line of its own.
            await Put(visitor, result.Edited is { File: not null } file ? new Reply([file, .. result.Messages], Message.Plain(_words.Get(language, "work.below"))) : result, answer, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The program stops: what was begun is not left open.
            await Put(visitor, new Reply([], Message.Plain(_words.Get(language, "failed"))), answer, CancellationToken.None);
            throw;
        }
    }

    private static Incoming Incoming(string visitor, string? language) =>
        new() { Channel = WebChatChannel.ChannelName, Address = visitor, Kind = ChatKind.Web, LanguageHint = language };
}

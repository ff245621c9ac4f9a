using System.Collections.Concurrent;
using System.Data.Common;
using System.Globalization;
using Bot.Deliveries;
using Bot.Sources;
using Bot.Storage;
using Bot.Texts;
using Microsoft.Extensions.Options;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;

namespace Bot.Channels;

/// <summary>Telegram. Renders, sends once and maps the answer; waiting and trying again are the deliveries' business.</summary>
internal sealed partial class TelegramChannel(
    ITelegramBotClient bot, NoticeBoard notices, BotDbFactory databases, IOptions<TelegramOptions> options, TimeProvider clock, ILogger<TelegramChannel> logger) : IChannel
{
    public const string ChannelName = "telegram";

    /// <summary>How long a closed thread is not tried again.</summary>
    private static readonly TimeSpan _threadStaysClosed = TimeSpan.FromMinutes(10);

    private static readonly Words _words = Words.Of<TelegramChannel>("ChannelsWords");

    private readonly ConcurrentDictionary<TelegramAddress, DateTimeOffset> _closedThreads = [];

    private static readonly Telegram.Bot.Types.LinkPreviewOptions _noPreview = new() { IsDisabled = true };

    public string Name => ChannelName;

    /// <summary>What Telegram's FAQ tells bots to keep to (core.telegram.org/bots/faq, "My bot is hitting limits").</summary>
    public ChannelLimits Limits { get; } = new(PerSecond: options.Value.AllowPaidBroadcast ? 1000 : 30, PerChat: 1, PerGroupAndMinute: 20);

    public bool RepeatsSafely => false;

    public IReadOnlyList<Message> Split(Message message) => TelegramMarkup.Split(message);

    public async Task<SendOutcome> Send(string address, Message message, CancellationToken cancellationToken)
    {
        var to = TelegramAddress.Parse(address);
        if (to.Thread is not null && IsClosed(to))
        {
            (to, message) = InGeneral(to, message);
        }

        try
        {
            return await SendAll(to, message, cancellationToken);
        }
        catch (ApiRequestException fault) when (to.Thread is null)
        {
            return new SendOutcome.Unreachable(fault.Message);
        }
        catch (ApiRequestException)
        {
            var isNew = !_closedThreads.ContainsKey(to);
            _closedThreads[to] = clock.GetUtcNow() + _threadStaysClosed;
            Log.ThreadGone(logger, address);
            if (isNew)
            {
                await TellAdmins(address, cancellationToken);
            }
        }

        (to, message) = InGeneral(to, message);
        try
        {
            return await SendAll(to, message, cancellationToken);
        }
        catch (ApiRequestException fault)
        {
            return new SendOutcome.Unreachable(fault.Message);
        }
    }

    /// <summary>Changes a message that was sent; one that already says so is left alone.</summary>
    public async Task<SendOutcome> Edit(string address, string messageId, Message message, CancellationToken cancellationToken)
    {
        try
        {
            await bot.EditMessageText(
                TelegramAddress.Parse(address).Chat,
                int.Parse(messageId, CultureInfo.InvariantCulture),
                TelegramMarkup.Html(TelegramMarkup.Split(message)[0]),
                ParseMode.Html,
                replyMarkup: TelegramMarkup.Keyboard(message),
                linkPreviewOptions: _noPreview,
                cancellationToken: cancellationToken);
            return new SendOutcome.Accepted(messageId);
        }
        catch (ApiRequestException fault) when (TelegramOutcomes.IsUnchanged(fault))
        {
            return new SendOutcome.Accepted(messageId);
        }
        catch (RequestException fault)
        {
            return TelegramOutcomes.Of(fault);
        }
    }

    private async Task TellAdmins(string thread, CancellationToken cancellationToken)
    {
        try
        {
            await using var db = databases.CreateDbContext();
            await notices.Post(db, Said.Of("thread.gone", thread), cancellationToken);
            notices.Raise();
        }
        catch (DbException)
        {
            // It stands in the log; the message itself must not be held up by it.
        }
    }

    private bool IsClosed(TelegramAddress thread) => _closedThreads.TryGetValue(thread, out var until) && clock.GetUtcNow() < until;

    /// <summary>The same in the group's general thread, and why it is there, for whoever runs the group.</summary>
    private static (TelegramAddress To, Message Message) InGeneral(TelegramAddress thread, Message message) =>
        (thread with { Thread = null },
            message with { Paragraphs = [.. message.Paragraphs, new Paragraph([new Span(_words.Get(LanguageTags.Parse(message.Language), "thread-gone"), SpanStyle.Italic)])] });

    /// <exception cref="ApiRequestException">The thread is closed or gone; every other fault is an outcome.</exception>
    private async Task<SendOutcome> SendAll(TelegramAddress to, Message message, CancellationToken cancellationToken)
    {
        SendOutcome outcome = new SendOutcome.Refused("an empty message");
        foreach (var (i, part) in Split(message).Index())
        {
            outcome = part.File is { } file ? await Send(to, file, cancellationToken) : await Send(to, part, TelegramMarkup.Html(part), TelegramMarkup.Keyboard(part), cancellationToken);
            if (outcome is not SendOutcome.Accepted)
            {
                return i > 0 && outcome is SendOutcome.Refused(var why) ? new SendOutcome.Refused($"only the beginning was sent: {why}") : outcome;
            }
        }

        return outcome;
    }

    private async Task<SendOutcome> Send(TelegramAddress to, Message message, string html, InlineKeyboardMarkup? keyboard, CancellationToken cancellationToken)
    {
        try
        {
            return await Post(to, html, ParseMode.Html, message, keyboard, cancellationToken);
        }
        catch (ApiRequestException fault) when (TelegramOutcomes.IsGoneThread(fault))
        {
            throw;
        }
        catch (ApiRequestException fault) when (TelegramOutcomes.IsBadMarkup(fault))
        {
            try
            {
                return await Post(to, TelegramMarkup.Plain(message), ParseMode.None, message, keyboard, cancellationToken);
            }
            catch (RequestException second)
            {
                return TelegramOutcomes.Of(second);
            }
        }
        catch (RequestException fault)
        {
            return TelegramOutcomes.Of(fault);
        }
    }

    private async Task<SendOutcome> Send(TelegramAddress to, Attachment file, CancellationToken cancellationToken)
    {
        try
        {
            using var content = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(file.Text));
            var sent = await bot.SendDocument(to.Chat, Telegram.Bot.Types.InputFile.FromStream(content, file.Name), messageThreadId: to.Thread, cancellationToken: cancellationToken);
            return new SendOutcome.Accepted(sent.Id.ToString(CultureInfo.InvariantCulture));
        }
        catch (RequestException fault)
        {
            return TelegramOutcomes.Of(fault);
        }
    }

    private async Task<SendOutcome> Post(TelegramAddress to, string text, ParseMode mode, Message message, InlineKeyboardMarkup? keyboard, CancellationToken cancellationToken)
    {
        var sent = await bot.SendMessage(
            to.Chat,
            text,
            mode,
            replyMarkup: message.AsksForChannel is { } label ? TelegramMarkup.ChannelPicker(label) : keyboard,
            linkPreviewOptions: _noPreview,
            messageThreadId: to.Thread,
            disableNotification: message.Silent,
            replyParameters: Answers(message),
            allowPaidBroadcast: options.Value.AllowPaidBroadcast,
            cancellationToken: cancellationToken);
        return new SendOutcome.Accepted(sent.Id.ToString(CultureInfo.InvariantCulture));
    }

    private static Telegram.Bot.Types.ReplyParameters? Answers(Message message) =>
        message.ReplyTo is { } id && int.TryParse(id, CultureInfo.InvariantCulture, out var number)
            ? new() { MessageId = number, AllowSendingWithoutReply = true }
            : null;

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The thread {Chat} is closed or gone; its messages go to the group's general thread, and say so")]
        public static partial void ThreadGone(ILogger logger, string chat);
    }
}

using System.Globalization;
using Bot.Deliveries;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;

namespace Bot.Channels;

/// <summary>Telegram. Renders, sends once and maps the answer; waiting and trying again are the deliveries' business.</summary>
internal sealed class TelegramChannel(ITelegramBotClient bot) : IChannel
{
    public const string ChannelName = "telegram";

    private static readonly Telegram.Bot.Types.LinkPreviewOptions _noPreview = new() { IsDisabled = true };

    public string Name => ChannelName;

    /// <summary>What Telegram's FAQ tells bots to keep to (core.telegram.org/bots/faq, "My bot is hitting limits").</summary>
    public ChannelLimits Limits { get; } = new(PerSecond: 30, PerChat: 1, PerGroupAndMinute: 20);

    public bool RepeatsSafely => false;

    public async Task<SendOutcome> Send(string address, Message message, CancellationToken cancellationToken)
    {
        var texts = TelegramMarkup.Html(message);
        var keyboard = TelegramMarkup.Keyboard(message);
        SendOutcome outcome = new SendOutcome.Refused("an empty message");
        for (var i = 0; i < texts.Count; i++)
        {
            var last = i == texts.Count - 1;
            outcome = await Send(TelegramAddress.Parse(address), message, texts[i], last ? keyboard : null, cancellationToken);
            if (outcome is not SendOutcome.Accepted)
            {
                return i == 0 ? outcome : new SendOutcome.Unknown("only the beginning was sent");
            }
        }

        return message.File is { } file && outcome is SendOutcome.Accepted ? await Send(TelegramAddress.Parse(address), file, cancellationToken) : outcome;
    }

    /// <summary>Changes a message that was sent; one that already says so is left alone.</summary>
    public async Task<SendOutcome> Edit(string address, string messageId, Message message, CancellationToken cancellationToken)
    {
        try
        {
            await bot.EditMessageText(
                TelegramAddress.Parse(address).Chat,
                int.Parse(messageId, CultureInfo.InvariantCulture),
                TelegramMarkup.Html(message)[0],
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

    private async Task<SendOutcome> Send(TelegramAddress to, Message message, string html, InlineKeyboardMarkup? keyboard, CancellationToken cancellationToken)
    {
        try
        {
            return await Post(to, html, ParseMode.Html, message.Silent, keyboard, cancellationToken);
        }
        catch (ApiRequestException fault) when (TelegramOutcomes.IsGoneThread(fault) && to.Thread is not null)
        {
            return await Send(to with { Thread = null }, message, html, keyboard, cancellationToken);
        }
        catch (ApiRequestException fault) when (TelegramOutcomes.IsBadMarkup(fault))
        {
            try
            {
                return await Post(to, TelegramMarkup.Plain(message), ParseMode.None, message.Silent, keyboard, cancellationToken);
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

    private async Task<SendOutcome> Post(TelegramAddress to, string text, ParseMode mode, bool silent, InlineKeyboardMarkup? keyboard, CancellationToken cancellationToken)
    {
        var sent = await bot.SendMessage(
            to.Chat,
            text,
            mode,
            replyMarkup: keyboard,
            linkPreviewOptions: _noPreview,
            messageThreadId: to.Thread,
            disableNotification: silent,
            cancellationToken: cancellationToken);
        return new SendOutcome.Accepted(sent.Id.ToString(CultureInfo.InvariantCulture));
    }
}

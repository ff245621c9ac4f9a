using System.Globalization;
using Bot.Conversation;
using Bot.Subscribers;
using Bot.Texts;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;

namespace Bot.Channels;

/// <summary>
/// What Telegram shows by itself: the list of commands for each kind of chat and language, the description in an empty chat, and the
/// short one in the profile. Set once after the start; a Telegram that does not take them hinders nothing else.
/// </summary>
internal sealed partial class TelegramMenus(ITelegramBotClient bot, CommandMenu menu, AdminStore admins, TimeProvider clock, ILogger<TelegramMenus> logger) : BackgroundService
{
    /// <summary>What everybody in a group may use.</summary>
    private static readonly string[] _forMembers = ["latest", "search", "help"];

    private static readonly Words _words = Words.Of<CommandMenu>("ConversationWords");

    /// <summary>Null is for people whose client speaks neither; they are answered in Chinese.</summary>
    private static readonly (Language Language, string? Code)[] _languages = [(Language.Zh, null), (Language.Zh, "zh"), (Language.En, "en")];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            foreach (var (language, code) in _languages)
            {
                await SetPatiently(language, code, stoppingToken);
            }
        }
        catch (RequestException fault)
        {
            Log.NotSet(logger, fault.Message);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Set at the next start.
        }
    }

    /// <summary>Once more where Telegram asks for patience; setting the same again changes nothing.</summary>
    private async Task SetPatiently(Language language, string? code, CancellationToken cancellationToken)
    {
        try
        {
            await Set(language, code, cancellationToken);
        }
        catch (ApiRequestException fault) when (fault.Parameters?.RetryAfter is { } seconds)
        {
            await Task.Delay(TimeSpan.FromSeconds(seconds), clock, cancellationToken);
            await Set(language, code, cancellationToken);
        }
    }

    private async Task Set(Language language, string? code, CancellationToken cancellationToken)
    {
        List<BotCommand> all = [.. menu.In(language).Select(c => new BotCommand(c.Name, c.What))];
        await bot.SetMyCommands(all, BotCommandScope.Default(), code, cancellationToken);
        all.Add(new BotCommand(ChannelCommand.CommandName, _words.Get(language, "menu.channel")));
        await bot.SetMyCommands(all, BotCommandScope.AllPrivateChats(), code, cancellationToken);
        all.RemoveAt(all.Count - 1);
        await bot.SetMyCommands(all.Where(c => _forMembers.Contains(c.Command)), BotCommandScope.AllGroupChats(), code, cancellationToken);
        await bot.SetMyCommands(all, BotCommandScope.AllChatAdministrators(), code, cancellationToken);
        foreach (var (_, admin, role) in (await admins.All(cancellationToken)).Where(a => a.Channel == TelegramChannel.ChannelName))
        {
            string[] own = role == AdminRole.Owner ? ["channel", "admin", "topic", "try", "robot"] : ["channel", "admin", "topic", "try"];
            await ForAdmin(admin, [.. all, .. own.Select(c => new BotCommand(c, _words.Get(language, "menu." + c)))], code, cancellationToken);
        }

        await bot.SetMyDescription(_words.Get(language, "bot.about"), code, cancellationToken);
        await bot.SetMyShortDescription(_words.Get(language, "bot.about.short"), code, cancellationToken);
    }

    private async Task ForAdmin(string address, IReadOnlyList<BotCommand> commands, string? code, CancellationToken cancellationToken)
    {
        if (!long.TryParse(address, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var chat))
        {
            return;
        }

        try
        {
            await bot.SetMyCommands(commands, BotCommandScope.Chat(chat), code, cancellationToken);
        }
        catch (ApiRequestException fault) when (fault.ErrorCode == 400)
        {
            // An admin who has not spoken to the bot yet has no chat: the common list stands.
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Telegram did not take the lists of commands; they are set at the next start: {Reason}")]
        public static partial void NotSet(ILogger logger, string reason);
    }
}

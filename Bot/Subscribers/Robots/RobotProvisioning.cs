using Bot.Storage;
using Bot.Texts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Bot.Subscribers;

/// <summary>Puts the robots of the settings in force at the start: those that are gone from them are stopped, with what they followed kept.</summary>
internal sealed class RobotProvisioning(
    RobotStore robots, SubscriberStore subscribers, Preferences preferences, IDbContextFactory<BotDb> databases, IOptions<RobotsOptions> options) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var setting in options.Value.Chats)
        {
            await Provide(setting, cancellationToken);
        }

        foreach (var gone in (await robots.All(cancellationToken)).Where(r => r.FromSettings && !options.Value.Chats.Any(s => s.Kind == r.Kind && s.Name == r.Name)))
        {
            await subscribers.SetState(gone.ChatId, ChatState.Stopped, cancellationToken);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task Provide(RobotSetting setting, CancellationToken cancellationToken)
    {
        var language = LanguageTags.Parse(setting.Language);
        var robot = await robots.Put(setting.Kind, setting.Name, setting.Url, setting.Secret, language, fromSettings: true, cancellationToken);
        await subscribers.SetLanguage(robot.ChatId, language, cancellationToken);
        if (setting.Topics.Count == 0)
        {
            return;
        }

        await subscribers.Follow(robot.ChatId, [.. setting.Topics], cancellationToken);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await db.Set<SubscriptionRow>().Where(s => s.ChatId == robot.ChatId && !setting.Topics.Contains(s.TopicId)).ExecuteDeleteAsync(cancellationToken);
        foreach (var topic in setting.Topics)
        {
            await preferences.SetMode(robot.ChatId, topic, setting.Mode, cancellationToken);
        }
    }
}

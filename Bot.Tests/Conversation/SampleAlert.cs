using Bot.Bulletins;
using Bot.Bulletins.Stories;
using Bot.Conversation;
using Bot.Deliveries;
using Bot.Sources;
using Bot.Storage;
using Bot.Subscribers;
using Bot.Topics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Conversation;

/// <summary>The alert of one of the sample archive's bulletins, as a chat would get it.</summary>
internal static class SampleAlert
{
    /// <returns>Null when the chat would get none.</returns>
    public static async Task<Message?> For(IServiceProvider services, ChatRow chat, long bulletinId, CancellationToken cancellationToken)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<BotDb>>().CreateDbContextAsync(cancellationToken);
        await db.Set<DeliveryRow>().ExecuteDeleteAsync(cancellationToken);
        var bulletin = await db.Set<BulletinRow>().SingleAsync(b => b.Id == bulletinId, cancellationToken);
        await FanOut.Owe(db, bulletinId, bulletin.StoryId, services.GetRequiredService<TimeProvider>().GetUtcNow(), cancellationToken);
        if (await db.Set<DeliveryRow>().SingleOrDefaultAsync(d => d.ChatId == chat.Id, cancellationToken) is not { State: not DeliveryState.Gathered })
        {
            return null;
        }

        var followed = await services.GetRequiredService<SubscriberStore>().Followed(chat.Id, cancellationToken);
        var held = await db.Set<MatchRow>().Where(m => m.BulletinId == bulletinId).Select(m => m.TopicId).ToListAsync(cancellationToken);
        var topics = SampleArchive.Topics.Where(t => followed.Contains(t.Id) && held.Contains(t.Id)).ToList();
        return services.GetRequiredService<AlertMessages>()
            .Compose(bulletin, topics, Bot.Texts.LanguageTags.Parse(chat.Language), TimeZoneInfo.FindSystemTimeZoneById(chat.TimeZone));
    }

    /// <summary>What the admins' menu stands on, without the stages that run by themselves.</summary>
    public static IServiceCollection AddRunningNeeds(this IServiceCollection services)
    {
        services.AddOptions<StoryOptions>();
        services.AddSingleton<StoryIndex>();
        services.AddSingleton<BulletinRemoval>();
        services.AddSingleton<SourceCatalogue>();
        services.AddSingleton<SourceKeeper>();
        services.AddSingleton<DeliverySignal>();
        services.AddSingleton<DeliveryStore>();
        services.AddSingleton<Ledger>();
        services.AddSingleton<DeliveryProof>();
        services.AddSingleton<Announcements>();
        services.AddSingleton<NoticeBoard>();
        return services.AddSingleton<ISourceReading, NoReading>();
    }

    private sealed class NoReading : ISourceReading
    {
        public Task<int> ReadNow(string sourceId, CancellationToken cancellationToken) => Task.FromResult(2);

        public Task<SourcePreview> Preview(string address, string? name, CancellationToken cancellationToken) => Task.FromResult<SourcePreview>(
            address.Contains("broken", StringComparison.Ordinal)
                ? new SourcePreview.Unreadable(Said.AsIs("404"))
                : new SourcePreview.Readable(
                    new SourceDefinition { Id = "yuntang", Name = name ?? "云塘法治网", Kind = SourceKind.Syndication, Location = address },
                    12,
                    [new("云塘市法院发布白皮书", null, "云塘市法院发布白皮书。", ["courts"]), new("天气预报", null, "明天多云。", [])]));
    }
}

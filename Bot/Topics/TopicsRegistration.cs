namespace Bot.Topics;

internal static class TopicsRegistration
{
    public static IServiceCollection AddTopics(this IServiceCollection services) => services
        .AddSingleton<TopicCatalogue>()
        .AddSingleton<IWatchIndex, WatchIndex>()
        .AddSingleton<BulletinMatcher>()
        .AddSingleton<BulletinText>()
        .AddSingleton<Archive>()
        .AddSingleton<RuleTrial>()
        .AddSingleton<TopicAudit>()
        .AddSingleton<TopicSuggestions>()
        .AddSingleton<TopicBook>();
}

namespace Bot.Topics;

internal static class TopicsRegistration
{
    public static IServiceCollection AddTopics(this IServiceCollection services) => services.AddSingleton<TopicCatalogue>();
}

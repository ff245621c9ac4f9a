#pragma warning disable
namespace Bot.Topics { internal static class TempT { public static IReadOnlyList<TopicMatch> Match(this TopicCatalogue c, RuleText t) => []; extension(IServiceCollection s) { public IServiceCollection AddTopics() => s.AddSingleton<TopicCatalogue>(); } } }

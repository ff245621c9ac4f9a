#pragma warning disable
namespace Bot.Topics { internal static class TempT { public static IReadOnlyList<TopicMatch> Match(this TopicCatalogue c, RuleText t) => []; extension(IServiceCollection s) { public IServiceCollection AddTopics() => s.AddSingleton<TopicCatalogue>(); } } }
namespace Bot.Channels { internal static class TempC { extension(IServiceCollection s) { public IServiceCollection AddChannels() => s; } public static void MapChannels(this IEndpointRouteBuilder r) { } } }

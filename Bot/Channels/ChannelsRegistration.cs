namespace Bot.Channels;

internal static class ChannelsRegistration
{
    public static IServiceCollection AddChannels(this IServiceCollection services, IConfiguration configuration) =>
        services.AddWebChat().AddRobots().AddTelegram(configuration);

    public static void MapChannels(this IEndpointRouteBuilder routes) => routes.MapWebChat().MapTelegram();
}

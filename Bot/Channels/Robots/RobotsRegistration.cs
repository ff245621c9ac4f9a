using Bot.Deliveries;
using Bot.Sources.Fetching;

namespace Bot.Channels;

internal static class RobotsRegistration
{
    private static readonly TimeSpan _timeout = TimeSpan.FromSeconds(30);

    public static IServiceCollection AddRobots(this IServiceCollection services)
    {
        // A robot's address is a secret: no loggers. Only deliveries try again.
        services.AddHttpClient(RobotPost.ClientName, client => client.Timeout = _timeout)
            .RemoveAllLoggers()
            .ConfigurePrimaryHttpMessageHandler(provider => provider.GetRequiredService<GuardedConnection>().Handler());
        services.AddSingleton<RobotPost>();
        AddRobot<WeComRobot>(services);
        AddRobot<FeishuRobot>(services);
        AddRobot<DingTalkRobot>(services);
        return services;
    }

    private static void AddRobot<TRobot>(IServiceCollection services)
        where TRobot : RobotChannel
    {
        services.AddSingleton<TRobot>();
        services.AddSingleton<IChannel>(provider => provider.GetRequiredService<TRobot>());
        services.AddSingleton<IMergesCrowds>(provider => provider.GetRequiredService<TRobot>());
    }
}

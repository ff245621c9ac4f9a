namespace Bot.Commands;

internal static class CommandsRegistration
{
    public static IServiceCollection AddCommands(this IServiceCollection services) => services
        .AddSingleton<ReadInputs>()
        .AddHostedService<SourcesWatch>();
}

namespace Bot.Conversation;

internal static class RunningRegistration
{
    public static IServiceCollection AddRunning(this IServiceCollection services)
    {
        foreach (var type in typeof(RunningRegistration).Assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false } && typeof(IAdminPage).IsAssignableFrom(t)))
        {
            services.AddSingleton(typeof(IAdminPage), type);
        }

        services.AddSingleton<PendingActs>();
        services.AddSingleton<SourcePreviewText>();
        return services;
    }
}

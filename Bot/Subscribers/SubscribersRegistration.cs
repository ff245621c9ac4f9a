using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Bot.Subscribers;

internal static class SubscribersRegistration
{
    public static IServiceCollection AddSubscribers(this IServiceCollection services)
    {
        services.AddOptions<RobotsOptions>()
            .Configure<IServiceProvider>((options, provider) => provider.GetService<IConfiguration>()?.GetSection(RobotsOptions.Section).Bind(options))
            .ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<RobotsOptions>, RobotsOptionsValidator>());
        services.AddSingleton<SubscriberStore>();
        services.AddSingleton<IPersonalRecords, SubscriberRecords>();
        services.AddSingleton<IPersonalRecords, RobotRecords>();
        services.AddSingleton<PersonalData>();
        services.AddSingleton<WorkingDays>();
        services.AddSingleton<Preferences>();
        services.AddSingleton<RobotStore>();
        services.AddHostedService<RobotProvisioning>();
        services.AddHostedService<Waking>();
        services.AddAdmins();
        return services.AddWatches();
    }

    private static void AddAdmins(this IServiceCollection services)
    {
        services.AddOptions<AdminsOptions>()
            .Configure<IServiceProvider>((options, provider) => options.Named = provider.GetService<IConfiguration>()?.GetSection(AdminsOptions.Section).Get<string[]>() ?? [])
            .Validate(
                options => options.Named.All(n => n.IndexOf(':', StringComparison.Ordinal) is > 0 and var at && at < n.Length - 1),
                "Admins: each is channel:person, such as telegram:12345.")
            .ValidateOnStart();
        services.AddSingleton<AdminStore>();
        services.AddSingleton<AuditTrail>();
        services.AddSingleton<AdminClaim>();
        services.AddSingleton<IPersonalRecords, AdminRecords>();
    }

    private static IServiceCollection AddWatches(this IServiceCollection services)
    {
        services.AddOptions<WatchesOptions>().Configure<IServiceProvider>((options, provider) => provider.GetService<IConfiguration>()?.GetSection(WatchesOptions.Section).Bind(options)).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<WatchesOptions>, WatchesOptionsValidator>());
        services.AddSingleton<WatchKeeper>();
        services.AddSingleton<IPersonalRecords, WatchRecords>();
        return services;
    }
}

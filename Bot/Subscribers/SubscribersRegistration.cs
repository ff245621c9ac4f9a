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
        return services
            .AddSingleton<SubscriberStore>()
            .AddSingleton<IPersonalRecords, SubscriberRecords>()
            .AddSingleton<IPersonalRecords, RobotRecords>()
            .AddSingleton<PersonalData>()
            .AddSingleton<WorkingDays>()
            .AddSingleton<Preferences>()
            .AddSingleton(provider => new Admins(provider.GetService<IConfiguration>()))
            .AddSingleton<RobotStore>()
            .AddHostedService<RobotProvisioning>()
            .AddHostedService<Waking>();
    }
}

using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Bot.Deliveries;

internal static class DeliveriesRegistration
{
    public static IServiceCollection AddDeliveries(this IServiceCollection services)
    {
        services.AddOptions<DeliveriesOptions>().BindConfiguration(DeliveriesOptions.Section).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<DeliveriesOptions>, DeliveriesOptionsValidator>());
        services.AddSingleton<PublicAddress>();
        services.AddSingleton<AlertMessages>();
        services.AddSingleton<ReminderMessages>();
        services.AddSingleton<ReminderPlanner>();
        services.AddSingleton<AlertShelf>();
        services.AddOptions<RetentionOptions>().BindConfiguration(RetentionOptions.Section).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<RetentionOptions>, RetentionOptionsValidator>());
        services.AddSingleton<Trimming>();
        services.AddSingleton<Ledger>();
        services.AddSingleton<DeliveryProof>();
        services.AddSingleton<DigestMessages>();
        services.AddSingleton<DigestShelf>();
        services.AddSingleton<Crowds>();
        services.AddSingleton<DigestPlanner>();
        services.AddSingleton<NoticeBoard>();
        services.AddSingleton<Announcements>();
        services.AddSingleton<Pacer>();
        services.AddSingleton<DeliverySignal>();
        services.AddSingleton<DeliveryStore>();
        services.AddSingleton<DeliveryClaims>();
        services.AddSingleton<DeliveryWriter>();
        services.AddSingleton<PaceMemory>();
        services.AddSingleton<Courier>();
        services.AddSingleton<SummaryDesk>();
        services.AddSingleton<FanOutDesk>();
        services.AddHostedService(provider => provider.GetRequiredService<FanOutDesk>());
        services.AddHostedService(provider => provider.GetRequiredService<SummaryDesk>());
        services.AddHostedService<Dispatcher>();
        return services;
    }
}

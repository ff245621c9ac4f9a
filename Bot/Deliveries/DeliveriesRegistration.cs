using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Bot.Deliveries;

internal static class DeliveriesRegistration
{
    public static IServiceCollection AddDeliveries(this IServiceCollection services)
    {
        services.AddOptions<DeliveriesOptions>().BindConfiguration(DeliveriesOptions.Section).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<DeliveriesOptions>, DeliveriesOptionsValidator>());
        services.AddSingleton<AlertMessages>();
        services.AddSingleton<AlertShelf>();
        services.AddSingleton<Pacer>();
        services.AddSingleton<DeliverySignal>();
        services.AddSingleton<DeliveryStore>();
        services.AddSingleton<DeliveryWriter>();
        services.AddSingleton<PaceMemory>();
        services.AddSingleton<Courier>();
        services.AddHostedService<Dispatcher>();
        return services;
    }
}

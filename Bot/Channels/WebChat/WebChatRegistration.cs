using Bot.Deliveries;
using Bot.Subscribers;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Bot.Channels;

internal static class WebChatRegistration
{
    public static IServiceCollection AddWebChat(this IServiceCollection services)
    {
        services.AddOptions<WebChatOptions>().BindConfiguration(WebChatOptions.Section).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<WebChatOptions>, WebChatOptionsValidator>());
        services.AddSingleton<WebChatSignals>();
        services.AddSingleton<WebChatLog>();
        services.AddSingleton<IChannel, WebChatChannel>();
        services.AddSingleton<WebChatPace>();
        services.AddSingleton<WebChatStream>();
        services.AddSingleton<WebChatWorks>();
        services.AddHostedService(provider => provider.GetRequiredService<WebChatWorks>());
        services.AddSingleton<WebChatDesk>();
        services.AddSingleton<WebChatPage>();
        services.AddSingleton<BulletinPage>();
        services.AddSingleton<TopicFeed>();
        services.AddSingleton<IPersonalRecords, WebChatRecords>();
        return services;
    }
}

using Bot.Conversation;
using Bot.Deliveries;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Telegram.Bot;

namespace Bot.Channels;

internal static class TelegramRegistration
{
    /// <summary>Longer than the longest poll.</summary>
    private static readonly TimeSpan _timeout = TimeSpan.FromSeconds(90);

    public static IServiceCollection AddTelegram(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<TelegramOptions>().BindConfiguration(TelegramOptions.Section).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<TelegramOptions>, TelegramOptionsValidator>());
        if (configuration.GetSection(TelegramOptions.Section).Get<TelegramOptions>() is not { IsOn: true } options)
        {
            return services;
        }

        // Its address has the token in it: no loggers. Only deliveries try again: no resilience handler, no retries of its own.
        services.AddHttpClient(TelegramChannel.ChannelName, client => client.Timeout = _timeout)
            .RemoveAllLoggers()
            .AddTypedClient<ITelegramBotClient>((client, provider) =>
            {
                var given = provider.GetRequiredService<IOptions<TelegramOptions>>().Value;
                var settings = new TelegramBotClientOptions(given.Token!.Trim(), string.IsNullOrWhiteSpace(given.ApiUrl) ? null : given.ApiUrl.TrimEnd('/')) { RetryThreshold = 0 };
                return new TelegramBotClient(settings, client);
            });
        services.AddSingleton<TelegramChannel>();
        services.AddSingleton<IChannel>(provider => provider.GetRequiredService<TelegramChannel>());
        services.AddSingleton<IChatRoles, TelegramRoles>();
        services.AddSingleton<IBroadcastChannels, TelegramBroadcasts>();
        services.AddSingleton<TelegramGreeting>();
        services.AddSingleton<UpdateStore>();
        services.AddSingleton<TelegramMembers>();
        services.AddSingleton<TelegramThreads>();
        services.AddSingleton<TelegramDesk>();
        services.AddSingleton<IStartLinks, TelegramLinks>();
        if (options.Webhook is null)
        {
            services.AddHostedService<TelegramListener>();
        }
        else
        {
            services.AddSingleton<TelegramWebhook>();
            services.AddHostedService(provider => provider.GetRequiredService<TelegramWebhook>());
        }

        services.AddHostedService<TelegramMenus>();
        return services;
    }
}

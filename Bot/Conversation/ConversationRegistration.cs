using Bot.Subscribers;

namespace Bot.Conversation;

internal static class ConversationRegistration
{
    public static IServiceCollection AddConversation(this IServiceCollection services)
    {
        foreach (var type in typeof(ConversationRegistration).Assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false }))
        {
            if (!typeof(ICommand).IsAssignableFrom(type) && !typeof(ITap).IsAssignableFrom(type))
            {
                continue;
            }

            services.AddSingleton(type);
            if (typeof(ICommand).IsAssignableFrom(type))
            {
                services.AddSingleton(provider => (ICommand)provider.GetRequiredService(type));
            }

            if (typeof(ITap).IsAssignableFrom(type))
            {
                services.AddSingleton(provider => (ITap)provider.GetRequiredService(type));
            }
        }

        services.AddSingleton<IPersonalRecords, DeliveryRecords>();
        services.AddSingleton<IPersonalRecords, RemarkRecords>();
        services.AddSingleton<GroupRights>();
        services.AddSingleton<ChannelDesk>();
        services.AddRunning();
        services.AddSingleton<SearchIndex>();
        services.AddHostedService<SearchIndexing>();
        services.AddSingleton<AdminDesk>();
        services.AddSingleton<OpenTopics>();
        services.AddSingleton<PendingTopics>();
        services.AddSingleton<TopicInvites>();
        services.AddSingleton<BulletinList>();
        services.AddSingleton<BulletinWords>();
        services.AddSingleton<CommandMenu>();
        services.AddSingleton<Followings>();
        services.AddSingleton<TopicPicker>();
        services.AddSingleton<FollowedTopic>();
        services.AddSingleton<LimitChoices>();
        services.AddSingleton<RobotPages>();
        services.AddSingleton<BulletinShelf>();
        services.AddSingleton<Dialogue>();
        return services;
    }
}

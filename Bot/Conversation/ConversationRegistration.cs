namespace Bot.Conversation;

internal static class ConversationRegistration
{
    public static IServiceCollection AddConversation(this IServiceCollection services)
    {
        foreach (var type in typeof(ConversationRegistration).Assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false }))
        {
            if (typeof(ICommand).IsAssignableFrom(type))
            {
                services.AddSingleton(typeof(ICommand), type);
            }

            if (typeof(ITap).IsAssignableFrom(type))
            {
                services.AddSingleton(typeof(ITap), type);
            }
        }

        services.AddSingleton<CommandMenu>();
        services.AddSingleton<Followings>();
        services.AddSingleton<TopicPicker>();
        services.AddSingleton<BulletinShelf>();
        services.AddSingleton<Dialogue>();
        return services;
    }
}

namespace Bot.Subscribers;

internal static class SubscribersRegistration
{
    public static IServiceCollection AddSubscribers(this IServiceCollection services) => services
        .AddSingleton<SubscriberStore>()
        .AddSingleton<IPersonalRecords, SubscriberRecords>()
        .AddSingleton<PersonalData>()
        .AddSingleton<WorkingDays>()
        .AddSingleton<Preferences>()
        .AddHostedService<Waking>();
}

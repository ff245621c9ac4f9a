using Bot.Bulletins.Places;

namespace Bot.Bulletins;

internal static class BulletinsRegistration
{
    public static IServiceCollection AddBulletins(this IServiceCollection services) => services.AddPlaces();
}

namespace Bot.Bulletins.Places;

internal static class PlacesRegistration
{
    public static IServiceCollection AddPlaces(this IServiceCollection services) =>
        services.AddSingleton<PlaceFinder>().AddSingleton<HomeRegion>().AddSingleton<BulletinRegions>();
}

using Bot.Bulletins.Places;
using Bot.Bulletins.Stories;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Bot.Bulletins;

internal static class BulletinsRegistration
{
    public static IServiceCollection AddBulletins(this IServiceCollection services)
    {
        services.AddOptions<StoryOptions>().BindConfiguration(StoryOptions.Section).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<StoryOptions>, StoryOptionsValidator>());
        services.AddSingleton<StoryIndex>();
        services.AddSingleton<BulletinRemoval>();
        return services.AddPlaces();
    }
}

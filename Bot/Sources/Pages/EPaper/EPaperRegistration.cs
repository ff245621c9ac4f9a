using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Bot.Sources.Pages.EPaper;

internal static class EPaperRegistration
{
    public static IServiceCollection AddEPaper(this IServiceCollection services)
    {
        services.AddOptions<EPaperOptions>().BindConfiguration(EPaperOptions.Section).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<EPaperOptions>, EPaperOptionsValidator>());
        services.AddSingleton<EPaperReader>();
        services.AddSingleton<EditionFetcher>();
        return services;
    }
}

using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Bot.Sources.Pages.Pdf;

internal static class PdfRegistration
{
    public static IServiceCollection AddPdfPages(this IServiceCollection services)
    {
        services.AddOptions<PdfOptions>().BindConfiguration(PdfOptions.Section).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<PdfOptions>, PdfOptionsValidator>());
        services.AddSingleton<IDocumentReader, PagePdfReader>();
        return services;
    }
}

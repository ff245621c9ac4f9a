using Bot.Summaries.Model;
using Microsoft.Extensions.Options;

namespace Bot.Summaries;

internal static class SummariesRegistration
{
    public static IServiceCollection AddSummaries(this IServiceCollection services)
    {
        services.AddOptions<SummariesOptions>().BindConfiguration(SummariesOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<SummariesOptions>, SummariesOptionsValidator>();
        services.AddOptions<ModelOptions>().BindConfiguration(ModelOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<ModelOptions>, ModelOptionsRanges>();
        services.AddSingleton<IValidateOptions<ModelOptions>, ModelOptionsValidator>();
        services.AddSingleton<Summarizer>(s => new Summarizer(s.GetRequiredService<IOptions<SummariesOptions>>()));
        services.AddSingleton<AnswerStore>();
        services.AddSingleton<ModelSummarizer>(s => new ModelSummarizer(s.GetRequiredService<IOptions<ModelOptions>>(), s.GetRequiredService<IOptions<SummariesOptions>>(), s.GetRequiredService<AnswerStore>(), s.GetRequiredService<TimeProvider>(), s.GetRequiredService<ILogger<ModelSummarizer>>()));
        services.AddSingleton<SummaryWriter>();
        return services;
    }
}

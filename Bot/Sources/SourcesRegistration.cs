using Bot.Sources.Fetching;
using Bot.Sources.Syndication;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Options;
using Polly;

namespace Bot.Sources;

internal static class SourcesRegistration
{
    public static IServiceCollection AddSources(this IServiceCollection services)
    {
        services.AddOptions<SourcesOptions>().BindConfiguration(SourcesOptions.Section)
            .Validate(o => o.ApiKeys.Values.All(k => k.Length >= 16), "Sources:ApiKeys: a key has at least 16 characters.").ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<SourcesOptions>, SourcesOptionsValidator>());
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<SourceCatalogue>();
        services.AddSingleton<SourceKeeper>();
        services.AddSingleton<IDocumentReader, SyndicationReader>();
        services.AddSingleton<DocumentReaders>();
        services.AddSingleton<SourcePaths>();
        services.AddSingleton<FileFetcher>();
        services.AddSingleton<FolderFetcher>();
        services.AddSingleton<HostGate>();
        services.AddSingleton<HttpFetcher>();
        services.AddSingleton<Fetcher>();
        services.AddSingleton<GuardedConnection>();
        services.AddHttpClient(HttpFetcher.ClientName, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(provider => provider.GetRequiredService<GuardedConnection>().Handler())
            .RemoveAllLoggers()
            .AddResilienceHandler("sources", (pipeline, context) =>
            {
                var options = context.ServiceProvider.GetRequiredService<IOptions<SourcesOptions>>().Value;

                // The network's time is real time, whatever clock the product goes by.
                pipeline.TimeProvider = TimeProvider.System;
                if (options.Retries > 0)
                {
                    pipeline.AddRetry(Retry(options));
                }

                pipeline.AddTimeout(options.AnswerLimit);
            });
        return services;
    }

    /// <summary>
    /// Only what a moment's patience may mend. A server that asks for patience itself (429, or Retry-After) is left alone until the next poll.
    /// </summary>
    private static HttpRetryStrategyOptions Retry(SourcesOptions options) => new()
    {
        MaxRetryAttempts = options.Retries,
        Delay = options.RetryPause,
        UseJitter = true,
        ShouldRetryAfterHeader = false,
        ShouldHandle = outcome => ValueTask.FromResult(outcome.Outcome switch
        {
            { Exception: { } fault } => fault is HttpRequestException && !IsForbidden(fault),
            { Result: { } response } => (int)response.StatusCode is 500 or 502 or 504 && response.Headers.RetryAfter is null,
            _ => false,
        }),
    };

    private static bool IsForbidden(Exception? fault)
    {
        while (fault is not null and not ForbiddenAddressException)
        {
            fault = fault.InnerException;
        }

        return fault is not null;
    }
}

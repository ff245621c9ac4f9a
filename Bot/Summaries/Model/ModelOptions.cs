using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Bot.Summaries.Model;

/// <summary>A language model that may write summaries, if an admin wants one. Off while <see cref="Endpoint"/> is empty.</summary>
internal sealed class ModelOptions
{
    public const string Section = "Summaries:Model";

    /// <summary>Base address of an OpenAI-compatible API (with its <c>/v1</c>) or of an Ollama server. Default none: no model.</summary>
    public Uri? Endpoint { get; set; }

    /// <summary>What speaks at the endpoint. Default OpenAI.</summary>
    public ModelKind Kind { get; set; } = ModelKind.OpenAI;

    /// <summary>The model's name, as the endpoint calls it. Required with an endpoint.</summary>
    public string Name { get; set; } = "";

    /// <summary>The API's key; a secret. Default none.</summary>
    public string? ApiKey { get; set; }

    /// <summary>How long an answer may take before the extract is sent instead. Default 20 s, from 1 s to 2 min.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:02:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>How long an alert waits for the model's summary; urgent ones never wait. Default 1 min, from 1 s to 10 min.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan AlertsWait { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Questions a UTC day. Default 500, from 0.</summary>
    [Range(0, 1_000_000)]
    public int DailyBudget { get; set; } = 500;

    /// <summary>Characters of a bulletin that are shown to the model. Default 6000, from 200 to 60000.</summary>
    [Range(200, 60_000)]
    public int MaxInputCharacters { get; set; } = 6_000;

    /// <summary>Answers that are kept for bulletins that come again. Default 10000, from 100 to 1000000: alerts show what is kept.</summary>
    [Range(100, 1_000_000)]
    public int CacheSize { get; set; } = 10_000;
}

internal enum ModelKind
{
    OpenAI,
    Ollama,
}

[OptionsValidator]
internal sealed partial class ModelOptionsRanges : IValidateOptions<ModelOptions>;

/// <summary>What ranges can't say: an endpoint needs a model's name and must be http or https.</summary>
internal sealed class ModelOptionsValidator : IValidateOptions<ModelOptions>
{
    public ValidateOptionsResult Validate(string? name, ModelOptions options)
    {
        if (options.Endpoint is null)
            return ValidateOptionsResult.Success;
        if (!options.Endpoint.IsAbsoluteUri || options.Endpoint.Scheme is not ("http" or "https"))
            return ValidateOptionsResult.Fail($"{ModelOptions.Section}:Endpoint must be an http or https address.");
        return string.IsNullOrWhiteSpace(options.Name)
            ? ValidateOptionsResult.Fail($"{ModelOptions.Section}:Name must name the model that {options.Endpoint} serves.")
            : ValidateOptionsResult.Success;
    }
}

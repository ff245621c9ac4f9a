using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Bot.Summaries;

/// <summary>How much of a bulletin an alert tells.</summary>
internal sealed class SummariesOptions
{
    public const string Section = "Summaries";

    /// <summary>Sentences in a summary. Default 2, from 1 to 4.</summary>
    [Range(1, 4)]
    public int MaxSentences { get; set; } = 2;

    /// <summary>Characters in a summary, punctuation included. Default 120, from 30 to 600.</summary>
    [Range(30, 600)]
    public int MaxCharacters { get; set; } = 120;
}

[OptionsValidator]
internal sealed partial class SummariesOptionsValidator : IValidateOptions<SummariesOptions>;

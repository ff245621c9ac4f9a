using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Bot.Sources.Pages;

/// <summary>Settings of reading newspaper pages.</summary>
internal sealed class PagesOptions
{
    public const string Section = "Pages";

    /// <summary>Headlines with a lower confidence are called uncertain. 0 to 1; default 0.5.</summary>
    [Range(0, 1)]
    public double UncertainBelow { get; set; } = 0.5;

    /// <summary>Larger text files are refused, in bytes. 64 KiB to 64 MiB; default 8 MiB.</summary>
    [Range(64 * 1024, 64 * 1024 * 1024)]
    public int LargestText { get; set; } = 8 * 1024 * 1024;

    /// <summary>A document that takes longer to read is given up. One second to ten minutes; default 20 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan TimeLimit { get; set; } = TimeSpan.FromSeconds(20);
}

[OptionsValidator]
internal sealed partial class PagesOptionsValidator : IValidateOptions<PagesOptions>;

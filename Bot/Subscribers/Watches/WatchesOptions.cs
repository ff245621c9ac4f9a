using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Bot.Subscribers;

internal sealed class WatchesOptions
{
    public const string Section = "Watches";

    /// <summary>How many watches one chat may keep. Default 20; 0 to 1000, 0 allows none.</summary>
    [Range(0, 1000)]
    public int Most { get; set; } = 20;

    /// <summary>The longest rule, in characters. Default 300; 10 to 10000.</summary>
    [Range(10, 10_000)]
    public int LongestRule { get; set; } = 300;

    /// <summary>A rule that by the archive would bring more alerts a day is too general. Default 50; 1 to 100000.</summary>
    [Range(1, 100_000)]
    public double MostADay { get; set; } = 50;

    /// <summary>A rule that holds for a greater share of the archive is too general. Default 0.5; 0.01 to 1.</summary>
    [Range(0.01, 1)]
    public double MostShare { get; set; } = 0.5;

    /// <summary>How much of the archive an estimate looks at. Default 30 days; 1 to 366 days.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "366.00:00:00")]
    public TimeSpan EstimateOver { get; set; } = TimeSpan.FromDays(30);
}

[OptionsValidator]
internal sealed partial class WatchesOptionsValidator : IValidateOptions<WatchesOptions>;

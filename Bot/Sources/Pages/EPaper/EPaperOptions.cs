using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Bot.Sources.Pages.EPaper;

/// <summary>Limits of reading e-paper sites.</summary>
internal sealed class EPaperOptions
{
    public const string Section = "Pages:EPaper";

    /// <summary>How many days back a missed edition is still fetched. 1 to 60; default 7.</summary>
    [Range(1, 60)]
    public int MostDays { get; set; } = 7;

    /// <summary>Pages of one edition behind this many are not fetched. 1 to 200; default 64.</summary>
    [Range(1, 200)]
    public int MostPages { get; set; } = 64;

    /// <summary>Articles of one edition behind this many are not fetched. 1 to 2,000; default 600.</summary>
    [Range(1, 2000)]
    public int MostArticles { get; set; } = 600;

    /// <summary>Larger pages are not parsed, in characters. 10,000 to 10,000,000; default 2,000,000.</summary>
    [Range(10_000, 10_000_000)]
    public int LargestPage { get; set; } = 2_000_000;
}

[OptionsValidator]
internal sealed partial class EPaperOptionsValidator : IValidateOptions<EPaperOptions>;

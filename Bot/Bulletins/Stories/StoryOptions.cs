using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Bot.Bulletins.Stories;

internal sealed class StoryOptions
{
    public const string Section = "Stories";

    /// <summary>How far back the same story is looked for in other sources. Default 7 days; 1 hour to 60 days.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "60.00:00:00")]
    public TimeSpan Window { get; set; } = TimeSpan.FromDays(7);
}

[OptionsValidator]
internal sealed partial class StoryOptionsValidator : IValidateOptions<StoryOptions>;

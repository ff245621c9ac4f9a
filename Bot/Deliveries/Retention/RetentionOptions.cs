using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Bot.Deliveries;

internal sealed class RetentionOptions
{
    public const string Section = "Retention";

    /// <summary>How long it is kept what was sent to whom. A story that is older earns no alert any more, so nothing comes twice. Default 180 days; 30 days to 10 years.</summary>
    [Range(typeof(TimeSpan), "30.00:00:00", "3650.00:00:00")]
    public TimeSpan Deliveries { get; set; } = TimeSpan.FromDays(180);

    /// <summary>How long the bytes of fetched documents are kept as evidence; that they were read is kept for ever. Default 30 days; 1 day to 10 years.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "3650.00:00:00")]
    public TimeSpan Documents { get; set; } = TimeSpan.FromDays(30);

    /// <summary>How long bulletins keep their text; headline, link and what tells a repeat are kept for ever. Default 2 years; 30 days to 10 years.</summary>
    [Range(typeof(TimeSpan), "30.00:00:00", "3650.00:00:00")]
    public TimeSpan Bulletins { get; set; } = TimeSpan.FromDays(730);
}

[OptionsValidator]
internal sealed partial class RetentionOptionsValidator : IValidateOptions<RetentionOptions>;

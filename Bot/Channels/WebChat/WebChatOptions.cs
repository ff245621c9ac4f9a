using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Bot.Channels;

internal sealed class WebChatOptions
{
    public const string Section = "WebChat";

    /// <summary>Whether there is a web chat at all. Default true.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>What a new visitor must type before the chat opens. Default none: everybody may enter.</summary>
    [StringLength(100, MinimumLength = 4)]
    public string? AccessCode { get; set; }

    /// <summary>How often an open page looks for lines that another process wrote. Default 3 seconds; 200 milliseconds to 1 minute.</summary>
    [Range(typeof(TimeSpan), "00:00:00.2", "00:01:00")]
    public TimeSpan LookEvery { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>How often an open page is told that the connection lives. Default 15 seconds; 1 second to 1 minute.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00")]
    public TimeSpan Heartbeat { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How many lines of a visitor's chat are kept; older ones go. Default 500; 50 to 10000.</summary>
    [Range(50, 10_000)]
    public int KeptLines { get; set; } = 500;

    /// <summary>How many new visitors one network address may bring in a minute. Default 30; 1 to 10000.</summary>
    [Range(1, 10_000)]
    public int NewVisitorsAMinute { get; set; } = 30;
}

[OptionsValidator]
internal sealed partial class WebChatOptionsValidator : IValidateOptions<WebChatOptions>;

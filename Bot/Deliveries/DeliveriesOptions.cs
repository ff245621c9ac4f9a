using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Bot.Deliveries;

internal sealed class DeliveriesOptions
{
    public const string Section = "Deliveries";

    /// <summary>How many of a topic's newest bulletins a new follower gets at once. Default 2; 0 to 20.</summary>
    [Range(0, 20)]
    public int CatchUp { get; set; } = 2;

    /// <summary>How old they may be. Default 7 days; 0 to 365 days.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "365.00:00:00")]
    public TimeSpan CatchUpWithin { get; set; } = TimeSpan.FromDays(7);

    /// <summary>How long a claimed delivery is this process's own before another may take it up. Default 1 minute; 10 seconds to 1 hour.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "01:00:00")]
    public TimeSpan Lease { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How often the database is asked for what fell due; what is newly owed here is known at once. Default 1 second; 100 milliseconds to 1 minute.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:01:00")]
    public TimeSpan Look { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How many sends may be in flight at once. Default 256; 1 to 900 (Telegram answers 429 for a minute above 1,000).</summary>
    [Range(1, 900)]
    public int InFlight { get; set; } = 256;

    /// <summary>More alerts than this that wait for one chat become one message with a list; urgent ones never do. Default 30; 2 to 1,000, or 0 for never.</summary>
    [Range(0, 1000)]
    public int MergeBeyond { get; set; } = 30;

    /// <summary>How long a delivery whose channel cannot be reached, or asks for patience, is tried again before it is given up. Default 3 days; 1 hour to 30 days.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "30.00:00:00")]
    public TimeSpan GiveUpAfter { get; set; } = TimeSpan.FromDays(3);

    /// <summary>How long after a bulletin came in it must be on its way to everyone it is owed to; beyond this, and what the channel's pace explains, the admins are told. Default 10 minutes; 1 minute to 1 day.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan ProveAfter { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>The http or https address below which people reach this program's pages, for links in chats. Default none: only the web chat links to them.</summary>
    [RegularExpression("https?://.+", ErrorMessage = "The field PublicUrl must be an http or https address.")]
    public Uri? PublicUrl { get; set; }
}

[OptionsValidator]
internal sealed partial class DeliveriesOptionsValidator : IValidateOptions<DeliveriesOptions>;

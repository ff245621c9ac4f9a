using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Bot.Sources;

internal sealed class SourcesOptions
{
    public const string Section = "Sources";

    /// <summary>How many entries of a source's first read become alerts; the rest are kept silently. Default 5; 0 to 100.</summary>
    [Range(0, 100)]
    public int FirstReadAlerts { get; set; } = 5;

    /// <summary>The shortest time between two reads of a source that sets no schedule of its own. Default 5 minutes; 10 seconds to 1 day.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "1.00:00:00")]
    public TimeSpan ShortestInterval { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>The longest time between two reads of a source that sets no schedule of its own. Default 6 hours; 1 minute to 7 days.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "7.00:00:00")]
    public TimeSpan LongestInterval { get; set; } = TimeSpan.FromHours(6);

    /// <summary>How long one read of an address may take in all. Default 60 seconds; 1 second to 10 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan TimeLimit { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How long a server may take to answer with its headers. Default 20 seconds; 1 second to 5 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan AnswerLimit { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>How often a failed request is tried again at once. Default 1; 0 to 5.</summary>
    [Range(0, 5)]
    public int Retries { get; set; } = 1;

    /// <summary>The pause before such another try, jittered. Default 1 second; 1 millisecond to 1 minute.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "00:01:00")]
    public TimeSpan RetryPause { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The largest document, unpacked, in bytes. Default 16 MiB; 1 KiB to 256 MiB.</summary>
    [Range(1024, 256 * 1024 * 1024)]
    public int LargestDocument { get; set; } = 16 * 1024 * 1024;

    /// <summary>How many redirects are followed. Default 5; 0 to 20.</summary>
    [Range(0, 20)]
    public int MostRedirects { get; set; } = 5;

    /// <summary>How many requests run at once. Default 16; 1 to 256.</summary>
    [Range(1, 256)]
    public int RequestsAtOnce { get; set; } = 16;

    /// <summary>How many requests to the same host run at once. Default 2; 1 to 64.</summary>
    [Range(1, 64)]
    public int RequestsPerHost { get; set; } = 2;

    /// <summary>How long a permanent redirect must hold before the source is read at its new address. Default 1 day; 0 to 30 days.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "30.00:00:00")]
    public TimeSpan MoveHolds { get; set; } = TimeSpan.FromDays(1);

    /// <summary>How long a file must keep its size and time before it is read. Default 2 seconds; 0 to 1 hour.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan Settling { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Whether addresses inside private networks (loopback, 10/8, 192.168/16, link-local, …) may be read. Default false.</summary>
    public bool AllowPrivateAddresses { get; set; }

    /// <summary>Networks that may be read though they are private, such as <c>192.168.7.0/24</c>. Default none.</summary>
    public IList<string> AllowedNetworks { get; } = [];

    /// <summary>The folder of <c>sources.yaml</c>, to which relative locations are relative. Default <c>config</c> below the working folder.</summary>
    [Required]
    public string ConfigurationFolder { get; set; } = "config";

    /// <summary>Folders that sources may name besides the one of <c>sources.yaml</c>. Default none.</summary>
    public IList<string> Folders { get; } = [];

    /// <summary>How many articles of a list page are fetched in one look; the others wait for the next. Default 20; 0 to 200.</summary>
    [Range(0, 200)]
    public int BodiesPerRead { get; set; } = 20;

    /// <summary>The API keys of sources of the kind <c>push</c>, by the source's id; at least 16 characters. Best kept in secrets.json. Default none.</summary>
    public IDictionary<string, string> ApiKeys { get; } = new Dictionary<string, string>();

    /// <summary>How the program names itself to servers. Default the product's name and version with a link to what it does.</summary>
    [Required]
    public string UserAgent { get; set; } = $"Faxun/{typeof(SourcesOptions).Assembly.GetName().Version?.ToString(3)} (bulletin watcher; polls politely)";

    /// <summary>A proxy for all requests, such as <c>http://proxy:3128</c>. Default none.</summary>
    public Uri? Proxy { get; set; }
}

[OptionsValidator]
internal sealed partial class SourcesOptionsValidator : IValidateOptions<SourcesOptions>;

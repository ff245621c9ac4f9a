namespace Bot.Sources;

/// <summary>A place that publishes, as <c>config/sources.yaml</c> or an admin describes it.</summary>
internal sealed record SourceDefinition
{
    /// <summary>Short and stable; lower-case letters, digits and hyphens.</summary>
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required SourceKind Kind { get; init; }

    /// <summary>A URL, a URL template, or a file or folder (relative to the configuration folder).</summary>
    public required string Location { get; init; }

    /// <summary>A Quartz cron expression; null where <see cref="Every"/> or the adaptive default decides.</summary>
    public string? Schedule { get; init; }

    /// <summary>A fixed interval; null where <see cref="Schedule"/> or the adaptive default decides.</summary>
    public TimeSpan? Every { get; init; }

    /// <summary>The IANA zone in which the schedule runs and zoneless dates are read.</summary>
    public TimeZoneInfo TimeZone { get; init; } = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    /// <summary>How many entries of the first read become alerts; null where the settings decide.</summary>
    public int? FirstRead { get; init; }

    /// <summary>An admin lets it rest: it is read when somebody asks for it, and not by itself.</summary>
    public bool IsPaused { get; init; }

    /// <summary>An admin added it in a chat; no file names it.</summary>
    public bool IsKept { get; init; }

    /// <summary>CSS selectors by role (<c>item</c>, <c>link</c>, <c>title</c>, <c>date</c>, <c>body</c>, …) for pages that need them.</summary>
    public IReadOnlyDictionary<string, string> Selectors { get; init; } = new Dictionary<string, string>();
}

internal enum SourceKind
{
    Syndication,
    Pages,
    Webpage,
    Push,
}

namespace Bot.Sources.Fetching;

internal static class MediaTypes
{
    /// <summary>What a file's name claims; null if it claims nothing.</summary>
    public static string? OfName(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".txt" or ".text" => "text/plain",
        ".pdf" => "application/pdf",
        ".html" or ".htm" or ".xhtml" => "text/html",
        ".xml" => "application/xml",
        ".rss" => "application/rss+xml",
        ".atom" => "application/atom+xml",
        ".rdf" => "application/rdf+xml",
        ".json" => "application/json",
        ".jsonfeed" => "application/feed+json",
        _ => null,
    };
}

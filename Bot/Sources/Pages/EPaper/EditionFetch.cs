namespace Bot.Sources.Pages.EPaper;

/// <summary>What one look at a day's edition brought.</summary>
internal abstract record EditionFetch
{
    private EditionFetch() { }

    /// <summary>The site has no edition of that day; papers rest.</summary>
    internal sealed record None : EditionFetch;

    /// <summary>Its pages say what they said at the last look.</summary>
    internal sealed record Unchanged : EditionFetch;

    /// <param name="Document">All pages that were read for it, as evidence.</param>
    /// <param name="Digest">Of the pages that list the articles.</param>
    /// <param name="IsWhole">Whether all of its articles were read; those that did not answer are asked for again.</param>
    internal sealed record Brought(Document Document, ReadResult Result, string Digest, bool IsWhole) : EditionFetch;

    /// <summary>The day was not read, and should be read again.</summary>
    internal sealed record Failed(Fetching.FetchResult.Failed Why) : EditionFetch;
}

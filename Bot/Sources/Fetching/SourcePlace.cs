namespace Bot.Sources.Fetching;

/// <summary>What a source's location turns out to be.</summary>
internal abstract record SourcePlace
{
    private SourcePlace() { }

    internal sealed record Web(Uri Address) : SourcePlace;

    /// <param name="Path">Full, links resolved.</param>
    internal sealed record File(string Path) : SourcePlace;

    /// <param name="Path">Full, links resolved.</param>
    internal sealed record Folder(string Path) : SourcePlace;

    /// <param name="Reason">In plain words.</param>
    internal sealed record Refused(Said Reason, FetchFailure Kind) : SourcePlace;
}

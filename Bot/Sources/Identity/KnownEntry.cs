namespace Bot.Sources.Identity;

/// <summary>What is remembered of an entry of a source.</summary>
/// <param name="Digest">Of title and text, see <see cref="EntryIdentity.Digest"/>.</param>
internal sealed record KnownEntry(string Key, string? Title, string? Link, string Digest, DateTimeOffset? Published)
{
    /// <summary>Whether more than its title is known.</summary>
    public bool HasText { get; init; } = true;
}

/// <summary>What an entry is to what is known.</summary>
internal abstract record EntryNews
{
    private EntryNews() { }

    internal sealed record New : EntryNews;

    internal sealed record Same(KnownEntry Known) : EntryNews;

    /// <summary>The same article with another text.</summary>
    internal sealed record Revised(KnownEntry Known) : EntryNews;

    /// <summary>The same article in every respect under another id.</summary>
    internal sealed record Renamed(KnownEntry Known) : EntryNews;
}

namespace Bot.Sources.Syndication;

/// <summary>The attributes of the start tag that a parser stands on.</summary>
internal interface IAttributes
{
    bool IsEmpty { get; }

    /// <summary>By local name, whatever its prefix; null where there is none.</summary>
    string? Get(string name);

    /// <summary>The value of <c>xml:base</c>.</summary>
    string? Base { get; }

    /// <summary>Writes them as they would stand in HTML.</summary>
    void WriteTo(Markup.TextBuffer html);
}

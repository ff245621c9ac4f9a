namespace Bot.Sources.Syndication;

/// <summary>What a document's first element says of all that follow.</summary>
/// <param name="Format"><c>rss</c>, <c>atom</c> or <c>rdf</c>.</param>
/// <param name="PlainIsAtom">Elements without a namespace are Atom's.</param>
/// <param name="OtherIsCore">Elements of an unknown namespace are the format's own.</param>
/// <param name="IsOldAtom">Atom 0.3, where a text's type is a media type and its mode is told.</param>
/// <param name="IsEntry">It is an entry itself.</param>
internal sealed record FeedRoot(string Format, bool PlainIsAtom, bool OtherIsCore, bool IsOldAtom, bool IsEntry)
{
    /// <summary>Before anything was read.</summary>
    public static FeedRoot None { get; } = new("rss", false, false, false, false);

    public static FeedRoot Of(Vocabulary vocabulary, string name, IAttributes attributes) => name.ToLowerInvariant() switch
    {
        "feed" or "entry" => new(
            "atom",
            vocabulary is Vocabulary.Rss or Vocabulary.Other,
            vocabulary == Vocabulary.Other,
            attributes.Get("version") is { } version && version.Trim().StartsWith("0.", StringComparison.Ordinal),
            name.Equals("entry", StringComparison.OrdinalIgnoreCase)),
        "rdf" => None with { Format = "rdf" },
        _ => None with { OtherIsCore = vocabulary == Vocabulary.Other },
    };

    /// <summary>Whose element it is in this document.</summary>
    public Vocabulary Read(Vocabulary vocabulary) => vocabulary switch
    {
        Vocabulary.Rss when PlainIsAtom => Vocabulary.Atom,
        Vocabulary.Other when OtherIsCore => PlainIsAtom ? Vocabulary.Atom : Vocabulary.Rss,
        _ => vocabulary,
    };

    public TextKind KindOf(Field field, Vocabulary vocabulary, IAttributes attributes) => field switch
    {
        Field.Content when vocabulary is Vocabulary.Content => TextKind.Html,
        Field.Content when vocabulary is Vocabulary.Xhtml => TextKind.Inline,
        Field.Title or Field.Summary or Field.Content => attributes.IsEmpty && vocabulary != Vocabulary.Atom
            ? TextKind.Guess
            : TextKinds.Of(attributes.Get("type"), attributes.Get("mode") ?? (IsOldAtom ? "xml" : null), vocabulary == Vocabulary.Atom),
        Field.OtherTitle or Field.OtherSummary => vocabulary == Vocabulary.Media && attributes.Get("type") is "plain" ? TextKind.Text : TextKind.Guess,
        _ => TextKind.Text,
    };
}

namespace Bot.Sources.Syndication;

/// <summary>What an element's text tells about its entry or its feed.</summary>
internal enum Field
{
    None,
    Id,
    Title,
    OtherTitle,
    Link,
    OriginalLink,
    Published,
    OtherPublished,
    Updated,
    Summary,
    OtherSummary,
    Content,
    Author,
    OtherAuthor,
    Category,
    Keywords,
    PersonName,
    PersonMail,
    Language,
    TimeToLive,
    SkipHour,
    SkipDay,
    UpdatePeriod,
    UpdateFrequency,
}

internal static class Fields
{
    /// <summary>By local name; names that publishers write in other case are found in lower case.</summary>
    public static Field Of(Vocabulary vocabulary, string name, bool inEntry) => vocabulary switch
    {
        Vocabulary.Rss => OfRss(name, inEntry),
        Vocabulary.Atom => OfAtom(name),
        Vocabulary.DublinCore => name switch
        {
            "title" => Field.OtherTitle,
            "creator" or "author" => Field.OtherAuthor,
            "date" => Field.OtherPublished,
            "description" => Field.OtherSummary,
            "subject" => Field.Category,
            "language" => Field.Language,
            _ => Field.None,
        },
        Vocabulary.DublinCoreTerms => name switch
        {
            "issued" or "created" or "date" or "available" => Field.OtherPublished,
            "modified" => Field.Updated,
            "abstract" or "description" => Field.OtherSummary,
            "creator" => Field.OtherAuthor,
            "title" => Field.OtherTitle,
            "subject" => Field.Category,
            _ => Field.None,
        },
        Vocabulary.Content => name is "encoded" ? Field.Content : Field.None,
        Vocabulary.Media => name switch
        {
            "title" => Field.OtherTitle,
            "description" => Field.OtherSummary,
            "keywords" => Field.Keywords,
            "category" => Field.Category,
            _ => Field.None,
        },
        Vocabulary.Podcast => name switch
        {
            "title" => Field.OtherTitle,
            "author" => Field.OtherAuthor,
            "summary" or "subtitle" or "description" => Field.OtherSummary,
            "keywords" => Field.Keywords,
            "category" => Field.Category,
            _ => Field.None,
        },
        Vocabulary.Xhtml => name is "body" or "div" && inEntry ? Field.Content : Field.None,
        Vocabulary.FeedBurner => name is "origLink" ? Field.OriginalLink : Field.None,
        Vocabulary.SyndicationHints => name switch
        {
            "updatePeriod" => Field.UpdatePeriod,
            "updateFrequency" => Field.UpdateFrequency,
            _ => Field.None,
        },
        _ => Field.None,
    };

    private static Field OfRss(string name, bool inEntry) => name switch
    {
        "title" => Field.Title,
        "link" => Field.Link,
        "description" => Field.Summary,
        "guid" => Field.Id,
        "id" when inEntry => Field.Id,
        "pubDate" or "pubdate" => Field.Published,
        "date" or "issued" or "published" or "created" or "dcdate" or "publishdate" => Field.OtherPublished,
        "lastBuildDate" or "lastbuilddate" or "updated" or "modified" => Field.Updated,
        "author" or "managingEditor" or "managingeditor" => Field.Author,
        // What the Channel Definition Format calls them.
        "A" when inEntry => Field.Link,
        "abstract" => Field.OtherSummary,
        "creator" or "dccreator" => Field.OtherAuthor,
        "category" or "subject" => Field.Category,
        "keywords" => Field.Keywords,
        "encoded" or "content" or "fulltext" or "fullitem" or "body" when inEntry => Field.Content,
        "summary" => Field.OtherSummary,
        "language" => Field.Language,
        "ttl" => Field.TimeToLive,
        "hour" => Field.SkipHour,
        "day" => Field.SkipDay,
        _ => Lower(name) is { } lower ? OfRss(lower, inEntry) : Field.None,
    };

    private static Field OfAtom(string name) => name switch
    {
        "title" => Field.Title,
        "id" => Field.Id,
        "link" => Field.Link,
        "published" or "issued" => Field.Published,
        "created" => Field.OtherPublished,
        "updated" or "modified" => Field.Updated,
        "summary" => Field.Summary,
        "tagline" or "subtitle" => Field.None,
        "content" => Field.Content,
        "category" => Field.Category,
        "name" => Field.PersonName,
        "email" => Field.PersonMail,
        _ => Lower(name) is { } lower ? OfAtom(lower) : Field.None,
    };

    private static string? Lower(string name) => name.AsSpan().ContainsAnyInRange('A', 'Z') ? name.ToLowerInvariant() : null;
}

using Bot.Sources.Markup;

namespace Bot.Sources.Syndication;

/// <summary>An entry, or the feed itself, as far as its elements have been read. The first of each kind counts unless a better one comes.</summary>
internal sealed class EntryDraft
{
    private bool _siteIsKnown;

    public string? Id { get; private set; }

    /// <summary>It has elements, be it only such as are not read.</summary>
    public bool HasElements { get; set; }

    /// <summary>Whether the feed says that the id is an address to open; null where its format has no words for it (Atom).</summary>
    public bool? IdIsLink { get; set; }

    /// <summary>What RDF says that the entry is about: its address.</summary>
    public string? About { get; init; }

    public TextPiece? Title { get; set; }

    public TextPiece? OtherTitle { get; private set; }

    public string? Link
    {
        get;
        set
        {
            field = value;
            _siteIsKnown = false;
        }
    }

    /// <summary>The link as a base for relative ones; null where it cannot be one.</summary>
    public Uri? Site
    {
        get
        {
            if (!_siteIsKnown)
            {
                field = WebAddress.Base(Link);
                _siteIsKnown = true;
            }

            return field;
        }
    }

    /// <summary>The link leads to something else than a page, such as a PDF or a comments feed.</summary>
    public bool LinkIsNoPage { get; set; }

    /// <summary>Where a link leads that goes through a counting service.</summary>
    public string? OriginalLink { get; private set; }

    public string? OtherLink { get; set; }

    public string? Published { get; private set; }

    public string? OtherPublished { get; private set; }

    public string? Updated { get; private set; }

    public TextPiece? Summary { get; private set; }

    public TextPiece? OtherSummary { get; private set; }

    /// <summary>Cleaned at once, so that its raw text need not be kept.</summary>
    public CleanHtml? Content { get; private set; }

    /// <summary>As the feed's own format names them.</summary>
    public List<string> Authors { get; } = [];

    /// <summary>As its extensions name them.</summary>
    public List<string> OtherAuthors { get; } = [];

    /// <summary>Of the feed that the entry was taken from.</summary>
    public string? SourceAuthor { get; set; }

    public List<string> Tags { get; } = [];

    /// <summary>What an entry's relative addresses are relative to.</summary>
    public Uri? Base { get; init; }

    public void Take(Field field, TextPiece piece)
    {
        if (piece.IsEmpty)
        {
            return;
        }

        switch (field)
        {
            case Field.Id:
                Id ??= piece.Raw.Trim();
                break;
            case Field.Title:
                Title ??= piece.Decoded();
                break;
            case Field.OtherTitle:
                OtherTitle ??= piece;
                break;
            case Field.OriginalLink:
                OriginalLink ??= piece.Raw.Trim();
                break;
            case Field.Published:
                Published ??= piece.Raw;
                break;
            case Field.OtherPublished:
                OtherPublished ??= piece.Raw;
                break;
            case Field.Updated:
                Updated ??= piece.Raw;
                break;
            case Field.Summary:
                Summary ??= piece.Decoded();
                break;
            case Field.OtherSummary:
                // Of a subtitle, a summary and a description the longest says most.
                OtherSummary = OtherSummary is { } known && known.Raw.Length >= piece.Raw.Length ? known : piece;
                break;
            case Field.Author or Field.OtherAuthor when Person.Name(piece.Raw) is { } name:
                (field == Field.Author ? Authors : OtherAuthors).Add(name);
                break;
            case Field.Category when piece.Line() is { } tag:
                Tags.Add(tag);
                break;
            case Field.Keywords:
                Tags.AddRange((piece.Line() ?? "").Split([',', '，', '、', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
                break;
            default:
                break;
        }
    }

    /// <summary>When an attribute of the entry says that it changed.</summary>
    public void Change(string? moment) => Updated ??= moment;

    /// <summary>The first content counts, unless it is plain text and a later one is HTML.</summary>
    public void TakeContent(CleanHtml content)
    {
        if ((content.Html is not null || content.Paragraphs.Count > 0) && (Content is null || (Content.Value.Html is null && content.Html is not null)))
        {
            Content = content;
        }
    }

    public string? AuthorNames()
    {
        if (Authors.Count + OtherAuthors.Count == 0)
        {
            return null;
        }

        if (Authors.Count + OtherAuthors.Count == 1)
        {
            return Authors.Count == 1 ? Authors[0] : OtherAuthors[0];
        }

        IEnumerable<string> names = Authors.Count > 0 && (Authors.Exists(a => !a.Contains('@')) || OtherAuthors.Count == 0) ? Authors : OtherAuthors;
        var joined = string.Join(", ", names.Distinct());
        return joined.Length == 0 ? null : joined;
    }

    public string? TitleLine() => Title?.Line() ?? OtherTitle?.Line();
}

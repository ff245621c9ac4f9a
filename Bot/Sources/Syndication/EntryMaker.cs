using Bot.Sources.Dates;
using Bot.Sources.Identity;
using Bot.Sources.Markup;

namespace Bot.Sources.Syndication;

/// <summary>A draft whose element has ended, to an entry.</summary>
internal sealed class EntryMaker(TimeZoneInfo zone, HtmlCleaner cleaner)
{
    /// <summary>Null where the draft is empty.</summary>
    public Entry? Make(EntryDraft draft, EntryDraft feed, Uri? linkBase)
    {
        var title = draft.TitleLine();
        var link = Link(draft, linkBase);
        var clean = draft.Content ?? Based(draft.Summary ?? draft.OtherSummary, linkBase)?.Clean(cleaner) ?? new(null, []);
        var chinese = title?.AsSpan().IndexOfAnyInRange('\u4E00', '\u9FFF') >= 0;
        var published = DateReader.Read(draft.Published, zone, chinese) ?? DateReader.Read(draft.OtherPublished, zone, chinese);
        var updated = DateReader.Read(draft.Updated, zone, chinese);
        var author = draft.AuthorNames();
        if (!draft.HasElements && title is null && link is null && draft.Id is null && clean.Paragraphs.Count == 0 && author is null && published is null && updated is null && draft.Tags.Count == 0)
        {
            return null;
        }

        return new Entry
        {
            Key = draft.Id ?? OwnAddress(draft, link, linkBase) ?? (link is null ? EntryIdentity.OfText(title, clean.Paragraphs) : CanonicalLink.Of(link)),
            Title = title,
            Link = link,
            Published = published,
            Updated = updated,
            Author = author ?? draft.SourceAuthor ?? feed.AuthorNames(),
            Paragraphs = clean.Paragraphs,
            Html = clean.Html,
            FeedSummary = Summary(draft, clean.Paragraphs),
            Tags = draft.Tags.Count < 2 ? draft.Tags : [.. draft.Tags.Distinct()],
        };
    }

    private static string? Link(EntryDraft draft, Uri? linkBase)
    {
        var id = draft.Id is { } text && (WebAddress.IsWeb(text) || (draft.IdIsLink == true && text.StartsWith('/') && linkBase is not null)) ? text : null;
        var link = draft.OriginalLink ?? draft.Link ?? (draft.IdIsLink == true ? id : null) ?? draft.About ?? draft.OtherLink ?? (draft.IdIsLink is null ? id : null);
        return WebAddress.Resolve(link, linkBase);
    }

    /// <summary>What RDF says that the entry is about, where its link leads elsewhere.</summary>
    private static string? OwnAddress(EntryDraft draft, string? link, Uri? linkBase) =>
        draft.About is { } about && draft.Link is not null && WebAddress.Resolve(about, linkBase) is { } own && own != link && WebAddress.IsWeb(own) && CanonicalLink.Of(own) is var key && key != CanonicalLink.Of(link!)
            ? key
            : null;

    private static TextPiece? Based(TextPiece? piece, Uri? linkBase) =>
        piece is { Base: null } plain ? plain with { Base = linkBase } : piece;

    /// <summary>Only where it is something else than the text itself or its beginning.</summary>
    private static string? Summary(EntryDraft draft, IReadOnlyList<string> paragraphs)
    {
        if (draft.Content is null || (draft.Summary ?? draft.OtherSummary)?.Line() is not { } summary)
        {
            return null;
        }

        return paragraphs.Count > 0 && paragraphs[0].StartsWith(summary, StringComparison.Ordinal) && paragraphs.Count == 1 && paragraphs[0].Length == summary.Length ? null : summary;
    }
}

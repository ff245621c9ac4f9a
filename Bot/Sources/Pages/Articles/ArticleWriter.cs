using Bot.Sources.Pages.Text;

namespace Bot.Sources.Pages.Articles;

/// <summary>Atoms to the article that people read: unwrapped paragraphs, by-line and credit off the text, section headings back in their places.</summary>
internal sealed class ArticleWriter(IReadOnlyList<Atom> atoms, PageSearch search)
{
    public Article Write(FoundArticle found)
    {
        var parts = atoms.Skip(found.First).Take(found.Last - found.First + 1).ToList();
        var head = parts[0].Head;
        var tail = parts.Select(p => p.Tail).LastOrDefault(t => t is not null);
        var isNotice = parts[0].IsNotice;
        return new()
        {
            Headline = parts[0].NoticeTitle is { } title ? new(title) : found.Headline is { } headline ? HeadlineLinks.Write(headline, search.Words) : null,
            Dateline = head?.Dateline,
            Byline = head?.Byline ?? tail?.Byline,
            Contributors = head is { People.Count: > 0 } ? head.People : tail?.People ?? [],
            Credit = tail?.Credit,
            Paragraphs = Paragraphs(found),
            Captions = [.. parts.SelectMany(p => p.Captions)],
            Kind = isNotice ? EntryKind.Notice : EntryKind.Article,
            HeadlineConfidence = found.Confidence,
            HeadlineDoubt = found.Doubt,
            ContinuesOn = parts.Select(p => p.ContinuesOn).LastOrDefault(c => c is not null),
            ContinuedFrom = parts[0].ContinuedFrom,
            Sheet = parts[0].Sheet,
            Place = parts[0].Place,
        };
    }

    private List<string> Paragraphs(FoundArticle found)
    {
        var written = new List<string>();
        var headings = search.Unassigned
            .Where(c => !c.Group.Inside && c.Group.Gap > found.First && c.Group.Gap <= found.Last)
            .ToLookup(c => c.Group.Gap);
        for (var i = found.First; i <= found.Last; i++)
        {
            foreach (var heading in headings[i].Where(h => headings.Count > 1 || search.SharesWith(h, found)))
                written.Add(HeadlineLinks.Write(heading, search.Words).Title);
            var paragraphs = atoms[i].Paragraphs.Select(p => Spacing.Unspaced(p).Trim()).Where(p => p.Length > 0).ToList();
            if (atoms[i].ContinuesSentence && written.Count > 0 && paragraphs.Count > 0)
            {
                written[^1] = Spacing.Join(written[^1], paragraphs[0], false);
                paragraphs.RemoveAt(0);
            }

            written.AddRange(paragraphs);
        }

        return written;
    }
}

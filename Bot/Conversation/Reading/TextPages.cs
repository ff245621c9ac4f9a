namespace Bot.Conversation;

/// <summary>A text cut into pages that a chat message holds, between paragraphs where it can, else after a sentence.</summary>
internal static class TextPages
{
    /// <summary>In characters.</summary>
    public const int Most = 1500;

    private static readonly char[] _ends = ['。', '！', '？', '；', '.', '!', '?', '\n'];

    /// <summary>At least one page, however little text there is.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Of(IReadOnlyList<string> paragraphs)
    {
        List<IReadOnlyList<string>> pages = [];
        List<string> page = [];
        var length = 0;
        foreach (var piece in paragraphs.SelectMany(Pieces))
        {
            if (length > 0 && length + piece.Length > Most)
            {
                pages.Add(page);
                (page, length) = ([], 0);
            }

            page.Add(piece);
            length += piece.Length;
        }

        if (page.Count > 0 || pages.Count == 0)
        {
            pages.Add(page);
        }

        return pages;
    }

    private static IEnumerable<string> Pieces(string paragraph)
    {
        while (paragraph.Length > Most)
        {
            var end = paragraph.LastIndexOfAny(_ends, Most - 1) + 1;
            if (end < Most / 2)
            {
                end = char.IsHighSurrogate(paragraph[Most - 1]) ? Most - 1 : Most;
            }

            yield return paragraph[..end];
            paragraph = paragraph[end..];
        }

        yield return paragraph;
    }
}

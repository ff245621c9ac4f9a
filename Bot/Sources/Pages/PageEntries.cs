using System.Security.Cryptography;
using System.Text;
using Bot.Sources.Pages.Articles;
using Bot.Sources.Pages.Text;

namespace Bot.Sources.Pages;

/// <summary>Articles of a page to entries, whatever kind of document the page was.</summary>
internal static class PageEntries
{
    public static IReadOnlyList<Entry> Of(PageContent content, PagesOptions options) =>
        [.. content.Articles.Select((article, i) => Of(article, content.Edition, i + 1, options)).DistinctBy(e => e.Key)];

    private static Entry Of(Article article, Edition? edition, int position, PagesOptions options) => new()
    {
        Key = KeyOf(article.Headline?.Title, article.Paragraphs),
        Title = article.Headline?.Title,
        Kicker = article.Headline?.Kicker,
        Subtitle = article.Headline?.Subtitle,
        Dateline = article.Dateline,
        Byline = article.Byline,
        Contributors = article.Contributors,
        Credit = article.Credit,
        Paragraphs = article.Paragraphs,
        Captions = article.Captions,
        Kind = article.Kind,
        HeadlineConfidence = article.HeadlineConfidence,
        HeadlineDoubt = article.HeadlineConfidence < options.UncertainBelow && article.HeadlineDoubt != HeadlineDoubt.None
            ? Said.Of($"Pages:Doubt{article.HeadlineDoubt}") : null,
        Edition = edition,
        Position = position,
        ContinuesOn = article.ContinuesOn,
        ContinuedFrom = article.ContinuedFrom,
    };

    /// <summary>The same for the same words, however they are spaced, punctuated and set.</summary>
    public static string KeyOf(string? title, IReadOnlyList<string> paragraphs)
    {
        var words = new StringBuilder();
        foreach (var text in paragraphs.Prepend(title ?? ""))
        {
            foreach (var c in CharacterFolding.Fold(text))
            {
                if (char.IsLetterOrDigit(c) || char.IsSurrogate(c))
                    words.Append(char.ToLowerInvariant(c));
            }
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(words.ToString())).AsSpan(0, 16));
    }
}

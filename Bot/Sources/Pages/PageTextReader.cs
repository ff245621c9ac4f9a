using Bot.Sources.Pages.Articles;
using Bot.Sources.Pages.Layout;
using Bot.Sources.Pages.Text;
using Microsoft.Extensions.Options;

namespace Bot.Sources.Pages;

/// <summary>
/// A newspaper page as plain text back to its articles: decode, fold odd characters, part the columns, join lines to text and
/// headlines, and read the page as a whole (<see cref="ArticleFinder"/>).
/// </summary>
internal sealed class PageTextReader(IOptions<PagesOptions> options, TimeProvider time) : IDocumentReader
{
    private const string Format = "text";

    public bool Reads(Document document)
    {
        var named = document.Location.EndsWith(".txt", StringComparison.OrdinalIgnoreCase) || document.Location.EndsWith(".text", StringComparison.OrdinalIgnoreCase);
        if (!named && document.MediaType is not "text/plain")
            return false;
        var start = document.Bytes.Span[..Math.Min(512, document.Bytes.Length)];
        return !start.StartsWith("%PDF-"u8) && PageEncoding.Decode(start).Text.AsSpan().TrimStart() is not ['<', ..];
    }

    public ReadResult Read(Document document, CancellationToken cancellationToken)
    {
        var settings = options.Value;
        if (document.Bytes.Length > settings.LargestText)
            return Failed("TooLarge", Math.Round(settings.LargestText / (1024 * 1024.0), 1));

        using var limit = new CancellationTokenSource(settings.TimeLimit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            var (text, encoding) = PageEncoding.Decode(document.Bytes.Span);
            var content = ArticleFinder.Find(TextLayout.Of(text, either.Token), either.Token);
            return new()
            {
                Kind = SourceKind.Pages,
                Format = Format,
                Encoding = encoding,
                Title = content.Edition?.Paper,
                Entries = PageEntries.Of(content, settings),
                Warnings = [.. content.LooseHeadlines.Select(h => Said.Of("Pages:LooseHeadline", h))],
            };
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return Failed("TooLong", settings.TimeLimit.TotalSeconds);
        }
    }

    private static ReadResult Failed(string key, params object?[] values) => ReadResult.Failed(SourceKind.Pages, Format, Said.Of($"Pages:{key}", values));
}

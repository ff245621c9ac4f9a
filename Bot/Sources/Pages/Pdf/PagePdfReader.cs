using System.Globalization;
using Bot.Sources.Pages.Articles;
using Microsoft.Extensions.Options;

namespace Bot.Sources.Pages.Pdf;

/// <summary>
/// Printed pages to articles. Each sheet is laid out by itself and read by the same <see cref="ArticleFinder"/> as text pages; a sheet
/// that cannot be read harms no other. The file itself is opened elsewhere (<see cref="PdfSheets"/>).
/// </summary>
internal sealed class PagePdfReader(IOptions<PagesOptions> pages, IOptions<PdfOptions> options, TimeProvider time) : IDocumentReader, IDisposable
{
    private const string Format = "pdf";

    /// <summary>No more files at once than there are cores: each may take the memory that one may.</summary>
    private readonly SemaphoreSlim _turns = new(Environment.ProcessorCount);

    public bool Reads(Document document) =>
        document.Bytes.Span[..Math.Min(1024, document.Bytes.Length)].IndexOf("%PDF-"u8) >= 0
        || document.MediaType is "application/pdf" || document.Location.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase);

    public ReadResult Read(Document document, CancellationToken cancellationToken)
    {
        var settings = options.Value;
        if (document.Bytes.Length > settings.LargestFile)
            return Failed("TooLarge", settings.LargestFile / (1024 * 1024));
        _turns.Wait(cancellationToken);
        try
        {
            using var limit = new CancellationTokenSource(settings.TimeLimit, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
            using var sheets = new PdfSheets(document.Bytes, settings);
            return sheets.Open(either.Token) switch
            {
                PdfAnswer.Opened { Sheets: > 0 and var count } => Read(sheets, count, either.Token, cancellationToken),
                PdfAnswer.Lost { Why: PdfFault.Locked } => Failed("NeedsPassword"),
                PdfAnswer.Lost { Why: PdfFault.TooMuchMemory } => Failed("TooMuchMemory", settings.MemoryLimit / (1024 * 1024)),
                _ => Failed("Damaged"),
            };
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Failed("TooLong", settings.TimeLimit.TotalSeconds);
        }
        finally
        {
            _turns.Release();
        }
    }

    public void Dispose() => _turns.Dispose();

    private ReadResult Read(PdfSheets sheets, int count, CancellationToken limited, CancellationToken cancellationToken)
    {
        var settings = options.Value;
        var lost = new LostSheets(count, settings);
        var entries = new List<Entry>();
        Edition? edition = null;
        for (var number = 1; number <= count; number++)
        {
            if (number > settings.MostSheets)
            {
                lost.Behind();
                break;
            }

            using var sheetLimit = new CancellationTokenSource(settings.SheetTimeLimit, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(limited, sheetLimit.Token);
            try
            {
                if (lost.Sort(number, sheets.Read(number, either.Token)) is not { } sheet)
                    continue;
                var content = ArticleFinder.Find(SheetLayout.Of(sheet, number - 1, either.Token), either.Token);
                edition = Inherit(content.Edition, edition, count > 1 ? number : null);
                entries.AddRange(PageEntries.Of(content with { Edition = edition }, pages.Value));
                lost.Warnings.AddRange(content.LooseHeadlines.Select(h => Said.Of("Pdf:LooseHeadline", h)));
            }
            catch (OperationCanceledException) when (!limited.IsCancellationRequested)
            {
                lost.Slow(number);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                lost.OutOfTime(number);
                break;
            }
        }

        if (entries.Count == 0 && lost.Why is { } why)
            return ReadResult.Failed(SourceKind.Pages, Format, why) with { Warnings = lost.Warnings };
        return new()
        {
            Kind = SourceKind.Pages,
            Format = Format,
            Title = edition?.Paper,
            Entries = [.. EditionJoin.Join(entries).DistinctBy(e => e.Key)],
            Warnings = lost.Warnings,
        };
    }

    /// <summary>Paper and date stand on the first sheet only; a page number holds for its own sheet.</summary>
    private static Edition? Inherit(Edition? said, Edition? before, int? number) =>
        new Edition(said?.Paper ?? before?.Paper, said?.Date ?? before?.Date, said?.Page ?? number?.ToString(CultureInfo.InvariantCulture)) is var edition
        && edition == new Edition(null, null, null) ? null : edition;

    private static ReadResult Failed(string key, params object?[] values) => ReadResult.Failed(SourceKind.Pages, Format, Said.Of($"Pdf:{key}", values));
}

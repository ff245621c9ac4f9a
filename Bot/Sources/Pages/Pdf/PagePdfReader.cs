using System.Collections.Concurrent;
using System.Security.Cryptography;
using Bot.Sources.Pages.Articles;
using Microsoft.Extensions.Options;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;

namespace Bot.Sources.Pages.Pdf;

/// <summary>
/// Printed pages to articles. Each sheet is laid out by itself and read by the same <see cref="ArticleFinder"/> as text pages; a sheet
/// that cannot be read harms no other.
/// </summary>
internal sealed class PagePdfReader(IOptions<PagesOptions> pages, IOptions<PdfOptions> options, TimeProvider time) : IDocumentReader
{
    private const string Format = "pdf";

    /// <summary>Sheets that one file may leave behind unfinished: each keeps a core busy for as long as it likes.</summary>
    private const int MostSlow = 2;

    /// <summary>Files with a sheet that was left behind, by what is in them. They are not tried again before the next start.</summary>
    private readonly ConcurrentDictionary<string, bool> _slow = new(StringComparer.Ordinal);

    public bool Reads(Document document) =>
        document.Bytes.Span[..Math.Min(1024, document.Bytes.Length)].IndexOf("%PDF-"u8) >= 0
        || document.MediaType is "application/pdf" || document.Location.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase);

    public ReadResult Read(Document document, CancellationToken cancellationToken)
    {
        var settings = options.Value;
        if (document.Bytes.Length > settings.LargestFile)
            return Failed("TooLarge", settings.LargestFile / (1024 * 1024));
        if (PdfGuard.IsEndless(document.Bytes.Span))
            return Failed("Damaged");
        if (!_slow.IsEmpty && _slow.ContainsKey(NameOf(document)))
            return Failed("TooLong", settings.SheetTimeLimit.TotalSeconds);
        using var limit = new CancellationTokenSource(settings.TimeLimit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            return Read(document, either.Token, cancellationToken);
        }
        catch (PdfDocumentEncryptedException)
        {
            return Failed("NeedsPassword");
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            // A damaged file fails in as many ways as there are objects in it; the document is one item of its source's batch.
            return fault is OperationCanceledException ? Failed("TooLong", settings.TimeLimit.TotalSeconds) : Failed("Damaged");
        }
    }

    private ReadResult Read(Document document, CancellationToken limited, CancellationToken cancellationToken)
    {
        var settings = options.Value;
        var pdf = Open(document, limited);
        var sheets = new SheetCounts(pdf.NumberOfPages);
        var warnings = new List<Said>();
        var entries = new List<Entry>();
        Edition? edition = null;
        for (var number = 1; number <= pdf.NumberOfPages; number++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (number > settings.MostSheets || limited.IsCancellationRequested)
            {
                warnings.Add(number > settings.MostSheets ? Say("MoreSheets", settings.MostSheets, pdf.NumberOfPages) : Say("OutOfTime", settings.TimeLimit.TotalSeconds, number - 1, pdf.NumberOfPages));
                break;
            }

            using var sheetLimit = new CancellationTokenSource(settings.SheetTimeLimit, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(limited, sheetLimit.Token);
            try
            {
                if (ReadSheet(pdf, number, sheets, warnings, either.Token) is not { } content)
                    continue;
                edition = Inherit(content.Edition, edition, pdf.NumberOfPages > 1 ? number : null);
                entries.AddRange(PageEntries.Of(content with { Edition = edition }, pages.Value));
                warnings.AddRange(content.LooseHeadlines.Select(h => Say("LooseHeadline", h)));
            }
            catch (OperationCanceledException) when (!limited.IsCancellationRequested)
            {
                warnings.Add(Say("SlowSheet", number, settings.SheetTimeLimit.TotalSeconds));
                _slow[NameOf(document)] = true;
                if (++sheets.Slow == MostSlow)
                    break;
                // The file that the sheet left behind still reads from is not to be shared with it.
                pdf = Open(document, limited);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                warnings.Add(Say("OutOfTime", settings.TimeLimit.TotalSeconds, number - 1, pdf.NumberOfPages));
                sheets.OutOfTime = true;
                break;
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                // One sheet of a batch: what its fonts and streams do wrong has no common type.
                warnings.Add(Say("BadSheet", number));
                sheets.Bad++;
            }
        }

        if (entries.Count == 0 && sheets.Why is { } why)
            return Failed(why, (sheets.OutOfTime ? settings.TimeLimit : settings.SheetTimeLimit).TotalSeconds) with { Warnings = warnings };
        return new()
        {
            Kind = SourceKind.Pages,
            Format = Format,
            Title = edition?.Paper,
            Entries = [.. EditionJoin.Join(entries).DistinctBy(e => e.Key)],
            Warnings = warnings,
        };
    }

    private PageContent? ReadSheet(PdfDocument pdf, int number, SheetCounts sheets, List<Said> warnings, CancellationToken limited)
    {
        var (page, letters) = Bounded.Run(
            () =>
            {
                var page = pdf.GetPage(number);
                return (page, page.Letters);
            },
            limited);
        if (letters.Count == 0)
        {
            sheets.Empty++;
            if (page.NumberOfImages > 0)
            {
                sheets.Images++;
                warnings.Add(Say("ImageSheet", number));
            }

            return null;
        }

        if (letters.Count > options.Value.MostGlyphs)
        {
            warnings.Add(Say("TooManyGlyphs", number, options.Value.MostGlyphs));
            return null;
        }

        return ArticleFinder.Find(SheetLayout.Of(page, letters, number - 1, limited), limited);
    }

    private PdfDocument Open(Document document, CancellationToken limited)
    {
        var parsing = new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true, FilterProvider = new PdfStreams(options.Value.LargestStream) };
        var pdf = Bounded.Run(() => PdfDocument.Open(document.Bytes.ToArray(), parsing), limited);
        return PdfGuard.IsEndless(pdf, limited) ? throw new InvalidDataException("The file refers to itself without end.") : pdf;
    }

    private static string NameOf(Document document) => Convert.ToHexString(SHA256.HashData(document.Bytes.Span));

    /// <summary>Paper and date stand on the first sheet only; a page number holds for its own sheet.</summary>
    private static Edition? Inherit(Edition? said, Edition? before, int? number) =>
        new Edition(said?.Paper ?? before?.Paper, said?.Date ?? before?.Date, said?.Page ?? number?.ToString(System.Globalization.CultureInfo.InvariantCulture)) is var edition
        && edition == new Edition(null, null, null) ? null : edition;

    private sealed class SheetCounts(int all)
    {
        public int Empty { get; set; }

        public int Images { get; set; }

        public int Bad { get; set; }

        public int Slow { get; set; }

        public bool OutOfTime { get; set; }

        /// <summary>The words that say why there is nothing to read; null where there was.</summary>
        public string? Why => all == 0 ? "Damaged" : OutOfTime || Slow > 0 ? "TooLong" : Images > 0 && Empty + Bad >= all ? "NeedsOcr" : Empty == all ? "Empty" : Bad == all ? "Damaged" : null;
    }

    private static Said Say(string key, params object?[] values) => Said.Of($"Pdf:{key}", values);

    private static ReadResult Failed(string key, params object?[] values) => ReadResult.Failed(SourceKind.Pages, Format, Say(key, values));
}

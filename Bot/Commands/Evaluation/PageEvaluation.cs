using Bot.Sources;
using Bot.Sources.Pages.Text;

namespace Bot.Commands.Evaluation;

/// <summary>Scores the readers on a folder of pages that have expectations beside them.</summary>
internal sealed class PageEvaluation(IEnumerable<IDocumentReader> readers, TimeProvider time)
{
    private const string Suffix = ".expected.json";

    /// <summary>One score a page, in the order of their names. Sub-folders are scored too.</summary>
    /// <exception cref="InvalidDataException">A page or an expectation cannot be used; the message names the file.</exception>
    public async Task<IReadOnlyList<PageScore>> ScoreAsync(string folder, CancellationToken cancellationToken)
    {
        var scores = new List<PageScore>();
        foreach (var file in Directory.EnumerateFiles(folder, $"*{Suffix}", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var page = PageOf(file) ?? throw new InvalidDataException($"{file} has no page beside it (the same name with .txt or .pdf).");
            try
            {
                var expectation = PageExpectation.Parse(await File.ReadAllBytesAsync(file, cancellationToken));
                scores.Add(Score(page, expectation, await File.ReadAllBytesAsync(page, cancellationToken), cancellationToken));
            }
            catch (Exception e) when (e is System.Text.Json.JsonException or InvalidDataException)
            {
                throw new InvalidDataException($"{file}: {e.Message}", e);
            }
        }

        return scores;
    }

    private PageScore Score(string page, PageExpectation expectation, byte[] bytes, CancellationToken cancellationToken)
    {
        var document = new Document { Location = page, Bytes = bytes, FetchedAt = time.GetUtcNow() };
        var reader = readers.FirstOrDefault(r => r.Reads(document)) ?? throw new InvalidDataException($"No reader reads {page}.");
        var start = time.GetTimestamp();
        var result = reader.Read(document, cancellationToken);
        var elapsed = time.GetElapsedTime(start);
        var text = page.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase) ? null : PageEncoding.Decode(bytes).Text;
        return PageScorer.Score(Path.GetFileName(page), expectation, result, text, elapsed);
    }

    private static string? PageOf(string expectation)
    {
        var name = expectation[..^Suffix.Length];
        return new[] { name + ".txt", name + ".pdf", name + ".html" }.FirstOrDefault(File.Exists);
    }
}

using Bot.Sources.WebPages;

namespace Bot.Sources;

/// <summary>The reader that fits a document: the first that says so, in the order of registration.</summary>
internal sealed class DocumentReaders(IEnumerable<IDocumentReader> readers)
{
    private readonly IDocumentReader[] _readers = [.. readers];

    /// <summary>As the source's kind wants it: web pages by its selectors, everything else by what it is.</summary>
    public ReadResult Read(Document document, SourceDefinition source, CancellationToken cancellationToken) =>
        source.Kind == SourceKind.Webpage ? WebPageReader.Read(document, source, cancellationToken) : Read(document, cancellationToken);

    public ReadResult Read(Document document, CancellationToken cancellationToken)
    {
        if (document.Bytes.Span.Trim(" \t\r\n\0"u8).IsEmpty)
        {
            return ReadResult.Failed(SourceKind.Syndication, "empty", Said.Of("Read_Empty"));
        }

        var reader = Array.Find(_readers, r => r.Reads(document));
        return reader?.Read(document, cancellationToken)
            ?? ReadResult.Failed(SourceKind.Syndication, "unknown", document.MediaType is { } type ? Said.Of("Read_NoReader", type) : Said.Of("Read_NoType"));
    }
}

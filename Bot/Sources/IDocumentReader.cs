namespace Bot.Sources;

/// <summary>Bytes to entries. Pure: no network, no clock, no database; never throws for what a document contains.</summary>
internal interface IDocumentReader
{
    /// <summary>Whether this reader is the one for the document, by its first bytes, its media type and its name.</summary>
    bool Reads(Document document);

    ReadResult Read(Document document, CancellationToken cancellationToken);
}

using Bot.Sources.Decoding;
using Bot.Sources.Identity;
using Bot.Sources.Markup;

namespace Bot.Sources.Syndication;

/// <summary>
/// Feeds: RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0, JSON Feed 1.0 and 1.1. A well-formed document is read in one streaming pass;
/// a broken one is read again by a forgiving parser, which recovers every whole entry, and the fault becomes a warning.
/// </summary>
internal sealed class SyndicationReader : IDocumentReader
{
    public bool Reads(Document document) => FeedSniffer.Of(document) != FeedShape.None;

    public ReadResult Read(Document document, CancellationToken cancellationToken)
    {
        var shape = FeedSniffer.Of(document);
        if (shape == FeedShape.None)
        {
            return ReadResult.Failed(SourceKind.Syndication, "unknown", SourcesText.Say("Feed_NoFeed"));
        }

        if (shape == FeedShape.Json)
        {
            return JsonFeedReader.Read(document, cancellationToken);
        }

        var bytes = document.Bytes.Span;
        var decoded = TextDecoder.Decode(bytes, XmlDeclaration.EncodingOf(bytes), document.Charset);
        return ReadXml(document, decoded, cancellationToken);
    }

    private static ReadResult ReadXml(Document document, DecodedText decoded, CancellationToken cancellationToken)
    {
        var maker = new EntryMaker(document.TimeZone);
        var uri = WebAddress.Base(document.Location);
        var builder = new FeedBuilder(uri, maker);
        List<string> warnings = [.. decoded.Warnings];
        if (WellFormedXml.Read(decoded.Text.TrimStart('\uFEFF', ' ', '\t', '\r', '\n'), builder, cancellationToken) is { } fault)
        {
            builder = new FeedBuilder(uri, maker);
            var forgiving = new ForgivingXml(builder, cancellationToken);
            forgiving.Read(decoded.Text);
            warnings.Add(SourcesText.Say("Feed_IllFormed", fault.LineNumber, fault.LinePosition, builder.Entries.Count));
            if (forgiving.IsCutOff)
            {
                warnings.Add(SourcesText.Say("Feed_CutOff"));
            }

            if (!builder.SawRoot)
            {
                return ReadResult.Failed(SourceKind.Syndication, builder.Format, SourcesText.Say("Feed_NoFeed")) with { Encoding = decoded.Encoding, Warnings = warnings };
            }
        }

        return new ReadResult
        {
            Kind = SourceKind.Syndication,
            Format = builder.Format,
            Encoding = decoded.Encoding,
            Title = builder.Title,
            Entries = DistinctKeys.Of(builder.Entries, warnings),
            Warnings = warnings,
            Hints = builder.Hints,
        };
    }
}

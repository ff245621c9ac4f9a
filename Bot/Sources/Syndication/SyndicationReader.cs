using System.Text;
using Bot.Sources.Decoding;
using Bot.Sources.Identity;
using Bot.Sources.Markup;

namespace Bot.Sources.Syndication;

/// <summary>
/// Feeds: RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0, JSON Feed 1.0 and 1.1. A well-formed document is read in one pass;
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
            return ReadResult.Failed(SourceKind.Syndication, "unknown", Said.Of("Feed_NoFeed"));
        }

        if (shape == FeedShape.Json)
        {
            return JsonFeedReader.Read(document, cancellationToken);
        }

        return ReadXml(document, cancellationToken);
    }

    private static ReadResult ReadXml(Document document, CancellationToken cancellationToken)
    {
        var parts = new Parts(document);
        var bytes = document.Bytes;
        var declared = XmlDeclaration.EncodingOf(bytes.Span);
        if (TextDecoder.Likely(bytes.Span, declared, document.Charset) is { } likely)
        {
            try
            {
                if (Plainly(parts, likely, bytes, cancellationToken) is { } plain)
                {
                    return plain;
                }

                var builder = parts.Builder();
                using var reader = WellFormedXml.Open(bytes[likely.Start..], likely.Encoding);
                if (WellFormedXml.Read(reader, builder, cancellationToken) is null)
                {
                    return Result(builder, likely.Name, []);
                }
            }
            catch (DecoderFallbackException)
            {
                // The claim was not true; the bytes are looked at more closely below.
            }
        }

        return Again(parts, TextDecoder.Decode(bytes.Span, declared, document.Charset), cancellationToken);
    }

    /// <summary>Null where it is not as plain as most are.</summary>
    private static ReadResult? Plainly(Parts parts, LikelyEncoding likely, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        using var text = new PlainXmlText(bytes, likely);
        var builder = parts.Builder();
        return new PlainXml(text, builder, cancellationToken).Read() ? Result(builder, likely.Name, []) : null;
    }

    /// <summary>With the whole text decoded: once more by the rules, as the encoding may have been the fault, and then without them.</summary>
    private static ReadResult Again(Parts parts, DecodedText decoded, CancellationToken cancellationToken)
    {
        List<Said> warnings = [.. decoded.Warnings];
        var whole = true;
        var builder = parts.Builder();
        using var reader = WellFormedXml.Open(decoded.Text.TrimStart('\uFEFF', ' ', '\t', '\r', '\n'));
        if (WellFormedXml.Read(reader, builder, cancellationToken) is { } fault)
        {
            builder = parts.Builder();
            var forgiving = new ForgivingXml(builder, cancellationToken);
            forgiving.Read(decoded.Text);
            warnings.Add(Said.Of("Feed_IllFormed", fault.LineNumber, fault.LinePosition, builder.Entries.Count));
            whole = false;
            if (forgiving.IsCutOff)
            {
                warnings.Add(Said.Of("Feed_CutOff"));
            }

            if (!builder.SawRoot)
            {
                return ReadResult.Failed(SourceKind.Syndication, builder.Format, Said.Of("Feed_NoFeed")) with { Encoding = decoded.Encoding, Warnings = warnings };
            }
        }

        return Result(builder, decoded.Encoding, warnings) with { IsWhole = whole };
    }

    private static ReadResult Result(FeedBuilder builder, string encoding, List<Said> warnings) => new()
    {
        Kind = SourceKind.Syndication,
        Format = builder.Format,
        Encoding = encoding,
        Title = builder.Title,
        Entries = DistinctKeys.Of(builder.Entries, warnings),
        Warnings = warnings,
        Hints = builder.Hints,
    };

    /// <summary>What a document's builders share.</summary>
    private sealed class Parts(Document document)
    {
        /// <summary>Reading waits for nothing, so a thread's cleaner serves one document at a time; its buffers serve the next.</summary>
        [ThreadStatic]
        private static HtmlCleaner? _cleaner;

        public FeedBuilder Builder()
        {
            _cleaner ??= new HtmlCleaner();
            return new(WebAddress.Base(document.Location), new EntryMaker(document.TimeZone, _cleaner), _cleaner);
        }
    }
}

using System.Runtime.InteropServices;
using System.Text;
using System.Xml;
using Bot.Sources.Markup;

namespace Bot.Sources.Syndication;

/// <summary>Reads a document that keeps XML's rules in one pass. What does not is read again by <see cref="ForgivingXml"/>.</summary>
internal static class WellFormedXml
{
    private const string RdfNamespace = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

    private static readonly XmlReaderSettings _settings = new()
    {
        // A DTD is passed over unread: nothing is fetched and no entity of its making is known.
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = true,
    };

    public static XmlReader Open(string text) => XmlReader.Create(new StringReader(text), _settings);

    /// <summary>Over the bytes themselves: no decoded copy of the document is made.</summary>
    /// <param name="encoding">Null where the reader finds UTF-8 by itself.</param>
    public static XmlReader Open(ReadOnlyMemory<byte> bytes, Encoding? encoding)
    {
        var stream = MemoryMarshal.TryGetArray(bytes, out var array)
            ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
            : new MemoryStream(bytes.ToArray(), writable: false);
        return encoding is null
            ? XmlReader.Create(stream, _settings)
            : XmlReader.Create(new StreamReader(stream, encoding, detectEncodingFromByteOrderMarks: false, bufferSize: 16 * 1024), _settings);
    }

    /// <summary>The first fault; null where there is none.</summary>
    /// <exception cref="DecoderFallbackException">The bytes are not in the encoding that they were opened with.</exception>
    public static XmlException? Read(XmlReader reader, FeedBuilder builder, CancellationToken cancellationToken)
    {
        var attributes = new Attributes(reader);
        var vocabularies = new Vocabularies();
        try
        {
            while (reader.Read())
            {
                switch (reader.NodeType)
                {
                    case XmlNodeType.Element:
                        cancellationToken.ThrowIfCancellationRequested();
                        if (reader.Depth > ForgivingXml.Deepest)
                        {
                            return new XmlException(SourcesText.Say("Feed_TooDeep", ForgivingXml.Deepest));
                        }

                        var empty = reader.IsEmptyElement;
                        builder.Start(vocabularies.Of(reader.NamespaceURI), reader.LocalName, attributes);
                        if (empty)
                        {
                            builder.End();
                        }

                        break;
                    case XmlNodeType.EndElement:
                        builder.End();
                        break;
                    case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace when builder.Collects:
                        builder.Text(reader.Value.AsMemory());
                        break;
                    default:
                        break;
                }
            }

            return null;
        }
        catch (XmlException fault)
        {
            return fault;
        }
    }

    private sealed class Attributes(XmlReader reader) : IAttributes
    {
        public bool IsEmpty => !reader.HasAttributes;

        public string? Base => reader.HasAttributes ? reader.GetAttribute("xml:base") : null;

        public string? Get(string name) => !reader.HasAttributes ? null : reader.GetAttribute(name) ?? (name == "about" ? reader.GetAttribute(name, RdfNamespace) ?? reader.GetAttribute("rdf:about") : null);

        public void WriteTo(TextBuffer html)
        {
            while (reader.MoveToNextAttribute())
            {
                if (reader.Prefix.Length == 0 && reader.LocalName != "xmlns")
                {
                    html.Append(' ');
                    html.Append(reader.LocalName);
                    html.Append("=\"");
                    html.AppendEscaped(reader.Value);
                    html.Append('"');
                }
            }

            reader.MoveToElement();
        }
    }
}

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
        CloseInput = false,
    };

    /// <summary>The first fault; null where there is none.</summary>
    public static XmlException? Read(string text, FeedBuilder builder, CancellationToken cancellationToken)
    {
        using var characters = new StringReader(text);
        using var reader = XmlReader.Create(characters, _settings);
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
                        builder.Text(reader.Value);
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

        public string? Get(string name) => !reader.HasAttributes ? null : reader.GetAttribute(name) ?? (name == "about" ? reader.GetAttribute(name, RdfNamespace) : null);

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

using System.Runtime.InteropServices;
using System.Text.Json;
using System.Xml;

namespace Bot.Benchmarks.Sources;

/// <summary>
/// The least that reading a feed can cost: one pass of .NET's own reader that takes out the same fields as strings, raw, and hands them over
/// when the document ends, as a reader must.
/// </summary>
internal static class BarePass
{
    private static readonly XmlReaderSettings _settings = new() { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, IgnoreComments = true, IgnoreWhitespace = true };

    public static int Read(ReadOnlyMemory<byte> bytes) => bytes.Span[0] == '{' ? Json(bytes.Span) : Xml(bytes);

    private static int Xml(ReadOnlyMemory<byte> bytes)
    {
        using var stream = Stream(bytes);
        using var reader = XmlReader.Create(stream, _settings);
        List<string[]> entries = [];
        List<string> fields = [];
        reader.Read();
        while (!reader.EOF)
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                switch (reader.LocalName)
                {
                    case "title" or "guid" or "id" or "pubDate" or "published" or "updated" or "creator" or "name" or "description" or "summary" or "encoded" or "content":
                        fields.Add(reader.ReadElementContentAsString());
                        continue;
                    case "link" or "category":
                        if ((reader.GetAttribute("href") ?? reader.GetAttribute("term")) is { } value)
                        {
                            fields.Add(value);
                            break;
                        }

                        fields.Add(reader.ReadElementContentAsString());
                        continue;
                    default:
                        break;
                }
            }
            else if (reader.NodeType == XmlNodeType.EndElement && reader.LocalName is "item" or "entry")
            {
                entries.Add([.. fields]);
                fields.Clear();
            }

            reader.Read();
        }

        return entries.Count;
    }

    /// <summary>Over the bytes themselves, without a copy.</summary>
    public static MemoryStream Stream(ReadOnlyMemory<byte> bytes) =>
        MemoryMarshal.TryGetArray(bytes, out var array) ? new(array.Array!, array.Offset, array.Count, writable: false) : new(bytes.ToArray());

    private static int Json(ReadOnlySpan<byte> bytes)
    {
        var reader = new Utf8JsonReader(bytes);
        List<string> fields = [];
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.String)
            {
                fields.Add(reader.GetString()!);
            }
        }

        return fields.Count;
    }
}

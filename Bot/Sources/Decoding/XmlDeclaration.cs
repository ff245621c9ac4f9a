using System.Text;

namespace Bot.Sources.Decoding;

/// <summary>What an XML document says of its own encoding, read from bytes that are not yet decoded.</summary>
internal static class XmlDeclaration
{
    /// <summary>How far junk before the declaration is looked through, in bytes.</summary>
    private const int Reach = 1024;

    public static string? EncodingOf(ReadOnlySpan<byte> bytes)
    {
        var head = bytes[..Math.Min(bytes.Length, Reach)];
        var ebcdic = head is [0x4C, 0x6F, 0xA7, 0x94, ..];
        var text = ebcdic ? EncodingNames.Find("IBM037")!.GetString(head) : Encoding.Latin1.GetString(head);
        var start = text.IndexOf("<?xml", StringComparison.OrdinalIgnoreCase);
        if (start < 0)
        {
            return null;
        }

        var end = text.IndexOf("?>", start, StringComparison.Ordinal);
        var declaration = text.AsSpan(start, (end < 0 ? text.Length : end) - start);
        var at = declaration.IndexOf("encoding", StringComparison.OrdinalIgnoreCase);
        if (at < 0)
        {
            return ebcdic ? "IBM037" : null;
        }

        var value = declaration[(at + "encoding".Length)..].TrimStart(" \t\r\n=");
        if (value.IsEmpty || value[0] is not ('"' or '\''))
        {
            return null;
        }

        var close = value[1..].IndexOf(value[0]);
        return close < 0 ? null : value.Slice(1, close).Trim().ToString();
    }
}

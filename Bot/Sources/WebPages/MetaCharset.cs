using System.Buffers;
using System.Text;

namespace Bot.Sources.WebPages;

/// <summary>What an HTML page says of its own encoding, read from bytes that are not yet decoded.</summary>
internal static class MetaCharset
{
    private const int Reach = 4096;

    private static readonly SearchValues<char> _ends = SearchValues.Create("\"'> ;/");

    public static string? Of(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, Reach)]);
        for (var at = 0; (at = head.IndexOf("charset", at, StringComparison.OrdinalIgnoreCase)) >= 0;)
        {
            at += "charset".Length;
            var value = head.AsSpan(at).TrimStart();
            if (value.StartsWith("="))
            {
                value = value[1..].TrimStart(" \"'");
                var end = value.IndexOfAny(_ends);
                return end < 1 ? null : value[..end].ToString();
            }
        }

        return null;
    }
}

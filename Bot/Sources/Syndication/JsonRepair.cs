using System.Text;

namespace Bot.Sources.Syndication;

/// <summary>What some programs write that JSON has not: unescaped control characters inside a string, NaN and Infinity outside.</summary>
internal static class JsonRepair
{
    private static ReadOnlySpan<byte> NoNumber(ReadOnlySpan<byte> rest) =>
        rest.StartsWith("NaN"u8) ? rest[..3] : rest.StartsWith("Infinity"u8) ? rest[..8] : rest.StartsWith("-Infinity"u8) ? rest[..9] : default;

    /// <summary>Null where there is nothing of the kind, so that reading again would change nothing.</summary>
    public static byte[]? Repaired(ReadOnlySpan<byte> utf8)
    {
        var result = new List<byte>(utf8.Length + 64);
        bool inString = false, changed = false;
        for (var i = 0; i < utf8.Length; i++)
        {
            var b = utf8[i];
            if (inString && b == '\\' && i + 1 < utf8.Length)
            {
                result.Add(b);
                result.Add(utf8[++i]);
                continue;
            }

            if (!inString && b is (byte)'N' or (byte)'I' or (byte)'-' && NoNumber(utf8[i..]) is { IsEmpty: false } word)
            {
                changed = true;
                result.Add((byte)'"');
                result.AddRange(word);
                result.Add((byte)'"');
                i += word.Length - 1;
                continue;
            }

            inString ^= b == '"';
            if (inString && b < 0x20)
            {
                changed = true;
                result.AddRange(Encoding.ASCII.GetBytes($"\\u{b:x4}"));
            }
            else
            {
                result.Add(b);
            }
        }

        return changed ? [.. result] : null;
    }
}

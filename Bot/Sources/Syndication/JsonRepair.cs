using System.Text;

namespace Bot.Sources.Syndication;

/// <summary>Line breaks and other control characters that stand unescaped inside a JSON string.</summary>
internal static class JsonRepair
{
    /// <summary>Null where there are none, so that reading again would change nothing.</summary>
    public static byte[]? ControlCharacters(ReadOnlySpan<byte> utf8)
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

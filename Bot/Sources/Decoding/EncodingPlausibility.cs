using System.Text;
using System.Text.Unicode;

namespace Bot.Sources.Decoding;

/// <summary>Whether bytes look as if they had been written in an encoding, beyond being decodable in it.</summary>
internal static class EncodingPlausibility
{
    /// <summary>
    /// Whether the bytes show that the claimed encoding is not the one they were written in, though it could decode them:
    /// text with several multi-byte characters is valid UTF-8 by chance about never, and Chinese text read as a Western one is all accents.
    /// </summary>
    public static bool Contradicts(ReadOnlySpan<byte> bytes, Encoding claimed)
    {
        if (claimed.CodePage == Encoding.UTF8.CodePage || !bytes.ContainsAnyInRange((byte)0x80, (byte)0xFF) || !IsAsciiBased(claimed))
        {
            return false;
        }

        if (Utf8.IsValid(bytes))
        {
            // Read as a Western text, even one would be a pair that no language has, such as "Ã©".
            return MultiByteCharacters(bytes) >= (claimed.CodePage == 1252 && bytes.IndexOfAnyExceptInRange((byte)0, (byte)0xC2) >= 0 ? 1 : claimed.IsSingleByte ? 2 : 4);
        }

        return claimed.CodePage == 1252 && LooksDoubleByte(bytes);
    }

    /// <summary>Damage of a few bytes in a long text is damage; more is another encoding.</summary>
    public static bool MostlyFits(ReadOnlySpan<byte> bytes, Encoding encoding)
    {
        if (encoding.IsSingleByte || bytes.IsEmpty)
        {
            return false;
        }

        var text = EncodingNames.Lenient(encoding).GetString(bytes);
        int bad = 0, wide = 0;
        foreach (var c in text)
        {
            bad += c == '\uFFFD' ? 1 : 0;
            wide += c >= 0x80 ? 1 : 0;
        }

        // What is UTF-8 in two places of three is no other encoding, which would be so by chance in one of seven.
        return bad * (encoding.CodePage == Encoding.UTF8.CodePage ? 3 : 10) <= wide;
    }

    /// <summary>Nearly all runs of high bytes are even and long, as in GBK, Big5 and EUC; in a Western text they are single letters.</summary>
    public static bool LooksDoubleByte(ReadOnlySpan<byte> bytes)
    {
        int runs = 0, even = 0, high = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            var start = i;
            while (i < bytes.Length && (bytes[i] >= 0x80 || (i > start && (i - start) % 2 == 1 && bytes[i] is >= 0x40 and not 0x7F)))
            {
                i++;
            }

            if (i > start)
            {
                runs++;
                even += (i - start) % 2 == 0 ? 1 : 0;
                high += i - start;
            }
        }

        return runs > 0 && even * 10 >= runs * 9 && high >= runs * 4;
    }

    private static bool IsAsciiBased(Encoding encoding)
    {
        try
        {
            return encoding.GetString("<?xml"u8) == "<?xml" && encoding.CodePage is not (50220 or 50221 or 50222 or 50225 or 50227 or 52936);
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    private static int MultiByteCharacters(ReadOnlySpan<byte> utf8)
    {
        var count = 0;
        foreach (var b in utf8)
        {
            count += b >= 0xC0 ? 1 : 0;
        }

        return count;
    }
}

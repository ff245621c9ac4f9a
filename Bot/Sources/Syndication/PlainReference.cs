using System.Globalization;
using System.Text;

namespace Bot.Sources.Syndication;

/// <summary>XML's five entities and its numbered characters, and nothing else.</summary>
internal static class PlainReference
{
    private const int LongestNumber = 12;

    /// <param name="text">Begins with an ampersand.</param>
    /// <param name="characters">Room for two.</param>
    /// <returns>How many characters the reference takes, 0 where it is none, and how many it stands for.</returns>
    public static (int Length, int Count) Read(ReadOnlySpan<char> text, Span<char> characters)
    {
        var (c, length) = text switch
        {
            ['&', 'l', 't', ';', ..] => ('<', 4),
            ['&', 'g', 't', ';', ..] => ('>', 4),
            ['&', 'a', 'm', 'p', ';', ..] => ('&', 5),
            ['&', 'q', 'u', 'o', 't', ';', ..] => ('"', 6),
            ['&', 'a', 'p', 'o', 's', ';', ..] => ('\'', 6),
            _ => ('\0', 0),
        };
        if (length > 0)
        {
            characters[0] = c;
            return (length, 1);
        }

        return text is ['&', '#', ..] ? Number(text, characters) : (0, 0);
    }

    /// <summary>Whole, into a string; null where one of its references is none.</summary>
    public static string? Decode(ReadOnlySpan<char> text)
    {
        var decoded = new StringBuilder(text.Length);
        Span<char> characters = stackalloc char[2];
        while (text.IndexOf('&') is var at and >= 0)
        {
            var (length, count) = Read(text[at..], characters);
            if (length == 0)
            {
                return null;
            }

            decoded.Append(text[..at]).Append(characters[..count]);
            text = text[(at + length)..];
        }

        return decoded.Append(text).ToString();
    }

    private static (int Length, int Count) Number(ReadOnlySpan<char> text, Span<char> characters)
    {
        var end = text[..Math.Min(text.Length, LongestNumber)].IndexOf(';');
        var hexadecimal = text.Length > 2 && text[2] == 'x';
        var digits = end < 0 ? default : text[(hexadecimal ? 3 : 2)..end];
        if (!int.TryParse(digits, hexadecimal ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture, out var code)
            || code is < ' ' and not ('\t' or '\n' or '\r') or '\uFFFE' or '\uFFFF' || !Rune.TryCreate(code, out var rune))
        {
            return (0, 0);
        }

        return (end + 1, rune.EncodeToUtf16(characters));
    }
}

using System.Globalization;
using AngleSharp.Html;

namespace Bot.Sources.Markup;

/// <summary>What stands behind an ampersand: named (as in HTML) and numbered characters.</summary>
internal static class CharacterReference
{
    private const int LongestName = 32;

    /// <summary>What browsers make of &amp;#128; to &amp;#159;, which are meant as windows-1252.</summary>
    private const string Windows1252 = "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

    /// <summary>Reads the reference at the start of <paramref name="text"/>, which begins with an ampersand.</summary>
    /// <returns>The characters and how many of <paramref name="text"/> they took; null where the ampersand stands for itself.</returns>
    public static (string Characters, int Length)? Read(ReadOnlySpan<char> text)
    {
        if (text.Length < 3)
        {
            return null;
        }

        if (text[1] == '#')
        {
            return Number(text);
        }

        var end = 1;
        while (end < text.Length && end <= LongestName && char.IsAsciiLetterOrDigit(text[end]))
        {
            end++;
        }

        if (end == 1)
        {
            return null;
        }

        if (end < text.Length && text[end] == ';')
        {
            return Named(text[1..end]) is { } found ? (found, end + 1) : null;
        }

        // Only the oldest names count without their semicolon, and not within a word such as "&copying" or a query's "&copy=".
        return end < text.Length && text[end] == '=' ? null : Bare(text[1..end]) is { } old ? (old, end) : null;
    }

    /// <summary>Control characters that were meant as windows-1252's quotes and dashes, as these.</summary>
    public static string Repaired(string text) =>
        text.AsSpan().IndexOfAnyInRange('\u0080', '\u009F') < 0
            ? text
            : string.Create(text.Length, text, static (target, source) =>
            {
                for (var i = 0; i < target.Length; i++)
                {
                    target[i] = source[i] is >= '\u0080' and <= '\u009F' ? Windows1252[source[i] - 0x80] : source[i];
                }
            });

    private static string? Named(ReadOnlySpan<char> name) => name switch
    {
        "amp" or "AMP" => "&",
        "lt" or "LT" => "<",
        "gt" or "GT" => ">",
        "quot" or "QUOT" => "\"",
        "apos" => "'",
        "nbsp" => "\u00A0",
        "ldquo" => "\u201C",
        "rdquo" => "\u201D",
        "lsquo" => "\u2018",
        "rsquo" => "\u2019",
        "mdash" => "\u2014",
        "hellip" => "\u2026",
        "middot" => "\u00B7",
        "ensp" => "\u2002",
        "emsp" => "\u2003",
        _ => HtmlEntityProvider.Resolver.GetSymbol($"{name};"),
    };

    private static string? Bare(ReadOnlySpan<char> name) => name switch
    {
        "amp" => "&",
        "lt" => "<",
        "gt" => ">",
        "quot" => "\"",
        "nbsp" => "\u00A0",
        "copy" => "\u00A9",
        "reg" => "\u00AE",
        _ => null,
    };

    /// <summary>The second half of a character beyond the first 65,536, which some programs write as two.</summary>
    private static (char Low, int Length)? Half(ReadOnlySpan<char> text)
    {
        var end = text.IndexOf(';');
        if (end is < 5 or > 9 || !text.StartsWith("&#"))
        {
            return null;
        }

        var hexadecimal = text[2] is 'x' or 'X';
        return int.TryParse(text[(hexadecimal ? 3 : 2)..end], hexadecimal ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture, out var code) && code is >= 0xDC00 and <= 0xDFFF
            ? ((char)code, end + 1)
            : null;
    }

    private static (string, int)? Number(ReadOnlySpan<char> text)
    {
        var hexadecimal = text[2] is 'x' or 'X';
        var start = hexadecimal ? 3 : 2;
        var end = start;
        while (end < text.Length && end - start < 10 && (hexadecimal ? char.IsAsciiHexDigit(text[end]) : char.IsAsciiDigit(text[end])))
        {
            end++;
        }

        if (end == start || !long.TryParse(text[start..end], hexadecimal ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture, out var code))
        {
            return null;
        }

        var length = end < text.Length && text[end] == ';' ? end + 1 : end;
        if (code is >= 0xD800 and <= 0xDBFF && Half(text[length..]) is var (low, more))
        {
            return (new string([(char)code, low]), length + more);
        }

        return code switch
        {
            >= 0x80 and <= 0x9F => (Windows1252[(int)code - 0x80].ToString(), length),
            0 or > 0x10FFFF or (>= 0xD800 and <= 0xDFFF) => ("\uFFFD", length),
            < 0x20 and not (9 or 10 or 13) or 0xFFFE or 0xFFFF => ("", length),
            _ => (char.ConvertFromUtf32((int)code), length),
        };
    }
}

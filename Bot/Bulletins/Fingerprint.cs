using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Bot.Bulletins;

/// <summary>
/// What a text comes down to when layout, width, case and punctuation are folded away: the same article printed in another
/// file, in other columns or under another headline has the same fingerprint.
/// </summary>
internal static class Fingerprint
{
    /// <summary>A body shorter than this (in letters and digits) is told apart by its title too.</summary>
    private const int ShortBody = 40;

    /// <returns>64 lower-case hexadecimal digits.</returns>
    public static string Of(string? title, IReadOnlyList<string> paragraphs)
    {
        var text = new StringBuilder();
        foreach (var paragraph in paragraphs)
        {
            Fold(paragraph, text);
        }

        if (text.Length < ShortBody)
        {
            text.Append('\n');
            Fold(title ?? "", text);
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    private static void Fold(string text, StringBuilder into)
    {
        foreach (var rune in text.Normalize(NormalizationForm.FormKC).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
            {
                into.Append(Rune.ToLower(rune, CultureInfo.InvariantCulture));
            }
        }
    }
}

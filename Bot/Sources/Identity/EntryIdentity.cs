using System.Security.Cryptography;
using System.Text;

namespace Bot.Sources.Identity;

/// <summary>Whether two entries are the same article. Pure: rows and databases are other folders' business.</summary>
internal static class EntryIdentity
{
    /// <summary>The key of an entry that has neither id nor link: what its title and text come down to when layout, width and case are folded away.</summary>
    public static string OfText(string? title, IReadOnlyList<string> paragraphs) => "sha256:" + Digest(title, paragraphs);

    /// <summary>Lower-case hexadecimal; equal for texts that differ in layout, width or case alone.</summary>
    public static string Digest(string? title, IReadOnlyList<string> paragraphs)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, title);
        foreach (var paragraph in paragraphs)
        {
            Add(hash, paragraph);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Add(IncrementalHash hash, string? text)
    {
        if (text is null)
        {
            return;
        }

        var folded = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormKC))
        {
            if (!char.IsWhiteSpace(c) && !char.IsControl(c) && c is not ('\u200B' or '\uFEFF'))
            {
                folded.Append(char.ToLowerInvariant(c));
            }
        }

        hash.AppendData(Encoding.UTF8.GetBytes(folded.ToString()));
    }
}

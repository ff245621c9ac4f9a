using System.Globalization;
using System.Text;
using Bot.Bulletins;

namespace Bot.Conversation;

/// <summary>
/// Text as the index keeps it: folded in width and case, without punctuation, and with a blank between Chinese characters,
/// so that each is a word of its own and a Chinese word is a phrase. That finds words of one and two characters too.
/// </summary>
internal static class SearchText
{
    public static string Of(BulletinRow bulletin) => Spaced(string.Join('\n',
        new[] { bulletin.Title, bulletin.Kicker, bulletin.Subtitle, bulletin.Dateline, bulletin.Byline, bulletin.Author, bulletin.Credit }
            .Concat(bulletin.Paragraphs).Concat(bulletin.Regions).Concat(bulletin.Tags)));

    public static string Spaced(string text)
    {
        var spaced = new StringBuilder(text.Length * 2);
        foreach (var rune in Scalars(text).Normalize(NormalizationForm.FormKC).EnumerateRunes())
        {
            if (!Rune.IsLetterOrDigit(rune))
            {
                spaced.Append(' ');
            }
            else if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherLetter)
            {
                spaced.Append(' ').Append(rune).Append(' ');
            }
            else
            {
                spaced.Append(Rune.ToLowerInvariant(rune));
            }
        }

        return string.Join(' ', spaced.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>A half of a pair that lost its other half cannot be normalised.</summary>
    private static string Scalars(string text)
    {
        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            whole.Append(rune);
        }

        return whole.ToString();
    }
}

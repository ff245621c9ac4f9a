using System.Net;
using System.Text;

namespace Bot.Channels;

internal static class Marked
{
    /// <summary>The text as HTML, with each of the words marked where it stands.</summary>
    public static string Html(string text, IReadOnlyList<string> words)
    {
        var html = new StringBuilder(text.Length + 64);
        var at = 0;
        while (at < text.Length)
        {
            var (hit, word) = words
                .Where(w => w.Length > 0)
                .Select(w => (At: text.IndexOf(w, at, StringComparison.OrdinalIgnoreCase), Word: w))
                .Where(h => h.At >= 0)
                .OrderBy(h => h.At).ThenByDescending(h => h.Word.Length)
                .FirstOrDefault((text.Length, ""));
            html.Append(WebUtility.HtmlEncode(text[at..hit]));
            if (word.Length > 0)
            {
                html.Append("<mark>").Append(WebUtility.HtmlEncode(text.Substring(hit, word.Length))).Append("</mark>");
            }

            at = hit + word.Length;
        }

        return html.ToString();
    }
}

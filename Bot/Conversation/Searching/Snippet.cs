using System.Text;
using Bot.Deliveries;

namespace Bot.Conversation;

/// <summary>The place of a text where the words stand, with the words in bold.</summary>
internal static class Snippet
{
    /// <summary>In characters.</summary>
    private const int Length = 90;
    private const int Before = 24;

    /// <summary>Empty where none of the words stands in the paragraphs as it was typed.</summary>
    public static IReadOnlyList<Span> Of(IReadOnlyList<string> paragraphs, IReadOnlyList<string> words)
    {
        string[] folded = [.. words.Select(Folded).Where(w => w.Length > 0)];
        foreach (var paragraph in paragraphs)
        {
            var text = Folded(paragraph);
            var first = folded.Select(w => text.IndexOf(w, StringComparison.Ordinal)).Where(at => at >= 0).DefaultIfEmpty(-1).Min();
            if (first >= 0)
            {
                return Marked(paragraph, text, first, folded);
            }
        }

        return [];
    }

    private static List<Span> Marked(string paragraph, string folded, int first, string[] words)
    {
        var start = first <= Before ? 0 : Whole(paragraph, first - Before);
        var end = paragraph.Length - start <= Length ? paragraph.Length : Whole(paragraph, start + Length);
        List<Span> spans = [];
        if (start > 0)
        {
            spans.Add(new Span("…"));
        }

        var at = start;
        while (at < end)
        {
            var (hit, length) = words
                .Select(w => (At: folded.IndexOf(w, at, StringComparison.Ordinal), w.Length))
                .Where(h => h.At >= 0 && h.At + h.Length <= end)
                .OrderBy(h => h.At).ThenByDescending(h => h.Length)
                .FirstOrDefault((end, 0));
            if (hit > at)
            {
                spans.Add(new Span(paragraph[at..hit]));
            }

            if (length > 0)
            {
                spans.Add(new Span(paragraph[hit..(hit + length)], SpanStyle.Bold));
            }

            at = hit + Math.Max(length, hit == end ? 1 : 0);
        }

        if (end < paragraph.Length)
        {
            spans.Add(new Span("…"));
        }

        return spans;
    }

    /// <summary>Not between the two halves of a character.</summary>
    private static int Whole(string text, int at) => at > 0 && at < text.Length && char.IsLowSurrogate(text[at]) ? at - 1 : at;

    /// <summary>Folds width and case, character by character, so that places stay the same.</summary>
    private static string Folded(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            var narrow = c is >= '\uff01' and <= '\uff5e' ? (char)(c - 0xfee0) : c == '\u3000' ? ' ' : c;
            folded.Append(char.ToLowerInvariant(narrow));
        }

        return folded.ToString();
    }
}

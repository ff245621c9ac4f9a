using System.Buffers;
using System.Text;

namespace Bot.Summaries;

/// <summary>
/// Shortens a sentence by leaving things out, never by changing or adding any: what is left stands in the text in the same order.
/// Hollow openings, attending officials and "so as to" tails always go; brackets, hosts, long lists, the purpose and at last the
/// later clauses go only while the sentence is longer than wanted. A sentence that was cut keeps its own end mark.
/// </summary>
internal static class Compressor
{
    private static readonly SearchValues<char> _ends = SearchValues.Create("。！？");

    /// <summary>Shorter than this a cut sentence says too little.</summary>
    private const int Least = 14;

    /// <summary>A sentence that is only so much too long keeps its end, which mostly says what came of it.</summary>
    private const int Slack = 12;

    /// <param name="wanted">The length to come down to where that leaves a sentence. Latin script, which says less in as many characters, comes down to the limit only.</param>
    /// <param name="limit">The length that may not be passed.</param>
    /// <returns>Null where no way of shortening leaves a sentence within the limit.</returns>
    public static string? Shorten(string sentence, int wanted, int limit)
    {
        var text = Trims.WithoutLoneQuotes(sentence[Openings.Hollow(sentence)..]);
        text = Trims.WithoutAsides(text, all: false);
        var latin = Latin.IsLatin(text);
        if (!latin)
            text = Trims.WithoutRecently(WithoutPurpose(Join(WithoutCompany(WithoutTail(Clause.Split(text))), text)));
        if (text.Length <= wanted)
            return text;
        if (latin)
            return Latin.Cut(text, limit);

        text = Trims.WithoutAsides(text, all: true);
        if (text.Length > wanted)
            text = Trims.WithoutHosts(text);
        if (text.Length > wanted)
            text = Trims.WithShortLists(text);
        if (text.Length <= Math.Min(limit, wanted + Slack) || (text.Length <= limit && Phrases.Binds(Clause.Split(text)[^1].Body)))
            return text;
        return Cut(text, wanted) ?? (text.Length <= limit ? text : Cut(text, limit));
    }

    /// <summary>The last resort, for a text that has nothing but endless sentences: cut at the last mark or word within the limit.</summary>
    public static string Break(string sentence, int limit)
    {
        var text = sentence[Openings.Hollow(sentence)..];
        if (text.AsSpan().IndexOfAny(_ends) is var end and >= 0 && end + 1 < text.TrimEnd().Length)
            text = text[..(end + 1)];
        text = Trims.WithoutLoneQuotes(text);
        if (text.Length <= limit)
            return text;
        var mark = EndMark(text);
        var room = limit - mark.Length;
        var head = text.AsSpan(0, room);
        var at = head.LastIndexOfAny("，；,;");
        if (at < room / 2)
            at = head.LastIndexOfAny("、 ");
        if (at < room / 2)
            at = room;
        if (at > 0 && at < text.Length && char.IsLowSurrogate(text[at]))
            at--;
        return Trims.WithoutLoneQuotes(string.Concat(text.AsSpan(0, at).TrimEnd(), mark));
    }

    /// <summary>Leaves out clauses from the end until the rest is a sentence within the limit.</summary>
    private static string? Cut(string text, int limit)
    {
        var clauses = Clause.Split(text);
        for (var count = clauses.Count - 1; count > 0; count--)
        {
            var last = clauses[count - 1];
            if (!last.HasPredicate || last.LeansForward || last.Body.Length < 4 || !HasMain(clauses, count))
                continue;
            var cut = Join(clauses[..count], text);
            if (cut.Length <= limit && cut.Length >= Least)
                return cut;
        }

        return null;
    }

    /// <summary>Whether one of the first clauses can carry the sentence.</summary>
    private static bool HasMain(List<Clause> clauses, int count)
    {
        for (var i = 0; i < count; i++)
        {
            if (clauses[i].HasPredicate && !clauses[i].LeansForward && clauses[i].Body.Length >= 6)
                return true;
        }

        return false;
    }

    private static List<Clause> WithoutTail(List<Clause> clauses)
    {
        var count = clauses.Count;
        while (count > 1 && Phrases.IsTail(clauses[count - 1].Body))
            count--;
        return count < clauses.Count && CanEnd(clauses, count) ? clauses[..count] : clauses;
    }

    private static bool CanEnd(List<Clause> clauses, int count)
    {
        var last = clauses[count - 1];
        var length = 0;
        for (var i = 0; i < count; i++)
            length += clauses[i].Text.Length;
        return length >= 24 && last.HasPredicate && !last.LeansForward && HasMain(clauses, count);
    }

    /// <summary>Leaves out who attended, chaired and spoke, with the offices listed before the last name.</summary>
    private static List<Clause> WithoutCompany(List<Clause> clauses)
    {
        if (clauses.Count < 2)
            return clauses;
        var kept = new List<Clause>(clauses);
        for (var i = kept.Count - 1; i > 0; i--)
        {
            if (!Phrases.IsCompany(kept[i].Body))
                continue;
            var from = i;
            while (from > 1 && !kept[from - 1].HasPredicate && Phrases.HasOffice(kept[from - 1].Body))
                from--;
            kept.RemoveRange(from, i - from + 1);
            i = from;
        }

        return kept.Count < clauses.Count && CanEnd(kept, kept.Count) ? kept : clauses;
    }

    /// <summary>"为进一步……，……，近日，某某局举办……" becomes "某某局举办……".</summary>
    private static string WithoutPurpose(string text)
    {
        var clauses = Clause.Split(text);
        if (clauses.Count < 2 || !Phrases.IsPurpose(clauses[0].Body))
            return text;
        var news = clauses.FindIndex(1, c => Phrases.StartsWithTime(c.Body) || (Phrases.StartsWithOrgan(c.Body) && c.HasPredicate));
        if (news < 0)
            return text;
        var rest = Join(clauses[news..], text);
        return rest[Openings.Hollow(rest)..];
    }

    /// <summary>Puts clauses together again; where the last of the sentence is gone, the sentence's end mark follows the last that is left.</summary>
    private static string Join(List<Clause> clauses, string whole)
    {
        var joined = new StringBuilder(whole.Length);
        foreach (var clause in clauses)
            joined.Append(clause.Text);
        var last = clauses[^1].Text;
        if (whole.EndsWith(last, StringComparison.Ordinal))
            return joined.ToString();
        while (joined.Length > 0 && joined[^1] is '，' or ',' or '；' or ';' or '：' or ':' or '、' or ' ')
            joined.Length--;
        return joined.Append(EndMark(whole)).ToString();
    }

    /// <summary>The end mark without the quotes that close after it: the quote that they close may be gone.</summary>
    internal static string EndMark(string sentence)
    {
        var end = sentence.AsSpan().TrimEnd(Marks.Closers);
        return end.EndsWithAny(Marks.Ends) ? end[^1..].ToString() : "";
    }
}

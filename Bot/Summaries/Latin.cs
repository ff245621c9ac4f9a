namespace Bot.Summaries;

/// <summary>Shortening of sentences in English and other languages that put spaces between words.</summary>
internal static class Latin
{
    private static readonly string[] _openers = ["In ", "After ", "As ", "While ", "When ", "If ", "Under ", "According ", "Although ", "Since ", "Because ", "Before ", "During ", "Following ", "To ", "On ", "At ", "For ", "With ", "By ", "Despite "];

    // A sentence can stop before these and still be one.
    private static readonly string[] _stops = [" for ", " in ", " on ", " at ", " after ", " with ", " from ", " as ", " under ", " during ", " before ", " while ", " because ", " amid ", " following ", " which ", " who ", " and ", " but ", " including ", " unless ", " if ", " when ", " since ", " until ", " over "];

    private static readonly string[] _hanging = [" said", " says", " that", " to", " the", " a", " an", " of", " by", " is", " are", " was", " were", " be", " will", " would", " and", " or", " its", " their"];

    public static bool IsLatin(string text)
    {
        var letters = 0;
        foreach (var c in text)
            letters += char.IsAsciiLetter(c) ? 1 : 0;
        return letters * 2 > text.Length;
    }

    /// <summary>Cuts at a comma that closes the main clause, else before a phrase that only adds to it.</summary>
    public static string? Cut(string text, int limit)
    {
        if (text.Length <= limit)
            return text;
        var mark = Compressor.EndMark(text);
        var head = text[..Math.Min(limit - mark.Length + 1, text.Length)];
        var opened = Clause.StartsWithAny(text, _openers) ? text.IndexOf(", ", StringComparison.Ordinal) + 1 : 0;
        var best = -1;
        for (var i = head.IndexOf(", ", opened, StringComparison.Ordinal); i > 0; i = i + 1 < head.Length ? head.IndexOf(", ", i + 1, StringComparison.Ordinal) : -1)
        {
            if (i - opened >= 40)
                best = i;
        }

        if (best < limit / 2)
        {
            foreach (var stop in _stops)
            {
                if (head.LastIndexOf(stop, StringComparison.Ordinal) is var at && at - opened >= 40 && at > best && !Clause.EndsWithAny(head.AsSpan(0, at), _hanging))
                    best = at;
            }
        }

        return best <= 0 ? null : string.Concat(text.AsSpan(0, best).TrimEnd(", ;:"), mark);
    }
}

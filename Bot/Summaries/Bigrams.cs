namespace Bot.Summaries;

/// <summary>A text as its pairs of neighbouring letters and digits: what Chinese, which puts no spaces between words, is compared by.</summary>
internal static class Bigrams
{
    /// <summary>The distinct pairs; none reaches over punctuation.</summary>
    public static HashSet<uint> Of(ReadOnlySpan<char> text)
    {
        var pairs = new HashSet<uint>(text.Length);
        for (var i = 1; i < text.Length; i++)
        {
            if (char.IsLetterOrDigit(text[i - 1]) && char.IsLetterOrDigit(text[i]))
                pairs.Add(((uint)char.ToLowerInvariant(text[i - 1]) << 16) | char.ToLowerInvariant(text[i]));
        }

        return pairs;
    }

    /// <summary>The share of <paramref name="part"/> that stands in <paramref name="whole"/>; 0 for an empty part.</summary>
    public static double Coverage(HashSet<uint> part, HashSet<uint> whole)
    {
        if (part.Count == 0)
            return 0;
        var common = 0;
        foreach (var pair in part)
            common += whole.Contains(pair) ? 1 : 0;
        return (double)common / part.Count;
    }

    /// <summary>The letters and digits alone, in lower case: what is left when layout and punctuation don't count.</summary>
    public static string Letters(string text) =>
        string.Create(text.Count(char.IsLetterOrDigit), text, static (span, whole) =>
        {
            var at = 0;
            foreach (var c in whole)
            {
                if (char.IsLetterOrDigit(c))
                    span[at++] = char.ToLowerInvariant(c);
            }
        });
}

using Bot.Summaries;

namespace Bot.Commands.Evaluation;

/// <summary>The plain ways of summing up that ours is held against: the first sentence, the first two, and TextRank's best two.</summary>
internal static class SummaryBaselines
{
    /// <param name="limit">Characters that may not be passed: the first sentence is cut there, and a further one that doesn't fit is left out.</param>
    public static string Lead(IReadOnlyList<string> paragraphs, int sentences, int limit = int.MaxValue) =>
        Within(SentenceSplitter.Split(paragraphs).Take(sentences), limit);

    /// <summary>Sentences ranked by the walk over their shared characters (damping 0.85), the best in the text's order.</summary>
    public static string TextRank(IReadOnlyList<string> paragraphs, int sentences, int limit = int.MaxValue)
    {
        var all = SentenceSplitter.Split(paragraphs);
        var sets = all.Select(s => Bigrams.Of(s.Text)).ToList();
        var weights = new double[all.Count, all.Count];
        var totals = new double[all.Count];
        for (var i = 0; i < all.Count; i++)
        {
            for (var j = 0; j < all.Count; j++)
            {
                if (i == j || sets[i].Count < 2 || sets[j].Count < 2)
                    continue;
                weights[i, j] = sets[i].Count(sets[j].Contains) / (Math.Log(sets[i].Count) + Math.Log(sets[j].Count));
                totals[i] += weights[i, j];
            }
        }

        var ranks = Enumerable.Repeat(1.0, all.Count).ToArray();
        for (var round = 0; round < 30; round++)
        {
            var next = new double[all.Count];
            for (var i = 0; i < all.Count; i++)
            {
                for (var j = 0; j < all.Count; j++)
                    next[i] += totals[j] > 0 ? ranks[j] * weights[j, i] / totals[j] : 0;
                next[i] = 0.15 + (0.85 * next[i]);
            }

            ranks = next;
        }

        return Within(all.OrderByDescending(s => ranks[s.Index]).Take(sentences), limit);
    }

    /// <summary>As many of the sentences, the best first, as the limit has room for, in the text's order.</summary>
    private static string Within(IEnumerable<Sentence> bestFirst, int limit)
    {
        var kept = new SortedList<int, string>();
        var length = 0;
        foreach (var sentence in bestFirst)
        {
            var text = kept.Count == 0 && sentence.Text.Length > limit ? sentence.Text[..limit] : sentence.Text;
            if (length + text.Length > limit)
                continue;
            kept.Add(sentence.Index, text);
            length += text.Length;
        }

        return string.Concat(kept.Values);
    }
}

using Bot.Summaries;

namespace Bot.Commands.Evaluation;

/// <summary>The plain ways of summing up that ours is held against: the first sentence, the first two, and TextRank's best two.</summary>
internal static class SummaryBaselines
{
    public static string Lead(IReadOnlyList<string> paragraphs, int sentences) =>
        string.Concat(SentenceSplitter.Split(paragraphs).Take(sentences).Select(s => s.Text));

    /// <summary>Sentences ranked by the walk over their shared characters (damping 0.85), the best in the text's order.</summary>
    public static string TextRank(IReadOnlyList<string> paragraphs, int sentences)
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

        return string.Concat(all.OrderByDescending(s => ranks[s.Index]).Take(sentences).OrderBy(s => s.Index).Select(s => s.Text));
    }
}

using Bot.Sources.Pages.Signs;
using Bot.Sources.Pages.Text;

namespace Bot.Sources.Pages.Articles;

/// <summary>How much one headline shares with each stretch of atoms that is tried as an article: worked out once for each.</summary>
internal sealed class HeadlineWords(PairSet pairs, bool isSectionName)
{
    private readonly Dictionary<(int First, int Last), SharedWords> _shared = [];

    public bool IsSectionName { get; } = isSectionName;

    public static HeadlineWords Of(HeadlineCandidate headline, Vocabulary words)
    {
        var parts = headline.Group.Parts.Skip(headline.From).Take(headline.To - headline.From);
        // The blank parts the pieces: the pair across it is none.
        return new(words.Pairs(string.Join(' ', parts.Select(p => Spacing.Compact(p.Text)))), SectionNames.Is(headline.Group.Parts[headline.From].Text));
    }

    public SharedWords With((int First, int Last) article, Vocabulary words)
    {
        if (!_shared.TryGetValue(article, out var shared))
            _shared[article] = shared = words.SharedWith(pairs, article.First, article.Last);
        return shared;
    }
}

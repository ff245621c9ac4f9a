using Bot.Bulletins;
using Bot.Storage;
using Bot.Texts;
using Microsoft.EntityFrameworkCore;

namespace Bot.Topics;

/// <summary>
/// Words that tell the bulletins that an admin wants for a topic from those that he does not, each with how many of either have it.
/// Chinese needs no dictionary for that: every stretch of two to six characters is a candidate, and of stretches that stand in the same
/// bulletins the longest is kept.
/// </summary>
internal sealed class TopicSuggestions(BotDbFactory databases, TimeProvider clock)
{
    private const int Shortest = 2;
    private const int Longest = 6;
    private const int Most = 12;

    /// <summary>Bulletins of the archive against which a word's commonness is told.</summary>
    private const int Background = 500;

    public async Task Mark(string topicId, long bulletinId, bool wanted, string who, CancellationToken cancellationToken)
    {
        await using var db = databases.CreateDbContext();
        var row = await db.Set<TopicMarkRow>().SingleOrDefaultAsync(m => m.TopicId == topicId && m.BulletinId == bulletinId, cancellationToken);
        if (row is null)
        {
            db.Add(row = new TopicMarkRow { TopicId = topicId, BulletinId = bulletinId, Who = who });
        }

        (row.IsWanted, row.Who, row.At) = (wanted, who, clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
    }

    public async Task<TopicSuggestion> Suggest(string topicId, CancellationToken cancellationToken)
    {
        await using var db = databases.CreateDbContext();
        var marks = await db.Set<TopicMarkRow>().AsNoTracking().Where(m => m.TopicId == topicId).ToListAsync(cancellationToken);
        var ids = marks.Select(m => m.BulletinId).ToList();
        var marked = await db.Set<BulletinRow>().AsNoTracking().Where(b => ids.Contains(b.Id)).ToListAsync(cancellationToken);
        var others = await db.Set<BulletinRow>().AsNoTracking().Where(b => !ids.Contains(b.Id)).OrderByDescending(b => b.Id).Take(Background).ToListAsync(cancellationToken);
        var isWanted = marks.ToDictionary(m => m.BulletinId, m => m.IsWanted);
        var wanted = marked.Where(b => isWanted[b.Id]).Select(Words).ToList();
        var unwanted = marked.Where(b => !isWanted[b.Id]).Select(Words).ToList();
        var background = others.Select(Words).ToList();
        return new TopicSuggestion(
            wanted.Count, unwanted.Count,
            wanted.Count == 0 ? [] : Telling(wanted, unwanted, background),
            unwanted.Count == 0 ? [] : Telling(unwanted, wanted, background));
    }

    private static List<SuggestedWord> Telling(List<HashSet<string>> these, List<HashSet<string>> those, List<HashSet<string>> background)
    {
        var counts = Counts(these);
        var against = Counts(those);
        var common = Counts(background);
        var fewest = these.Count == 1 ? 1 : 2;
        var best = counts
            .Where(w => w.Value >= fewest)
            .Select(w => (Word: w.Key, Has: w.Value, Not: against.GetValueOrDefault(w.Key), Common: common.GetValueOrDefault(w.Key)))
            .Select(w => (w.Word, w.Has, w.Not, Score: ((double)w.Has / these.Count) - ((double)w.Not / Math.Max(1, those.Count)) - (0.5 * w.Common / Math.Max(1, background.Count))))
            .Where(w => w.Score > 0)
            .OrderByDescending(w => w.Score).ThenByDescending(w => w.Word.Length).ThenBy(w => w.Word, StringComparer.Ordinal);
        List<SuggestedWord> chosen = [];
        foreach (var word in best)
        {
            // A piece of a chosen word, or one around it, says the same once more.
            if (!chosen.Any(c => c.Word.Contains(word.Word, StringComparison.Ordinal) || word.Word.Contains(c.Word, StringComparison.Ordinal) || Overlaps(c.Word, word.Word)))
            {
                chosen.Add(new SuggestedWord(word.Word, word.Has, word.Not));
            }

            if (chosen.Count == Most)
            {
                break;
            }
        }

        return chosen;
    }

    /// <summary>Whether one goes on where the other ends: two windows on one longer stretch.</summary>
    private static bool Overlaps(string a, string b)
    {
        var most = Math.Min(a.Length, b.Length) - 1;
        for (var length = most; length >= 2; length--)
        {
            if (a.AsSpan(a.Length - length).SequenceEqual(b.AsSpan(0, length)) || b.AsSpan(b.Length - length).SequenceEqual(a.AsSpan(0, length)))
            {
                return true;
            }
        }

        return false;
    }

    private static Dictionary<string, int> Counts(List<HashSet<string>> texts)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var word in texts.SelectMany(t => t))
        {
            counts[word] = counts.GetValueOrDefault(word) + 1;
        }

        return counts;
    }

    private static HashSet<string> Words(BulletinRow bulletin)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (var piece in bulletin.Paragraphs.Prepend(bulletin.Title ?? ""))
        {
            var text = FoldedText.Of(piece).Text;
            for (var start = 0; start < text.Length; start++)
            {
                for (var end = start; end < text.Length && end - start < Longest && text[end] >= 0x4e00 && text[end] <= 0x9fff; end++)
                {
                    if (end - start + 1 >= Shortest)
                    {
                        words.Add(text[start..(end + 1)]);
                    }
                }
            }
        }

        return words;
    }
}

/// <param name="Wanted">How many bulletins are marked as wanted.</param>
/// <param name="For">Words that the wanted have and the unwanted have not, most telling first.</param>
/// <param name="Against">The reverse.</param>
internal sealed record TopicSuggestion(int Wanted, int Unwanted, IReadOnlyList<SuggestedWord> For, IReadOnlyList<SuggestedWord> Against);

/// <param name="Has">How many bulletins of its side have it.</param>
/// <param name="OtherHas">How many of the other side.</param>
internal sealed record SuggestedWord(string Word, int Has, int OtherHas);

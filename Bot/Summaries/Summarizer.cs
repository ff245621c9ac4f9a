using System.Buffers;
using Microsoft.Extensions.Options;

namespace Bot.Summaries;

/// <summary>
/// Tells a bulletin in its own words: the sentence that tells most, shortened to what it says, and a second one where it adds
/// something and there is room. Only ever leaves out: every character of a summary stands in the body in the same order, so numbers,
/// dates and names are the text's own. Deterministic; uses nothing but the text.
/// </summary>
internal sealed class Summarizer(IOptions<SummariesOptions> options)
{
    /// <summary>What people write when they sum up a news item in a sentence runs to about this many characters.</summary>
    private const int WantedFirst = 76;

    private const int WantedSecond = 64;

    /// <summary>A further sentence that scores less than this adds more reading than news; more is asked the more has been said.</summary>
    private const double WorthReading = 1.05;

    private const double WorthMoreByCharacter = 0.012;

    /// <summary>Less room than this holds no sentence worth reading.</summary>
    private const int Shortest = 12;

    /// <summary>How much a further sentence loses by what it shares with one that was chosen, and by how much of it had to go.</summary>
    private const double Sameness = 0.8;

    private const double Loss = 0.4;

    private static readonly SearchValues<char> _endMarks = SearchValues.Create("。！？!?");

    public Summarizer()
        : this(Options.Create(new SummariesOptions()))
    {
    }

    public string Summarize(SummaryInput input)
    {
        var sentences = SentenceSplitter.Split([.. Body(input.Paragraphs)]);
        if (sentences.Count == 0)
            return "";
        var title = $"{input.Title} {input.Subtitle}".Trim();
        var scores = new SentenceScores(sentences, title);
        var fresh = sentences.Where(s => !Repeats(s.Text, input.Title) && !Repeats(s.Text, input.Subtitle)).ToList();
        var limit = options.Value.MaxCharacters;
        var chosen = new SortedList<int, string>();
        foreach (var sentence in fresh.OrderByDescending(s => scores[s.Index]))
        {
            if (Told(sentence.Text, Math.Min(WantedFirst, limit), limit) is { } first && !Repeats(first, input.Title))
            {
                chosen.Add(sentence.Index, first);
                break;
            }
        }

        if (chosen.Count == 0)
            return fresh.Count == 0 ? "" : Compressor.Break(fresh.MaxBy(s => scores[s.Index]).Text, limit);
        while (chosen.Count < options.Value.MaxSentences && Another(fresh, scores, chosen, input.Title) is { } next)
            chosen.Add(next.Index, next.Text);
        return Joined(chosen);
    }

    private (int Index, string Text)? Another(List<Sentence> sentences, SentenceScores scores, SortedList<int, string> chosen, string? title)
    {
        var room = options.Value.MaxCharacters - Joined(chosen).Length - 1;
        if (room < Shortest)
            return null;
        (int Index, string Text)? best = null;
        var most = WorthReading + (WorthMoreByCharacter * (Joined(chosen).Length - 50));
        foreach (var sentence in sentences.Where(s => !chosen.ContainsKey(s.Index)))
        {
            var value = scores[sentence.Index] - (Sameness * chosen.Keys.Max(c => scores.Repeats(sentence.Index, c)));
            if (value < most || Told(sentence.Text, Math.Min(WantedSecond, room), room) is not { } text || Repeats(text, title))
                continue;
            value -= Loss * (1 - ((double)text.Length / sentence.Text.Length));
            if (value < most)
                continue;
            most = value;
            best = (sentence.Index, text);
        }

        return best;
    }

    /// <summary>A sentence with end marks inside its quotes would read as several.</summary>
    private static string? Told(string sentence, int wanted, int limit)
    {
        var text = Compressor.Shorten(sentence, wanted, limit);
        return text is null || text.Length > limit || text.AsSpan(0, Math.Max(0, text.Length - 2)).ContainsAny(_endMarks) ? null : text;
    }

    private static IEnumerable<string> Body(IReadOnlyList<string> paragraphs)
    {
        foreach (var paragraph in paragraphs)
        {
            var text = paragraph.Trim();
            if (text.Length == 0 || Openings.IsApparatus(text))
                continue;
            text = text[Openings.Dateline(text)..];
            if (text.Length > 0)
                yield return text;
        }
    }

    /// <summary>Whether a sentence says nothing that the title doesn't.</summary>
    private static bool Repeats(string text, string? title)
    {
        if (string.IsNullOrWhiteSpace(title))
            return false;
        var said = Bigrams.Letters(text);
        var headline = Bigrams.Letters(title);
        if (said.Length == 0 || headline.Contains(said, StringComparison.Ordinal))
            return true;
        return said.Contains(headline, StringComparison.Ordinal) && said.Length <= headline.Length * 1.25;
    }

    /// <summary>Sentences follow each other without a space in Chinese, with one in Latin script.</summary>
    private static string Joined(SortedList<int, string> chosen)
    {
        var joined = "";
        foreach (var text in chosen.Values)
            joined += joined.Length > 0 && joined[^1] < 128 && text[0] < 128 ? " " + text : text;
        return joined;
    }
}

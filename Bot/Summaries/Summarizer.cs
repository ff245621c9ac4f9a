using System.Buffers;
using Microsoft.Extensions.Options;

namespace Bot.Summaries;

/// <summary>
/// Tells a bulletin in its own words: the sentence that tells most, shortened to what it says, and a second one where it adds
/// something and there is room. Only ever leaves out: every character of a summary stands in the body in the same order, so numbers,
/// dates and names are the text's own. Deterministic; uses nothing but the text.
/// </summary>
internal sealed class Summarizer(IOptions<SummariesOptions> options, SummaryWeights weights)
{
    /// <summary>A shorter title is a rubric, such as 公告.</summary>
    private const int ShortestTitle = 6;

    /// <summary>Less room than this holds no sentence worth reading.</summary>
    private const int Shortest = 12;

    private static readonly SearchValues<char> _endMarks = SearchValues.Create("。！？!?");

    public Summarizer(IOptions<SummariesOptions> options)
        : this(options, SummaryWeights.Default)
    {
    }

    public Summarizer()
        : this(Options.Create(new SummariesOptions()))
    {
    }

    public string Summarize(SummaryInput input)
    {
        var sentences = SentenceSplitter.Split(BodyText.Of(input.Paragraphs));
        if (sentences.Count == 0)
            return "";
        var title = $"{input.Title} {input.Subtitle}".Trim();
        var scores = new SentenceScores(new SentenceSigns(sentences, title), weights);
        var fresh = sentences.Where(s => !Repeats(s.Text, input.Title) && !Repeats(s.Text, input.Subtitle)).ToList();
        var limit = options.Value.MaxCharacters;
        var chosen = new SortedList<int, string>();
        var byScore = fresh.OrderByDescending(s => scores[s.Index]).ToList();
        if ((Best(byScore, input.Title, limit, strict: true) ?? Best(byScore, input.Title, limit, strict: false)) is not { } first)
            return byScore.Count == 0 ? "" : Compressor.Break(byScore[0].Text, limit);
        chosen.Add(first.Index, first.Text);
        while (chosen.Count < options.Value.MaxSentences && Another(fresh, scores, chosen, input.Title) is { } next)
            chosen.Add(next.Index, next.Text);
        return Joined(chosen);
    }

    /// <summary>The best sentence that can be told within the limit; a <paramref name="strict"/> look passes over those that have the whole title in them.</summary>
    private (int Index, string Text)? Best(List<Sentence> byScore, string? title, int limit, bool strict)
    {
        foreach (var sentence in byScore)
        {
            if (Told(sentence.Text, Math.Min(weights.First, limit), limit) is { } text && !Repeats(text, title) && !(strict && Holds(text, title)))
                return (sentence.Index, text);
        }

        return null;
    }

    private (int Index, string Text)? Another(List<Sentence> sentences, SentenceScores scores, SortedList<int, string> chosen, string? title)
    {
        var room = options.Value.MaxCharacters - Joined(chosen).Length - 1;
        if (room < Shortest)
            return null;
        (int Index, string Text)? best = null;
        var most = weights.Worth + (weights.WorthByCharacter * (Joined(chosen).Length - 50));
        foreach (var sentence in sentences.Where(s => !chosen.ContainsKey(s.Index)))
        {
            var value = scores[sentence.Index] - (weights.Sameness * chosen.Keys.Max(c => scores.Repeats(sentence.Index, c)));
            if (value < most || LeavesOpen(chosen, sentence) || Told(sentence.Text, Math.Min(weights.Second, room), room) is not { } text || Repeats(text, title) || Holds(text, title))
                continue;
            value -= weights.Loss * (1 - ((double)text.Length / sentence.Text.Length));
            if (value < most)
                continue;
            most = value;
            best = (sentence.Index, text);
        }

        return best;
    }

    /// <summary>Whether another sentence would follow one that has no end mark, so that the two would read as one.</summary>
    private static bool LeavesOpen(SortedList<int, string> chosen, Sentence next) =>
        chosen.Any(c => c.Key < next.Index && Compressor.EndMark(c.Value).Length == 0) || (!next.IsWhole && chosen.Keys.Any(k => k > next.Index));

    /// <summary>A sentence with end marks inside its quotes would read as several.</summary>
    private static string? Told(string sentence, int wanted, int limit)
    {
        var text = Compressor.Shorten(sentence, wanted, limit);
        return text is null || text.Length > limit || text.AsSpan(0, Math.Max(0, text.Length - 2)).ContainsAny(_endMarks) ? null : text;
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

    /// <summary>Whether a sentence has the whole title in it, other than as the name 《……》 of the document that it is about.</summary>
    private static bool Holds(string text, string? title)
    {
        var headline = Bigrams.Letters(title ?? "");
        return headline.Length >= ShortestTitle && Bigrams.Letters(text).Contains(headline, StringComparison.Ordinal) && !IsNamed(text, title!.Trim());
    }

    /// <summary>Whether the title stands inside the name 《……》 of a document.</summary>
    private static bool IsNamed(string text, string title) =>
        text.IndexOf(title, StringComparison.Ordinal) is var at and > 0 && text.AsSpan(0, at).LastIndexOf('《') is var open and >= 0 && text.AsSpan(open, at - open).IndexOf('》') < 0;

    /// <summary>Sentences follow each other without a space in Chinese, with one in Latin script.</summary>
    private static string Joined(SortedList<int, string> chosen)
    {
        var joined = "";
        foreach (var text in chosen.Values)
            joined += joined.Length > 0 && joined[^1] < 128 && text[0] < 128 ? " " + text : text;
        return joined;
    }
}

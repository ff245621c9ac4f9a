namespace Bot.Summaries;

/// <summary>
/// How well each sentence tells the bulletin: the sum of its signs, each with its weight: where it stands, how much of the title it
/// takes up, how central its words are, what it decides or counts; less for speech, for what leans on an earlier sentence, and for
/// what is only promised.
/// </summary>
internal sealed class SentenceScores
{
    private readonly SentenceSigns _signs;
    private readonly double[] _scores;

    public SentenceScores(SentenceSigns signs, SummaryWeights weights)
    {
        _signs = signs;
        _scores = new double[signs.Count];
        for (var i = 0; i < _scores.Length; i++)
        {
            var of = signs[i];
            for (var s = 0; s < of.Length; s++)
                _scores[i] += of[s] * weights.Signs[s];
        }
    }

    public double this[int sentence] => _scores[sentence];

    /// <summary>The share of the sentence's words that the other sentence has too.</summary>
    public double Repeats(int sentence, int other) => _signs.Repeats(sentence, other);
}

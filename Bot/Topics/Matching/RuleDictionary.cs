namespace Bot.Topics;

/// <summary>The words of all rules in one automaton: however many rules ask, a text is gone through once.</summary>
internal sealed class RuleDictionary
{
    private readonly LiteralAutomaton _automaton;
    private readonly Dictionary<string, int> _numbers;

    private RuleDictionary(IReadOnlyList<string> words)
    {
        Words = words;
        _automaton = LiteralAutomaton.Of(words);
        _numbers = words.Index().ToDictionary(w => w.Item, w => w.Index, StringComparer.Ordinal);
    }

    public IReadOnlyList<string> Words { get; }

    public static RuleDictionary Of(IEnumerable<Rule> rules) =>
        new([.. rules.SelectMany(RuleWords.Of).Where(w => w.Length > 0).Distinct(StringComparer.Ordinal)]);

    /// <summary>-1 for a word that no rule has.</summary>
    public int NumberOf(string folded) => _numbers.GetValueOrDefault(folded, -1);

    public LiteralAutomaton.Finds In(string folded) => _automaton.In(folded);
}

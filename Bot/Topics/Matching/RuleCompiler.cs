using System.Runtime.InteropServices;

namespace Bot.Topics;

/// <summary>Makes a <see cref="RuleIndex"/> of rules. Rules of topics that they refer to are compiled along, each once for the fields it is held against.</summary>
internal sealed class RuleCompiler
{
    /// <summary>How likely a topic's rule holds, as far as filing goes.</summary>
    private const double CostOfTopic = 0.01;

    private readonly Func<string, Rule?> _ruleOf;
    private readonly Dictionary<string, int> _literals = new(StringComparer.Ordinal);
    private readonly List<string> _words = [];
    private readonly Dictionary<(string Topic, int Mask), int?> _held = [];
    private readonly HashSet<string> _seenTopics = new(StringComparer.Ordinal);
    private readonly List<int> _heldCode = [];
    private readonly List<Rule.Pattern> _patterns = [];
    private readonly List<int> _code = [];
    private readonly List<double> _costs = [];
    private readonly RuleFiling _filing;

    private RuleCompiler(Func<string, Rule?> ruleOf)
    {
        _ruleOf = ruleOf;
        _filing = new RuleFiling(_costs, folded => _literals[folded], (id, mask) => _held[(id, mask)]);
    }

    /// <param name="rules">They are numbered by their places.</param>
    /// <param name="ruleOf">The rule of a topic; null where there is none.</param>
    public static RuleIndex Compile(IReadOnlyList<Rule> rules, Func<string, Rule?> ruleOf) => new RuleCompiler(ruleOf).Index(rules);

    private RuleIndex Index(IReadOnlyList<Rule> rules)
    {
        foreach (var rule in rules)
        {
            CollectWords(rule);
        }

        WeighWords();
        var starts = new int[rules.Count];
        List<int> always = [];
        List<(int Find, int Rule)> filed = new(rules.Count);
        foreach (var (number, rule) in rules.Index())
        {
            starts[number] = Program(rule, RuleCode.TitleAndBody);
            if (_filing.Of(rule, RuleCode.TitleAndBody) is not { } necessary)
            {
                always.Add(number);
                continue;
            }

            foreach (var find in necessary.Finds)
            {
                filed.Add((find, number));
            }
        }

        return new RuleIndex
        {
            Automaton = LiteralAutomaton.Of(_words),
            Literals = _words.Count,
            Code = [.. _code],
            Starts = starts,
            HeldStarts = [.. _heldCode],
            Patterns = [.. _patterns.Select(p => p.Regex)],
            Always = [.. always],
            Posts = RulePosts.Of(filed, _words.Count + _heldCode.Count),
        };
    }

    private void CollectWords(Rule rule)
    {
        foreach (var word in RuleWords.Of(rule))
        {
            if (word.Length > 0 && _literals.TryAdd(word, _words.Count))
            {
                _words.Add(word);
            }
        }

        foreach (var topic in TopicReferences.Of(rule))
        {
            if (_seenTopics.Add(topic) && _ruleOf(topic) is { } other)
            {
                CollectWords(other);
            }
        }
    }

    /// <summary>A character that many words have is frequent in texts too.</summary>
    private void WeighWords()
    {
        var uses = _words.SelectMany(w => w).CountBy(c => c).ToDictionary();
        var all = uses.Values.Sum() + 1.0;
        foreach (var word in _words)
        {
            var cost = 1.0;
            foreach (var c in word)
            {
                cost *= uses[c] / all;
            }

            _costs.Add(cost);
        }
    }

    /// <returns>Where it starts.</returns>
    private int Program(Rule rule, int mask)
    {
        CompileTopics(rule, mask);
        var start = _code.Count;
        Write(rule, mask);
        return start;
    }

    /// <summary>Before the rule that refers to them: a program stands in one piece, and an inner one comes before an outer one.</summary>
    private void CompileTopics(Rule rule, int mask)
    {
        switch (rule)
        {
            case Rule.Topic(var id) when !_held.ContainsKey((id, mask)):
                // Topics have no circles; a reference that leads back all the same never holds.
                _held[(id, mask)] = null;
                if (_ruleOf(id) is { } other)
                {
                    var start = Program(other, mask);
                    _held[(id, mask)] = _words.Count + _heldCode.Count;
                    _heldCode.Add(start);
                    _costs.Add(CostOfTopic);
                }

                break;
            case Rule.Not(var part):
                CompileTopics(part, mask);
                break;
            case Rule.In(var field, var part):
                CompileTopics(part, RuleCode.MaskOf(field));
                break;
            case Rule.All(var parts):
                CompileAll(parts, mask);
                break;
            case Rule.Any(var parts):
                CompileAll(parts, mask);
                break;
            case Rule.AtLeast(_, var parts):
                CompileAll(parts, mask);
                break;
        }
    }

    private void CompileAll(RuleList parts, int mask)
    {
        foreach (var part in parts)
        {
            CompileTopics(part, mask);
        }
    }

    private void Write(Rule rule, int mask)
    {
        switch (rule)
        {
            case Rule.Word { Folded.Length: > 0 } word:
                Write(RuleCode.Word, _literals[word.Folded], mask);
                break;
            case Rule.All(var parts):
                WriteAtLeast(parts.Count, parts, mask);
                break;
            case Rule.Any(var parts):
                WriteAtLeast(1, parts, mask);
                break;
            case Rule.AtLeast(var count, var parts):
                WriteAtLeast(count, parts, mask);
                break;
            case Rule.Not(var part):
                Write(RuleCode.Not);
                Write(part, mask);
                break;
            case Rule.In(var field, var part):
                Write(part, RuleCode.MaskOf(field));
                break;
            case Rule.Near(var distance, var words):
                var near = _code.Count;
                Write(RuleCode.Near, 0, mask, distance);
                _code.AddRange(words.Cast<Rule.Word>().Select(w => _literals[w.Folded]).Distinct());
                _code[near + 1] = _code.Count;
                break;
            case Rule.ButNotIn { Folded.Length: > 0, FoldedContext.Length: > 0 } word:
                Write(RuleCode.ButNotIn, _literals[word.Folded], _literals[word.FoldedContext], mask);
                break;
            case Rule.Topic(var id) when _held[(id, mask)] is { } held:
                Write(RuleCode.Held, held);
                break;
            case Rule.Pattern pattern:
                Write(RuleCode.Pattern, _patterns.Count, mask);
                _patterns.Add(pattern);
                break;
            default:
                Write(RuleCode.Never);
                break;
        }
    }

    /// <summary>What is looked up quickly goes first; for evidence the order does not matter.</summary>
    private void WriteAtLeast(int count, RuleList parts, int mask)
    {
        var start = _code.Count;
        Write(RuleCode.AtLeast, 0, count, parts.Count);
        foreach (var part in parts.OrderBy(Effort))
        {
            Write(part, mask);
        }

        _code[start + 1] = _code.Count;
    }

    private static int Effort(Rule rule) => rule switch
    {
        Rule.Word or Rule.Topic => 0,
        Rule.In(_, var part) => Effort(part),
        Rule.Not(var part) => Effort(part),
        Rule.Near or Rule.ButNotIn => 2,
        Rule.Pattern => 3,
        _ => 1,
    };

    private void Write(params ReadOnlySpan<int> numbers)
    {
        var at = _code.Count;
        CollectionsMarshal.SetCount(_code, at + numbers.Length);
        numbers.CopyTo(CollectionsMarshal.AsSpan(_code)[at..]);
    }
}

using Bot.Sources;
using Bot.Texts;

namespace Bot.Topics;

/// <summary>
/// Whether any bulletin at all could make a rule hold. Each word in a field is a thing that is so or not; the rule is tried with one after
/// another decided, and what one word says about others goes along: where 非法经营 stands, 非法 stands; what the title has, title and
/// body have. A rule that takes too many steps counts as one that may hold.
/// </summary>
internal sealed class RuleSatisfiability(Func<string, Rule?> ruleOf)
{
    private const int MostSteps = 5_000;

    private readonly Dictionary<Atom, bool> _decided = [];
    private readonly HashSet<Atom> _atoms = [];
    private SourceDefinition? _source;
    private Atom? _open;
    private int _steps;

    /// <param name="sources">Those that a bulletin may come from.</param>
    public bool CanHold(Rule rule, IReadOnlyList<SourceDefinition> sources)
    {
        Collect(rule, null);
        if (!_atoms.Any(a => a.Field is RuleField.Source))
        {
            return Search(rule);
        }

        foreach (var source in sources)
        {
            _source = source;
            if (Search(rule))
            {
                return true;
            }
        }

        return false;
    }

    private bool Search(Rule rule)
    {
        _open = null;
        if (++_steps > MostSteps)
        {
            return true;
        }

        if (Value(rule, null) is { } known)
        {
            return known;
        }

        var open = _open!.Value;
        return Try(rule, open, true) || Try(rule, open, false);
    }

    private bool Try(Rule rule, Atom atom, bool value)
    {
        List<Atom> set = [];
        var holds = Decide(atom, value, set) && Search(rule);
        set.ForEach(a => _decided.Remove(a));
        return holds;
    }

    /// <returns>Whether nothing that was decided speaks against it.</returns>
    private bool Decide(Atom atom, bool value, List<Atom> set)
    {
        if (_decided.TryGetValue(atom, out var before))
        {
            return before == value;
        }

        _decided[atom] = value;
        set.Add(atom);
        return _atoms.Where(other => value ? Implies(atom, other) : Implies(other, atom)).All(other => Decide(other, value, set))
            && !StandsNowhere(atom);
    }

    /// <summary>What title and body have between them, one of the two has.</summary>
    private bool StandsNowhere(Atom atom)
    {
        var everywhere = atom with { Field = null };
        return _decided.GetValueOrDefault(everywhere)
            && Is(atom with { Field = RuleField.Title }, false) && Is(atom with { Field = RuleField.Body }, false);
    }

    private bool Is(Atom atom, bool value) => _decided.TryGetValue(atom, out var known) && known == value;

    private static bool Implies(Atom one, Atom other) =>
        one != other && !other.IsSpecial
        && (one.Field == other.Field || (other.Field is null && one.Field is RuleField.Title or RuleField.Body))
        && (one.Text == other.Text
            || (one.Words ?? [one.Text]).Any(w => w == other.Text || (w.Contains(other.Text, StringComparison.Ordinal) && other.Text.All(c => c >= 0x2e80))));

    /// <returns>Null where what is decided does not say.</returns>
    private bool? Value(Rule rule, RuleField? field)
    {
        switch (rule)
        {
            case Rule.Not(var part):
                return !Value(part, field);
            case Rule.In(var named, var part):
                return Value(part, named);
            case Rule.Topic(var id):
                return ruleOf(id) is { } other ? Value(other, field) : false;
            case Rule.All(var parts):
                return Count(parts.Count, parts, field);
            case Rule.Any(var parts):
                return Count(1, parts, field);
            case Rule.AtLeast(var count, var parts):
                return Count(count, parts, field);
            case Rule.Word { Folded.Length: 0 }:
                return false;
            case Rule.ButNotIn word when word.Folded == word.FoldedContext:
                return false;
            case Rule.Word word when field is RuleField.Source && _source is { } source:
                return IsOf(source, word);
            default:
                var atom = Atom.Of(rule, field);
                if (_decided.TryGetValue(atom, out var value))
                {
                    return value;
                }

                _open ??= atom;
                return null;
        }
    }

    private bool? Count(int needed, RuleList parts, RuleField? field)
    {
        var (sure, possible) = (0, 0);
        foreach (var part in parts)
        {
            var value = Value(part, field);
            sure += value == true ? 1 : 0;
            possible += value == false ? 0 : 1;
        }

        return sure >= needed ? true : possible < needed ? false : null;
    }

    private void Collect(Rule rule, RuleField? field)
    {
        switch (rule)
        {
            case Rule.Not(var part):
                Collect(part, field);
                break;
            case Rule.In(var named, var part):
                Collect(part, named);
                break;
            case Rule.Topic(var id):
                if (ruleOf(id) is { } other)
                {
                    Collect(other, field);
                }

                break;
            case Rule.All(var parts):
                parts.ToList().ForEach(p => Collect(p, field));
                break;
            case Rule.Any(var parts):
                parts.ToList().ForEach(p => Collect(p, field));
                break;
            case Rule.AtLeast(_, var parts):
                parts.ToList().ForEach(p => Collect(p, field));
                break;
            default:
                _atoms.Add(Atom.Of(rule, field));
                break;
        }
    }

    private static bool IsOf(SourceDefinition source, Rule.Word word) =>
        FoldedText.Of(source.Id).Text.Contains(word.Folded, StringComparison.Ordinal) || FoldedText.Of(source.Name).Text.Contains(word.Folded, StringComparison.Ordinal);

    /// <param name="Text">A folded word; for what is no word alone, the rule as it is printed.</param>
    /// <param name="IsSpecial">A pattern, words near each other, or a word outside another: it says something about words, but no word says it.</param>
    private readonly record struct Atom(string Text, RuleField? Field, bool IsSpecial)
    {
        /// <summary>The words that stand where it is so; null for the text itself.</summary>
        public IReadOnlyList<string>? Words { get; private init; }

        public bool Equals(Atom other) => Text == other.Text && Field == other.Field && IsSpecial == other.IsSpecial;

        public override int GetHashCode() => HashCode.Combine(Text, Field, IsSpecial);

        public static Atom Of(Rule rule, RuleField? field) => rule switch
        {
            Rule.Word word => new Atom(word.Folded, field, false),
            Rule.ButNotIn word => new Atom(RulePrinter.Print(rule), field, true) { Words = [word.Folded] },
            Rule.Near near => new Atom(RulePrinter.Print(rule), field, true) { Words = [.. near.Words.Cast<Rule.Word>().Select(w => w.Folded)] },
            _ => new Atom(RulePrinter.Print(rule), field, true) { Words = [] },
        };
    }
}

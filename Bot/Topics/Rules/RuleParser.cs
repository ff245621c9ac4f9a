using System.Globalization;

namespace Bot.Topics;

/// <summary>
/// The rule language by recursive descent: OR binds weakest, then AND (also by space), then NOT. A text that is no rule is a value, not an
/// exception; nesting is bounded, so no text can exhaust the stack.
/// </summary>
internal sealed class RuleParser
{
    private const int Deepest = 100;

    /// <summary>Each takes a hundred thousand bytes, and a moment at every bulletin.</summary>
    private const int MostPatterns = 20;

    private readonly string _rule;
    private readonly IReadOnlyList<RuleToken> _tokens;
    private RuleError? _error;
    private int _at;
    private int _depth;
    private int _patterns;

    private RuleParser(string rule)
    {
        var lexer = new RuleLexer(rule);
        _rule = rule;
        _tokens = lexer.Read();
        _error = lexer.Error;
    }

    private RuleToken Now => _tokens[_at];

    public static RuleResult Parse(string rule)
    {
        var parser = new RuleParser(rule);
        var parsed = parser._error is null ? parser.Whole() : null;
        return parser._error is { } error ? new RuleResult.Refused(error) : new RuleResult.Parsed(parsed!);
    }

    private Rule? Whole()
    {
        if (Now.Kind == RuleTokenKind.End)
        {
            return Fail(Now, "Rule.Empty");
        }

        var rule = Or();
        return _error is null && Now.Kind != RuleTokenKind.End
            ? Now.Kind == RuleTokenKind.Close ? Fail(Now, "Rule.ExtraClose") : Unexpected("Rule.Expected.Operator")
            : rule;
    }

    private Rule? Or()
    {
        if (++_depth > Deepest)
        {
            return Fail(Now, "Rule.TooDeep");
        }

        List<Rule> parts = [];
        do
        {
            if (And() is not { } part)
            {
                return null;
            }

            parts.Add(part);
        }
        while (Take(RuleTokenKind.Or));
        _depth--;
        return parts.Count == 1 ? parts[0] : new Rule.Any(Flat<Rule.Any>(parts, p => p.Parts));
    }

    private Rule? And()
    {
        List<Rule> parts = [];
        while (true)
        {
            if (Unary() is not { } part)
            {
                return null;
            }

            parts.Add(part);
            if (Take(RuleTokenKind.And))
            {
                continue;
            }

            if (!StartsPart(Now.Kind))
            {
                return parts.Count == 1 ? parts[0] : new Rule.All(Flat<Rule.All>(parts, p => p.Parts));
            }
        }
    }

    private Rule? Unary()
    {
        var from = _depth;
        var negated = false;
        while (Take(RuleTokenKind.Not))
        {
            negated = !negated;
        }

        var part = Primary();
        _depth = from;
        return part is null || !negated ? part : new Rule.Not(part);
    }

    private Rule? Primary()
    {
        var token = Now;
        switch (token.Kind)
        {
            case RuleTokenKind.Word or RuleTokenKind.Phrase:
                return Word();
            case RuleTokenKind.Open:
                _at++;
                return Closed(Or());
            case RuleTokenKind.Field:
                return Field();
            case RuleTokenKind.Near:
                return Near();
            case RuleTokenKind.Of:
                return AtLeast();
            case RuleTokenKind.Pattern:
                return Pattern();
            case RuleTokenKind.Topic:
                _at++;
                return new Rule.Topic(token.Text);
            default:
                return Unexpected("Rule.Expected.Part");
        }
    }

    private Rule? Word()
    {
        var token = Now;
        if (TopicsFolding.IsEmpty(token.Text))
        {
            return Fail(token, "Rule.EmptyWord");
        }

        _at++;
        if (Now.Kind != RuleTokenKind.ButNotIn)
        {
            return new Rule.Word(token.Text);
        }

        _at++;
        var context = Now;
        if (context.Kind is not (RuleTokenKind.Word or RuleTokenKind.Phrase))
        {
            return Unexpected("Rule.Expected.Context");
        }

        _at++;
        return TopicsFolding.Contains(context.Text, token.Text)
            ? new Rule.ButNotIn(token.Text, context.Text)
            : Fail(context, "Rule.ContextWithoutWord", token.Text);
    }

    private Rule? Field()
    {
        var field = RuleFields.Names[Now.Text];
        var at = Now;
        _at++;
        if (++_depth > Deepest)
        {
            return Fail(at, "Rule.TooDeep");
        }

        var part = Primary();
        _depth--;
        return part is null ? null : new Rule.In(field, part);
    }

    private Rule? Near()
    {
        var near = Now;
        _at++;
        if (!Take(RuleTokenKind.Open))
        {
            return Unexpected("Rule.Expected.Open");
        }

        List<Rule> words = [];
        while (Now.Kind is RuleTokenKind.Word or RuleTokenKind.Phrase or RuleTokenKind.Comma)
        {
            if (Now.Kind != RuleTokenKind.Comma)
            {
                if (TopicsFolding.IsEmpty(Now.Text))
                {
                    return Fail(Now, "Rule.EmptyWord");
                }

                words.Add(new Rule.Word(Now.Text));
            }

            _at++;
        }

        return words.Count < 2 ? Unexpected("Rule.Expected.TwoWords") : Closed(new Rule.Near(near.Number, new RuleList(words)), "Rule.Expected.WordOrClose");
    }

    private Rule? AtLeast()
    {
        var of = Now;
        _at++;
        if (!Take(RuleTokenKind.Open))
        {
            return Unexpected("Rule.Expected.Open");
        }

        List<Rule> parts = [];
        do
        {
            if (Or() is not { } part)
            {
                return null;
            }

            parts.Add(part);
        }
        while (Take(RuleTokenKind.Comma));
        return parts.Count < of.Number
            ? Fail(of, "Rule.TooMany", of.Number.ToString(CultureInfo.InvariantCulture), parts.Count.ToString(CultureInfo.InvariantCulture))
            : Closed(new Rule.AtLeast(of.Number, new RuleList(parts)), "Rule.Expected.CommaOrClose");
    }

    private Rule? Pattern()
    {
        var token = Now;
        if (token.Text.Length == 0)
        {
            return Fail(token, "Rule.EmptyWord");
        }

        if (++_patterns > MostPatterns)
        {
            return Fail(token, "Rule.TooManyPatterns", MostPatterns.ToString(CultureInfo.InvariantCulture));
        }

        try
        {
            var pattern = new Rule.Pattern(token.Text);
            _at++;
            return pattern;
        }
        catch (Exception fault) when (fault is ArgumentException or NotSupportedException)
        {
            return Fail(token, "Rule.BadPattern", fault.Message);
        }
    }

    private Rule? Closed(Rule? inside, string expected = "Rule.Expected.Close") =>
        inside is null || Take(RuleTokenKind.Close) ? inside : Unexpected(expected);

    private bool Take(RuleTokenKind kind)
    {
        if (Now.Kind != kind)
        {
            return false;
        }

        _at++;
        return true;
    }

    private static bool StartsPart(RuleTokenKind kind) => kind is RuleTokenKind.Word or RuleTokenKind.Phrase or RuleTokenKind.Pattern or RuleTokenKind.Not
        or RuleTokenKind.Near or RuleTokenKind.Of or RuleTokenKind.Field or RuleTokenKind.Topic or RuleTokenKind.Open;

    /// <summary>A group of the same kind inside a group says nothing more.</summary>
    private static RuleList Flat<T>(List<Rule> parts, Func<T, RuleList> inner)
        where T : Rule => new([.. parts.SelectMany(p => p is T same ? (IEnumerable<Rule>)inner(same) : [p])]);

    private Rule? Unexpected(string expected)
    {
        var token = Now;
        if (token.Kind == RuleTokenKind.End)
        {
            var last = _tokens.Count > 1 ? _tokens[^2] : token;
            var dangling = last.Kind is RuleTokenKind.And or RuleTokenKind.Or or RuleTokenKind.Not;
            _error ??= new RuleError(_rule, token.At, "Rule.Ended", [Say(expected)], dangling ? "Rule.Dangling" : expected is "Rule.Expected.Close" ? "Rule.AddClose" : null);
            return null;
        }

        _error ??= new RuleError(_rule, token.At, "Rule.Unexpected", [token.Text, Say(expected)], token.Kind == RuleTokenKind.Comma ? "Rule.CommaOutside" : null);
        return null;
    }

    /// <summary>What is expected is said in words, and words have keys.</summary>
    private static string Say(string expected) => RuleError.KeyMark + expected;

    private Rule? Fail(RuleToken token, string key, params string?[] values)
    {
        _error ??= new RuleError(_rule, token.At, key, [.. values.OfType<string>()]);
        return null;
    }
}

using System.Globalization;
using System.Text;

namespace Bot.Topics;

/// <summary>A rule's text to tokens. Full-width punctuation means what its ASCII twin means.</summary>
internal sealed class RuleLexer(string rule)
{
    /// <summary>More than any admin writes; a limit, so that a hostile text costs little.</summary>
    public const int LongestRule = 20_000;

    private const int MostNumber = 10_000;

    /// <summary>A longer word before a colon is no field that somebody meant.</summary>
    private const int LongestPrefix = 12;

    private readonly List<RuleToken> _tokens = [];
    private int _at;

    public RuleError? Error { get; private set; }

    public IReadOnlyList<RuleToken> Read()
    {
        if (rule.Length > LongestRule)
        {
            Error = new RuleError(rule, LongestRule, "Rule.TooLong", [LongestRule.ToString(CultureInfo.InvariantCulture)]);
        }

        while (Error is null && SkipBlanks())
        {
            Next();
        }

        _tokens.Add(new RuleToken(RuleTokenKind.End, rule.Length, ""));
        return _tokens;
    }

    private static char Twin(char c) => c switch
    {
        >= '\uFF01' and <= '\uFF5E' => (char)(c - 0xFEE0),
        '、' => ',',
        '—' or '–' => '-',
        _ => c,
    };

    private char Here => Twin(rule[_at]);

    private bool SkipBlanks()
    {
        while (_at < rule.Length && (char.IsWhiteSpace(rule[_at]) || char.IsControl(rule[_at])))
        {
            _at++;
        }

        return _at < rule.Length;
    }

    private void Next()
    {
        switch (Here)
        {
            case '(':
                Add(RuleTokenKind.Open);
                break;
            case ')':
                Add(RuleTokenKind.Close);
                break;
            case ',':
                Add(RuleTokenKind.Comma);
                break;
            case '|':
                Add(RuleTokenKind.Or);
                break;
            case '-':
                Add(RuleTokenKind.Not);
                break;
            case '"' or '“' or '”' or '「':
                Enclosed(RuleTokenKind.Phrase, "Rule.OpenQuote", "Rule.CloseQuote");
                break;
            case '/':
                Enclosed(RuleTokenKind.Pattern, "Rule.OpenPattern", "Rule.ClosePattern");
                break;
            default:
                Bare();
                break;
        }
    }

    private void Add(RuleTokenKind kind)
    {
        _tokens.Add(new RuleToken(kind, _at, rule[_at].ToString()));
        _at++;
    }

    /// <summary>Between two marks of a kind, so that “ ” may stand inside " "; a backslash keeps the next character from ending it.</summary>
    private void Enclosed(RuleTokenKind kind, string fault, string suggestion)
    {
        var start = _at++;
        var mark = rule[start] switch { '“' or '”' => '”', '「' => '」', var c => c };
        var text = new StringBuilder();
        while (_at < rule.Length && rule[_at] != mark)
        {
            if (rule[_at] == '\\' && _at + 1 < rule.Length)
            {
                // In a pattern every other escape is the pattern's own.
                if (kind == RuleTokenKind.Pattern && rule[_at + 1] is not ('/' or '／'))
                {
                    text.Append(rule[_at]);
                }

                _at++;
            }

            text.Append(rule[_at++]);
        }

        if (_at == rule.Length)
        {
            Error = new RuleError(rule, start, fault, [], suggestion);
            return;
        }

        _at++;
        _tokens.Add(new RuleToken(kind, start, text.ToString()));
    }

    private void Bare()
    {
        var start = _at;
        while (_at < rule.Length && !char.IsWhiteSpace(rule[_at]) && !char.IsControl(rule[_at]) && Here is not ('(' or ')' or ',' or '|' or '"' or '“' or '”' or '「'))
        {
            if (Here == ':' && _at - start <= LongestPrefix && Prefix(Plain(rule[start.._at])) is { } prefix)
            {
                _at++;
                Prefixed(prefix, start);
                return;
            }

            // NEAR/10: here a slash belongs to the word.
            _at++;
        }

        Word(start, rule[start.._at]);
    }

    /// <summary>What stands before a colon, where it is meant to be a field: 10:30 is a word, title:法院 and titel:法院 are not.</summary>
    private static string? Prefix(string word) => word.Length > 0 && word.All(char.IsLetter) ? word.ToLowerInvariant() : null;

    private static string Plain(string word) => string.Create(word.Length, word, (plain, from) =>
    {
        foreach (var (i, c) in from.Index())
        {
            plain[i] = Twin(c);
        }
    });

    private void Prefixed(string prefix, int start)
    {
        if (prefix != "topic" && !RuleFields.Names.ContainsKey(prefix))
        {
            var meant = RuleFields.Meant(prefix);
            Error = new RuleError(rule, start, meant is null ? "Rule.UnknownField" : "Rule.MisspeltField", [prefix, meant ?? RuleFields.List]);
            return;
        }

        if (prefix != "topic")
        {
            _tokens.Add(new RuleToken(RuleTokenKind.Field, start, prefix));
            return;
        }

        var from = _at;
        while (_at < rule.Length && (char.IsAsciiLetterOrDigit(rule[_at]) || rule[_at] is '-' or '_'))
        {
            _at++;
        }

        if (_at == from)
        {
            Error = new RuleError(rule, _at, "Rule.TopicId", []);
            return;
        }

        _tokens.Add(new RuleToken(RuleTokenKind.Topic, start, rule[from.._at]));
    }

    private void Word(int start, string word)
    {
        var plain = Plain(word);
        switch (plain)
        {
            case "AND":
                _tokens.Add(new RuleToken(RuleTokenKind.And, start, word));
                return;
            case "OR":
                _tokens.Add(new RuleToken(RuleTokenKind.Or, start, word));
                return;
            case "NOT" when _tokens is [.., { Kind: RuleTokenKind.Word, Text: "BUT" }]:
                ButNotIn(start);
                return;
            case "NOT":
                _tokens.Add(new RuleToken(RuleTokenKind.Not, start, word));
                return;
            case "OF" when _tokens is [.., { Kind: RuleTokenKind.Word } count] && Number(count.Text) is { } number:
                _tokens[^1] = count with { Kind = RuleTokenKind.Of, Number = number };
                return;
            case "OF" when IsBeforeOpen():
                Error = new RuleError(rule, start, "Rule.OfNumber", [MostNumber.ToString(CultureInfo.InvariantCulture)]);
                return;
            case "NEAR" when IsBeforeOpen():
                Error = new RuleError(rule, start, "Rule.NearNumber", [MostNumber.ToString(CultureInfo.InvariantCulture)]);
                return;
        }

        if (plain.StartsWith("NEAR/", StringComparison.Ordinal))
        {
            if (Number(plain[5..]) is { } distance)
            {
                _tokens.Add(new RuleToken(RuleTokenKind.Near, start, word, distance));
            }
            else
            {
                Error = new RuleError(rule, start + 5, "Rule.NearNumber", [MostNumber.ToString(CultureInfo.InvariantCulture)]);
            }

            return;
        }

        _tokens.Add(new RuleToken(RuleTokenKind.Word, start, word));
    }

    private void ButNotIn(int notAt)
    {
        if (!SkipBlanks() || !Plain(rule[_at..Math.Min(_at + 2, rule.Length)]).Equals("IN", StringComparison.Ordinal) || (_at + 2 < rule.Length && char.IsLetterOrDigit(rule[_at + 2])))
        {
            Error = new RuleError(rule, notAt, "Rule.ButNotIn", []);
            return;
        }

        _at += 2;
        _tokens[^1] = _tokens[^1] with { Kind = RuleTokenKind.ButNotIn, Text = "BUT NOT IN" };
    }

    private bool IsBeforeOpen()
    {
        var next = _at;
        while (next < rule.Length && char.IsWhiteSpace(rule[next]))
        {
            next++;
        }

        return next < rule.Length && Twin(rule[next]) == '(';
    }

    private static int? Number(string digits) =>
        int.TryParse(digits.Normalize(NormalizationForm.FormKC), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= MostNumber ? number : null;
}

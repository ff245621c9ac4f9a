using System.Globalization;
using System.Text;

namespace Bot.Topics;

/// <summary>A rule's text to tokens. Full-width punctuation means what its ASCII twin means.</summary>
internal sealed class RuleLexer(string rule)
{
    /// <summary>More than any admin writes; a limit, so that a hostile text costs little.</summary>
    public const int LongestRule = 20_000;

    private const int MostNumber = 10_000;

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
        '“' or '”' or '「' or '」' => '"',
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
            case '"':
                Enclosed(RuleTokenKind.Phrase, '"', "Rule.OpenQuote", "Rule.CloseQuote");
                break;
            case '/':
                Enclosed(RuleTokenKind.Pattern, '/', "Rule.OpenPattern", "Rule.ClosePattern");
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

    /// <summary>Between two marks; a backslash keeps the next character from ending it.</summary>
    private void Enclosed(RuleTokenKind kind, char mark, string fault, string suggestion)
    {
        var start = _at++;
        var text = new StringBuilder();
        while (_at < rule.Length && !(kind == RuleTokenKind.Phrase ? Here == mark : rule[_at] is '/' or '／'))
        {
            if (rule[_at] == '\\' && _at + 1 < rule.Length)
            {
                // In a pattern every other escape is the pattern's own.
                if (kind == RuleTokenKind.Pattern && rule[_at + 1] != mark)
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
        while (_at < rule.Length && !char.IsWhiteSpace(rule[_at]) && !char.IsControl(rule[_at]) && Here is not ('(' or ')' or ',' or '|' or '"'))
        {
            if (Here == ':' && IsPrefix(rule[start.._at]) is { } prefix)
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

    private static string? IsPrefix(string word) =>
        RuleFields.Names.ContainsKey(word) || word.Equals("topic", StringComparison.OrdinalIgnoreCase) ? word.ToLowerInvariant() : null;

    private void Prefixed(string prefix, int start)
    {
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
        switch (word)
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
        }

        if (word.StartsWith("NEAR/", StringComparison.Ordinal) || word.StartsWith("NEAR／", StringComparison.Ordinal))
        {
            if (Number(word[5..]) is { } distance)
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
        if (!SkipBlanks() || !rule.AsSpan(_at).StartsWith("IN", StringComparison.Ordinal))
        {
            Error = new RuleError(rule, notAt, "Rule.ButNotIn", []);
            return;
        }

        _at += 2;
        _tokens[^1] = _tokens[^1] with { Kind = RuleTokenKind.ButNotIn, Text = "BUT NOT IN" };
    }

    private static int? Number(string digits) =>
        int.TryParse(digits.Normalize(NormalizationForm.FormKC), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= MostNumber ? number : null;
}

using Bot.Texts;

namespace Bot.Topics;

/// <summary>Where a text stops being a rule, and what would make it one.</summary>
/// <param name="Rule">The whole text.</param>
/// <param name="At">The position in it, from 0.</param>
/// <param name="Key">What is wrong, as a key of TopicsWords.</param>
/// <param name="Values">What the words name; one that begins with <see cref="KeyMark"/> is itself a key.</param>
/// <param name="Suggestion">What to do about it, as a key of TopicsWords; null where the words say it.</param>
internal sealed record RuleError(string Rule, int At, string Key, IReadOnlyList<string> Values, string? Suggestion = null)
{
    /// <summary>Before a value that is a key of TopicsWords.</summary>
    public const char KeyMark = '\u0001';

    private static readonly Words _words = Words.Of<RuleError>("TopicsWords");

    /// <summary>From 1.</summary>
    public int Line => Rule.AsSpan(0, At).Count('\n') + 1;

    /// <summary>From 1, in characters.</summary>
    public int Column => At - Rule.AsSpan(0, At).LastIndexOf('\n');

    /// <summary>One sentence: what was found and what was expected.</summary>
    public string Message(Language language)
    {
        var message = _words.Get(language, Key, [.. Values.Select(v => v.StartsWith(KeyMark) ? _words.Get(language, v[1..]) : v)]);
        return Suggestion is null ? message : $"{message} {_words.Get(language, Suggestion)}";
    }

    /// <summary>The line with a caret under the spot; Chinese characters are two columns wide.</summary>
    public string Shown()
    {
        var line = LineOf();
        var before = line.AsSpan(0, Math.Min(Column - 1, line.Length));
        var width = 0;
        foreach (var c in before)
        {
            width += c >= 0x1100 ? 2 : 1;
        }

        return $"{line}\n{new string(' ', width)}^";
    }

    /// <summary>Place, sentence and spot, for a console.</summary>
    public string Report(Language language) => $"{Placed(language)}\n{Shown()}";

    /// <summary>The same for a chat, whose letters have no one width: the spot is marked within the line.</summary>
    public string Told(Language language)
    {
        var line = LineOf();
        return $"{Placed(language)}\n{line.Insert(Math.Min(Column - 1, line.Length), "▲")}";
    }

    private string Placed(Language language) => _words.Get(language, "Rule.At", Line, Column) + Message(language);

    private string LineOf() => Rule.Split('\n')[Line - 1].TrimEnd('\r');
}

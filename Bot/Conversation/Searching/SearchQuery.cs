using System.Text.RegularExpressions;

namespace Bot.Conversation;

/// <summary>What somebody looks for: every word must be there, quoted words in this order, words after a minus must not.</summary>
internal sealed partial record SearchQuery(IReadOnlyList<string> Wanted, IReadOnlyList<string> Unwanted)
{
    private const int MostTerms = 12;

    /// <summary>The wanted words as they were typed, to mark them in a text.</summary>
    public IReadOnlyList<string> Typed { get; private init; } = [];

    /// <summary>Null when nothing that can be looked for was typed.</summary>
    public static SearchQuery? Read(string text)
    {
        List<string> wanted = [];
        List<string> unwanted = [];
        List<string> typed = [];
        foreach (Match term in Terms().Matches(text))
        {
            var minus = term.Value[0] is '-' or '－' && term.Length > 1;
            var bare = term.Value.TrimStart('-', '－').Trim('"', '“', '”');
            var spaced = SearchText.Spaced(bare);
            if (spaced.Length == 0 || wanted.Count + unwanted.Count == MostTerms)
            {
                continue;
            }

            (minus ? unwanted : wanted).Add(spaced);
            if (!minus)
            {
                typed.Add(bare.Trim());
            }
        }

        return wanted.Count == 0 ? null : new SearchQuery(wanted, unwanted) { Typed = typed };
    }

    [GeneratedRegex("""[-－]?(?:"[^"]+"|“[^”]+”)|\S+""")]
    private static partial Regex Terms();
}

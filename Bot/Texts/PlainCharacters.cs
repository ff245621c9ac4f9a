using System.Globalization;
using System.Text;

namespace Bot.Texts;

/// <summary>One character to its plainest form, by a table that is made once.</summary>
internal static class PlainCharacters
{
    private static readonly char[] _table = Make();

    public static char Fold(char c) => _table[c];

    private static char[] Make()
    {
        var table = new char[char.MaxValue + 1];
        for (var i = 0; i < table.Length; i++)
        {
            table[i] = char.ToLower(Compatible((char)i), CultureInfo.InvariantCulture);
        }

        foreach (var (traditional, simplified) in Pairs())
        {
            table[traditional] = simplified;
        }

        return table;
    }

    /// <summary>Full width to half, compatibility ideographs and radicals to the characters they stand for; quotes of all kinds are one.</summary>
    private static char Compatible(char c)
    {
        if (c is '“' or '”' or '„' or '＂')
        {
            return '"';
        }

        if (c is (>= '\uFF01' and <= '\uFF5E') or (>= '\u2F00' and <= '\u2FDF') or (>= '\uF900' and <= '\uFAFF') or (>= '\u2460' and <= '\u24FF'))
        {
            var plain = c.ToString().Normalize(NormalizationForm.FormKC);
            return plain.Length == 1 ? plain[0] : c;
        }

        return c;
    }

    private static IEnumerable<(char Traditional, char Simplified)> Pairs()
    {
        using var stream = typeof(PlainCharacters).Assembly.GetManifestResourceStream("Bot.Texts.Data.traditional.tsv")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line is [var traditional, '\t', var simplified])
            {
                yield return (traditional, simplified);
            }
        }
    }
}

using System.Collections.Frozen;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Bot.Texts;

/// <summary>One character to its plainest form, by tables that are made once.</summary>
internal static class PlainCharacters
{
    /// <summary>What <see cref="Fold(char)"/> gives for a character that nobody sees: zero-width, control, or a choice of glyph.</summary>
    public const char Nothing = '\0';

    /// <summary>What <see cref="FoldAlone"/> gives for a space, and for a character that becomes none, several or half of one.</summary>
    public const char NotAlone = '\0';

    /// <summary>In the table, for a character that becomes several. No text folds to it: it is no character.</summary>
    private const char Several = '\uFFFF';

    /// <summary>Marks that are typed one way and printed another, each before the one that stands for it.</summary>
    private const string Twins = "“\"”\"„\"〝\"〞\"〟\"「\"」\"『\"』\"﹁\"﹂\"﹃\"﹄\"‘'’'〔[〕]【[】]〖[〗]﹝[﹞]、,。.–-—-―-‐-‑-‒-•·・·‧·∙·●·";

    private static readonly FrozenDictionary<int, Rune> _simplified = Pairs().ToFrozenDictionary(p => p.Traditional.Value, p => p.Simplified);
    private static readonly FrozenDictionary<char, char> _twins = Twins.Chunk(2).ToFrozenDictionary(p => p[0], p => p[1]);
    private static readonly Dictionary<char, string> _several = [];
    private static readonly char[] _table = Make();

    private static readonly char[] _alone = [.. _table.Select((plain, c) => plain == Nothing || plain == Several || char.IsWhiteSpace((char)c) || char.IsSurrogate((char)c) ? NotAlone : plain)];

    public static char Fold(char c) => _table[c];

    /// <summary>One character that becomes one whatever stands around it; <see cref="NotAlone"/> for all others.</summary>
    public static char FoldAlone(char c) => _alone[c];

    /// <summary>The table of <see cref="FoldAlone"/>, where it begins; it has a place for every character.</summary>
    public static ref char Alone => ref MemoryMarshal.GetArrayDataReference(_alone);

    /// <summary>For a character that becomes several (㈠, ﬁ), or that UTF-16 writes as two; null where <see cref="Fold(char)"/> says all.</summary>
    public static string? FoldRare(string text, int at)
    {
        var c = text[at];
        return char.IsHighSurrogate(c) && Rune.TryGetRuneAt(text, at, out var rune) ? Plain(rune)
            : _table[c] == Several ? _several[c]
            : null;
    }

    private static char[] Make()
    {
        var table = new char[char.MaxValue + 1];
        for (var i = 0; i < table.Length; i++)
        {
            var plain = Rune.TryCreate(i, out var rune) ? Plain(rune) : "";
            table[i] = plain switch { "" => Nothing, [var one] => one, _ => Several };
            if (plain.Length > 1)
            {
                _several[(char)i] = plain;
            }
        }

        return table;
    }

    /// <summary>Half width, without ligatures and enclosures, the plain twin of a mark, Simplified, lower case.</summary>
    private static string Plain(Rune rune)
    {
        if (rune.IsBmp && _twins.TryGetValue((char)rune.Value, out var twin))
        {
            return twin.ToString();
        }

        if (IsInvisible(rune))
        {
            return "";
        }

        var plain = new StringBuilder();
        foreach (var part in rune.ToString().Normalize(NormalizationForm.FormKC).EnumerateRunes().Where(r => !Rune.IsWhiteSpace(r)))
        {
            var lower = Rune.ToLowerInvariant(_simplified.GetValueOrDefault(part.Value, part));
            plain.Append(lower.IsBmp && _twins.TryGetValue((char)lower.Value, out twin) ? new Rune(twin) : lower);
        }

        return plain.ToString();
    }

    /// <summary>With Unicode's non-characters, which normalisation refuses.</summary>
    private static bool IsInvisible(Rune rune) => (rune.Value & 0xFFFE) == 0xFFFE || rune.Value is 0x034F or (>= 0xFDD0 and <= 0xFDEF) or (>= 0xFE00 and <= 0xFE0F) or (>= 0x180B and <= 0x180F) or (>= 0xE0100 and <= 0xE01EF)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format;

    private static IEnumerable<(Rune Traditional, Rune Simplified)> Pairs()
    {
        using var stream = typeof(PlainCharacters).Assembly.GetManifestResourceStream("Bot.Texts.Data.traditional.tsv")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Split('\t') is [var traditional, var simplified])
            {
                yield return (Rune.GetRuneAt(traditional, 0), Rune.GetRuneAt(simplified, 0));
            }
        }
    }
}

using System.Collections.Frozen;

namespace Bot.Bulletins.Facts;

/// <summary>Chinese surnames: those that tell a name by themselves, and rarer ones, most of which are words too.</summary>
internal static class Surnames
{
    private static readonly FrozenSet<char> _common;
    private static readonly FrozenSet<char> _rare;
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _compound;

    static Surnames()
    {
        var kinds = Lines().Select(line => line.Split('\t')).ToDictionary(cells => cells[0], cells => cells[1], StringComparer.Ordinal);
        _common = kinds["common"].ToFrozenSet();
        _rare = kinds["rare"].ToFrozenSet();
        _compound = kinds["compound"].Split(' ').ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public static bool IsCommon(char c) => _common.Contains(c);

    /// <summary>The length of the surname that stands here, 0 for none.</summary>
    public static int At(string s, int at, out bool isRare)
    {
        isRare = false;
        if (at + 2 <= s.Length && _compound.Contains(s.AsSpan(at, 2)))
            return 2;
        if (_common.Contains(s[at]))
            return 1;
        isRare = _rare.Contains(s[at]);
        return isRare ? 1 : 0;
    }

    private static IEnumerable<string> Lines()
    {
        using var stream = typeof(Surnames).Assembly.GetManifestResourceStream("Bot.Bulletins.Facts.Data.surnames.txt")
            ?? throw new InvalidOperationException("The list of surnames is not in the program.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
                yield return line;
        }
    }
}

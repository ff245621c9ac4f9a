using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Bot.Topics;

/// <summary>
/// Tells by one look at three characters that no literal begins there, which is so nearly everywhere in a text. Where it does not
/// tell, one may begin: the automaton looks. A table of words of 64 bits, each for the pairs of characters that fall on it: the lower
/// half holds which third characters go on, the upper half which pairs are literals by themselves.
/// </summary>
internal sealed class LiteralFilter
{
    private const uint Spread = 0x9E3779B1;
    private const int FewestBits = 10;

    /// <summary>Half a megabyte: more would leave the processor's second cache.</summary>
    private const int MostBits = 16;

    private readonly ulong[] _words;
    private readonly int _shift;

    /// <summary>By character, where a literal has no other; null where every literal is longer.</summary>
    private readonly ulong[]? _singles;

    public LiteralFilter(IReadOnlyList<string> literals)
    {
        var bits = Math.Clamp(BitOperations.Log2((uint)literals.Count) + 1, FewestBits, MostBits);
        _shift = 32 - bits;
        _words = new ulong[1 << bits];
        foreach (var literal in literals)
        {
            if (literal.Length == 1)
            {
                _singles ??= new ulong[(char.MaxValue + 1) / 64];
                _singles[literal[0] >> 6] |= 1UL << literal[0];
                continue;
            }

            var hash = (((uint)literal[0] << 16) | literal[1]) * Spread;
            _words[hash >> _shift] |= literal.Length == 2 ? 1UL << (32 + (int)((hash >> (_shift - 5)) & 31)) : 1UL << (literal[2] & 31);
        }
    }

    /// <returns>The next place, from this one on, where a literal may begin; the text's end where there is none.</returns>
    public int Next(ReadOnlySpan<char> text, int at)
    {
        if (_singles is not null)
        {
            return NextOrSingle(text, at, _singles);
        }

        if (at + 2 >= text.Length)
        {
            return at;
        }

        ref var words = ref MemoryMarshal.GetArrayDataReference(_words);
        ref var here = ref MemoryMarshal.GetReference(text);
        var shift = _shift;
        var pair = ((uint)text[at] << 16) | text[at + 1];
        var last = text.Length - 2;
        for (; at < last; at++)
        {
            uint third = Unsafe.Add(ref here, at + 2);
            if (MayBegin(Unsafe.Add(ref words, (pair * Spread) >> shift), pair * Spread, third, shift))
            {
                return at;
            }

            pair = (pair << 16) | third;
        }

        return at;
    }

    private int NextOrSingle(ReadOnlySpan<char> text, int at, ulong[] singles)
    {
        for (; at + 2 < text.Length; at++)
        {
            var hash = (((uint)text[at] << 16) | text[at + 1]) * Spread;
            if (((singles[text[at] >> 6] >> text[at]) & 1) != 0 || MayBegin(_words[hash >> _shift], hash, text[at + 2], _shift))
            {
                break;
            }
        }

        return at;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool MayBegin(ulong word, uint hash, uint third, int shift) =>
        ((((uint)word >> (int)third) | ((uint)(word >> 32) >> (int)(hash >> (shift - 5)))) & 1) != 0;
}

using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Bot.Topics;

/// <summary>
/// Tells by one look at three characters that no literal begins there, which is so nearly everywhere in a text. Where it does not
/// tell, one may begin. A table of words of 64 bits, each for the pairs of characters that fall on it: the lower half holds which third
/// characters go on, the upper half which pairs are literals by themselves. It looks at a whole block without a single branch that the
/// text decides, so the processor never guesses.
/// </summary>
internal sealed class LiteralFilter
{
    /// <summary>How many places are looked at in one go.</summary>
    public const int Block = 64;

    /// <summary>What a whole look takes: a block, and two characters more for its last place.</summary>
    private const int Whole = Block + 2;

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

    /// <returns>A bit for each of the next places, the first one the lowest: whether a literal may begin there.</returns>
    public ulong Look(ReadOnlySpan<char> text, int at)
    {
        var places = Math.Min(Block, text.Length - at);
        ulong mask;
        if (at + Whole <= text.Length)
        {
            mask = LookAtWhole(text, at);
        }
        else if (text.Length < Whole)
        {
            mask = LookAtFew(text, at, places);
        }
        else
        {
            // The text's last whole block again, as far as it was not looked at; then what has no third character.
            var from = text.Length - Whole;
            var left = text.Length - 2 - at;
            mask = left > 0 ? LookAtWhole(text, from) >> (at - from) : 0;
            if (left is >= 0 and < Block)
            {
                mask |= LookAtFew(text, text.Length - 2, 1) << left;
            }
        }

        return _singles is null ? mask : mask | Singles(text.Slice(at, places), _singles);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private ulong LookAtWhole(ReadOnlySpan<char> text, int at)
    {
        ref var here = ref Unsafe.Add(ref MemoryMarshal.GetReference(text), at);
        ref var words = ref MemoryMarshal.GetArrayDataReference(_words);
        var shift = _shift;
        var mask = 0UL;
        var pair = ((uint)here << 16) | Unsafe.Add(ref here, 1);
        for (var i = 0; i < Block; i += 4)
        {
            uint c = Unsafe.Add(ref here, i + 2), d = Unsafe.Add(ref here, i + 3), e = Unsafe.Add(ref here, i + 4), f = Unsafe.Add(ref here, i + 5);
            var (second, third, fourth) = ((pair << 16) | c, (c << 16) | d, (d << 16) | e);
            var four = MayBegin(ref words, pair * Spread, c, shift)
                | (MayBegin(ref words, second * Spread, d, shift) << 1)
                | (MayBegin(ref words, third * Spread, e, shift) << 2)
                | (MayBegin(ref words, fourth * Spread, f, shift) << 3);
            mask |= (ulong)four << i;
            pair = (e << 16) | f;
        }

        return mask;
    }

    /// <param name="places">How many, from the first on.</param>
    private ulong LookAtFew(ReadOnlySpan<char> text, int at, int places)
    {
        var mask = 0UL;
        for (var i = 0; i < places && at + i + 1 < text.Length; i++)
        {
            var pair = ((uint)text[at + i] << 16) | text[at + i + 1];
            uint third = at + i + 2 < text.Length ? text[at + i + 2] : '\0';
            mask |= (ulong)MayBegin(ref MemoryMarshal.GetArrayDataReference(_words), pair * Spread, third, _shift) << i;
        }

        return mask;
    }

    private static ulong Singles(ReadOnlySpan<char> block, ulong[] singles)
    {
        var mask = 0UL;
        for (var i = 0; i < block.Length; i++)
        {
            mask |= ((singles[block[i] >> 6] >> block[i]) & 1) << i;
        }

        return mask;
    }

    /// <returns>1 for yes.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint MayBegin(ref ulong words, uint hash, uint third, int shift)
    {
        var word = Unsafe.Add(ref words, hash >> shift);
        return (((uint)word >> (int)third) | ((uint)(word >> 32) >> (int)(hash >> (shift - 5)))) & 1;
    }
}

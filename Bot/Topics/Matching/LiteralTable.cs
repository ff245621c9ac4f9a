using System.Numerics;

namespace Bot.Topics;

/// <summary>The branches of the literals' tree by what leads to them: two characters at the root, a fork and one character further in. Open addressing, at most half full.</summary>
internal sealed class LiteralTable
{
    private const uint Spread = 0x85EBCA6B;

    private readonly LiteralBranch[] _slots;
    private readonly int _shift;

    public LiteralTable(IReadOnlyCollection<LiteralBranch> branches)
    {
        var bits = Math.Max(2, BitOperations.Log2((uint)branches.Count + 1) + 2);
        _shift = 32 - bits;
        _slots = new LiteralBranch[1 << bits];
        foreach (var branch in branches)
        {
            var at = (int)((branch.Key * Spread) >> _shift);
            while (_slots[at].IsThere)
            {
                at = (at + 1) & (_slots.Length - 1);
            }

            _slots[at] = branch;
        }
    }

    /// <param name="before">A character, or a fork.</param>
    public static uint KeyOf(int before, char c) => ((uint)before << 16) | c;

    /// <returns>One that is not there where the key leads nowhere.</returns>
    public ref readonly LiteralBranch Find(uint key)
    {
        var slots = _slots;
        var at = (int)((key * Spread) >> _shift);
        while (true)
        {
            ref readonly var slot = ref slots[at];
            if (slot.Key == key || !slot.IsThere)
            {
                return ref slot;
            }

            at = (at + 1) & (slots.Length - 1);
        }
    }
}

/// <param name="Key">What leads here.</param>
/// <param name="Ends">One more than the number of the literal that ends here; 0 for none.</param>
/// <param name="Rest">Longer ones: above 0 where their endings begin, below 0 a fork (~fork); 0 for none.</param>
/// <param name="Next">A bit for each character that goes on, by its lowest five.</param>
internal readonly record struct LiteralBranch(uint Key, int Ends, int Rest, uint Next)
{
    public bool IsThere => (Ends | Rest) != 0;
}

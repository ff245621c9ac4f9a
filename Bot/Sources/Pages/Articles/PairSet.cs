namespace Bot.Sources.Pages.Articles;

/// <summary>A text's pairs and characters, as a <see cref="Vocabulary"/> numbers them, in order.</summary>
/// <param name="Count">Those that the page's texts do not have counted in.</param>
/// <param name="Norm">The sum of the squared weights.</param>
internal sealed record PairSet(int[] Ids, int Count, double Norm)
{
    private ulong[]? _bits;

    public bool Has(int id)
    {
        var bits = _bits ??= Bits(Ids);
        return (uint)(id >> 6) < (uint)bits.Length && (bits[id >> 6] >> id & 1) != 0;
    }

    private static ulong[] Bits(int[] ids)
    {
        var bits = new ulong[ids.Length == 0 ? 0 : (ids[^1] >> 6) + 1];
        foreach (var id in ids)
            bits[id >> 6] |= 1UL << id;
        return bits;
    }
}

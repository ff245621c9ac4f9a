namespace Bot.Bulletins.Stories;

/// <summary>
/// A text's pieces in a few numbers, made so that texts that share many pieces share many of the numbers: in two bands of rows,
/// texts that share a third of their pieces meet in at least one band nearly always, and strangers nearly never.
/// </summary>
internal static class MinHash
{
    public const int Bands = 48;

    private const int Rows = 2;

    private static readonly ulong[] _seeds = Seeds();

    /// <summary>One key a band; texts with an equal key in any band are worth comparing.</summary>
    public static ulong[] Keys(ulong[] pieces)
    {
        var keys = new ulong[Bands];
        for (var band = 0; band < Bands; band++)
        {
            var key = (ulong)band;
            for (var row = 0; row < Rows; row++)
            {
                var seed = _seeds[(band * Rows) + row];
                var least = ulong.MaxValue;
                foreach (var piece in pieces)
                    least = Math.Min(least, (piece ^ seed) * 0x9E3779B97F4A7C15UL);
                key = (key ^ least) * 0xD6E8FEB86659FD93UL;
            }

            keys[band] = key;
        }

        return keys;
    }

    private static ulong[] Seeds()
    {
        var seeds = new ulong[Bands * Rows];
        var state = 0x243F6A8885A308D3UL;
        for (var i = 0; i < seeds.Length; i++)
        {
            state += 0x9E3779B97F4A7C15UL;
            var mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9UL;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBUL;
            seeds[i] = mixed ^ (mixed >> 31);
        }

        return seeds;
    }
}

namespace Bot.Sources.Syndication;

/// <summary>A document uses few names, each of them often: one string for each.</summary>
internal sealed class PlainNames
{
    /// <summary>A power of two.</summary>
    private const int Places = 64;

    private readonly string?[] _names = new string?[Places];

    public string Of(ReadOnlySpan<char> name)
    {
        ref var known = ref _names[((name[0] * 7) + (name[^1] * 3) + name.Length) & (Places - 1)];
        if (known is null || !name.SequenceEqual(known))
        {
            known = name.ToString();
        }

        return known;
    }
}

namespace Bot.Bulletins.Places;

/// <summary>A province, prefecture or county as GB/T 2260 lists it.</summary>
internal sealed record Place(string Code, string Name, PlaceLevel Level, Place? Parent)
{
    /// <summary>Other ways to write the name: <c>包头</c>, <c>锡盟</c>, <c>延边州</c>.</summary>
    public IReadOnlyList<string> ShortNames { get; } = PlaceNames.ShortOf(Name, Level);

    /// <summary>From the nearest to the province.</summary>
    public IEnumerable<Place> Ancestors
    {
        get
        {
            for (var place = Parent; place is not null; place = place.Parent)
                yield return place;
        }
    }

    public Place Province => Parent?.Province ?? this;

    /// <summary>Whether the other is this place or lies in it.</summary>
    public bool Holds(Place other)
    {
        for (var place = other; place is not null; place = place.Parent!)
        {
            if (place.Code == Code)
                return true;
        }

        return false;
    }

    public bool Equals(Place? other) => other is not null && other.Code == Code;

    public override int GetHashCode() => Code.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => $"{Code} {Name}";
}

internal enum PlaceLevel
{
    Province,
    Prefecture,
    County,
}

namespace Bot.Bulletins.Places;

/// <summary>
/// The places that a text names. The longest name counts; a name that several places have, or that is also a word, counts only where
/// what stands around it, or the home region, tells which place it is.
/// </summary>
internal sealed class PlaceFinder
{
    /// <summary>How far before a name the place that holds it may stand to tell which one it is, in characters.</summary>
    private const int Near = 40;

    private static readonly string[] _institutions =
    [
        "讯", "电", "市", "县", "法院", "中院", "检察", "公安", "警方", "司法", "人民", "政法", "监狱", "海关", "海事", "仲裁", "律师", "消防",
        "税务", "市场监管", "纪委", "监委", "市委", "县委", "区委", "两级", "全市", "境内",
    ];

    private readonly Gazetteer _gazetteer = Gazetteer.Default;

    /// <param name="text">Of any length; it is searched once.</param>
    /// <param name="home">The region that the source writes about; it is what 自治区 and 全市 mean.</param>
    public IReadOnlyList<PlaceMention> Find(string text, Place? home = null)
    {
        var hits = new List<(int Start, int Length, PlaceName Name)>();
        for (var i = 0; i < text.Length;)
        {
            if (_gazetteer.Names.Longest(text.AsSpan(i)) is not { } hit)
            {
                i++;
                continue;
            }

            if ((hit.Value.Candidates.Count > 0 || hit.Value.Home != '\0') && !IsCutWord(text, i + hit.Length))
                hits.Add((i, hit.Length, hit.Value));
            i += hit.Length;
        }

        return hits.Count == 0 ? [] : Resolve(text, hits, home);
    }

    private static List<PlaceMention> Resolve(string text, List<(int Start, int Length, PlaceName Name)> hits, Place? home)
    {
        var certain = hits.Where(h => Certain(h.Name) is not null && !IsStreet(text, h.Start + h.Length, h.Name)).Select(h => Certain(h.Name)!).ToHashSet();
        var mentions = new List<PlaceMention>();
        foreach (var (start, length, name) in hits)
        {
            var end = start + length;
            if (name.Home != '\0')
            {
                if (HomeWords.Resolve(name.Home, home) is { } meant && !IsOneOfMany(text, start, end))
                    mentions.Add(new(meant, start, length, true));
            }
            else if (!IsStreet(text, end, name) && Choose(text, start, end, name, mentions, certain, home) is { } place)
            {
                mentions.Add(new(place, start, length));
            }
        }

        return mentions;
    }

    /// <summary>The place that the name means wherever it stands.</summary>
    private static Place? Certain(PlaceName name) => Widest([.. name.Candidates.Where(c => c.Proof == Proof.None).Select(c => c.Place)]);

    private static Place? Choose(string text, int start, int end, PlaceName name, List<PlaceMention> before, HashSet<Place> certain, Place? home)
    {
        var beside = before.Count > 0 && start - before[^1].Start - before[^1].Length <= 1 ? before[^1].Place : null;
        // 呼和浩特市新城区: the parent right before a name settles it.
        if (beside is not null && Widest(name.Candidates.Where(c => c.Place != beside && beside.Holds(c.Place)).Select(c => c.Place).ToList()) is { } child)
            return child;
        var fits = name.Candidates.Where(c => c.Proof switch
        {
            Proof.None => true,
            Proof.Context => IsKnown(c.Place, certain, home),
            _ => IsInstitution(text, end) && IsKnown(c.Place, certain, home),
        }).Select(c => c.Place).ToList();
        if (fits.Count == 0)
            return null;
        if (Widest(fits) is { } only)
            return only;
        return Only(fits, p => before.Any(m => start - m.Start <= Near && m.Place != p && m.Place.Holds(p)))
            ?? (home is null ? null : Only(fits, home.Holds))
            ?? Only(fits, p => p.Ancestors.Any(a => a.Level == PlaceLevel.Prefecture && certain.Contains(a)))
            ?? (home is null ? null : Only(fits, home.Province.Holds))
            ?? Only(fits, p => certain.Contains(p.Province))
            ?? (fits.All(p => p.Parent is { } parent && parent == fits[0].Parent) ? fits[0].Parent : null);
    }

    private static bool IsKnown(Place place, HashSet<Place> certain, Place? home) =>
        (home is not null && home.Province.Holds(place)) || place.Ancestors.Any(certain.Contains);

    /// <summary>The candidate that holds all others: 临夏 is the prefecture rather than the city or the county in it.</summary>
    private static Place? Widest(List<Place> places)
    {
        if (places.Count == 0)
            return null;
        var widest = places.MinBy(p => p.Level)!;
        return places.All(p => widest.Holds(p)) || (widest.Level == PlaceLevel.Province && places.Count(p => p.Level == PlaceLevel.Province) == 1) ? widest : null;
    }

    private static Place? Only(List<Place> places, Func<Place, bool> fits)
    {
        Place? found = null;
        foreach (var place in places)
        {
            if (!fits(place))
                continue;
            if (found is not null && !found.Holds(place))
                return null;
            found ??= place;
        }

        return found;
    }

    /// <summary>北京路, 南京东街: a street that a place gave its name to.</summary>
    private static bool IsStreet(string text, int end, PlaceName name)
    {
        if (!name.Candidates.Any(c => c.IsShort) || end >= text.Length)
            return false;
        var at = text[end] is '东' or '西' or '南' or '北' or '中' or '大' && end + 1 < text.Length ? end + 1 : end;
        return text[at] switch
        {
            '路' => at + 1 == text.Length || text[at + 1] is not ('网' or '政' or '线' or '桥' or '透' or '径' or '面' or '段'),
            '街' => at + 1 == text.Length || text[at + 1] != '道',
            '道' => at > end && text[at - 1] == '大',
            '巷' or '族' => true,
            _ => false,
        };
    }

    /// <summary>东城区块, 全区域: the name's last character belongs to the next word.</summary>
    private static bool IsCutWord(string text, int end) => end < text.Length && text[end - 1] == '区' && text[end] is '块' or '域' or '间' or '划' or '位' or '别';

    private static bool IsInstitution(string text, int end) => _institutions.Any(i => text.AsSpan(end).StartsWith(i));

    /// <summary>省、自治区、直辖市: not one of them is meant.</summary>
    private static bool IsOneOfMany(string text, int start, int end) =>
        (end + 1 < text.Length && text.AsSpan(end + 1).StartsWith("直辖市"))
        || (start > 0 && text[start - 1] is '各' or '族' or '个' or '外' or '他' or '某' or '跨' or '健' or '安')
        || (start > 1 && text[start - 1] == '、' && text[start - 2] is '省' or '国' or '州');
}

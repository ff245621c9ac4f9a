namespace Bot.Bulletins.Places;

/// <summary>Which region a page belongs to, as the places on it tell: the paper itself says only 自治区 or 全市.</summary>
internal sealed class HomeRegion(PlaceFinder finder)
{
    /// <summary>Fewer mentions say nothing of the paper.</summary>
    private const int Fewest = 2;

    /// <summary>
    /// The province that most of the places named lie in, when it has more than half; the prefecture in it, when nearly all lie there.
    /// Null where the texts are about many regions or name none.
    /// </summary>
    /// <param name="texts">Everything on the page or in the edition: headlines, datelines, paragraphs, the paper's name.</param>
    public Place? Of(IEnumerable<string> texts)
    {
        var places = texts.SelectMany(t => finder.Find(t)).Select(m => m.Place).ToList();
        if (Leading(places, p => p.Province) is not { } province || province.Share <= 0.5)
            return null;
        var prefecture = Leading([.. places.Where(p => province.Place.Holds(p) && p.Level != PlaceLevel.Province)], p => p.Level == PlaceLevel.Prefecture ? p : p.Parent!);
        var named = prefecture is null ? 0 : places.Count(p => p == province.Place);
        return prefecture is { Share: >= 0.9, Place.Level: PlaceLevel.Prefecture } && named == 0 ? prefecture.Value.Place : province.Place;
    }

    private static (Place Place, double Share)? Leading(List<Place> places, Func<Place, Place> of) => places.Count < Fewest ? null
        : places.GroupBy(of).Select(g => (g.Key, (double)g.Count() / places.Count)).MaxBy(g => g.Item2);
}

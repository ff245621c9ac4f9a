using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Bot.Bulletins.Places;

namespace Bot.Subscribers;

/// <summary>Where a followed topic counts: in these places, from these sources. An empty list is no limit. Stored as JSON in one spelling, so that equal limits are equal texts.</summary>
/// <param name="Places">Codes of GB/T 2260; a place holds what lies in it.</param>
/// <param name="Sources">Sources' ids.</param>
internal sealed record FollowLimits(IReadOnlyList<string> Places, IReadOnlyList<string> Sources)
{
    private static readonly JsonSerializerOptions _options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static FollowLimits None { get; } = new([], []);

    public bool IsNone => Places.Count == 0 && Sources.Count == 0;

    public static FollowLimits Parse(string? stored) =>
        stored is null ? None : JsonSerializer.Deserialize<FollowLimits>(stored, _options) ?? None;

    /// <returns>Null where nothing is limited.</returns>
    public string? Stored() => IsNone ? null : JsonSerializer.Serialize(
        new FollowLimits([.. Places.Distinct().Order(StringComparer.Ordinal)], [.. Sources.Distinct().Order(StringComparer.Ordinal)]), _options);

    /// <param name="regions">Names of the places that a bulletin is about. A name that several places share is any of them.</param>
    public bool Allow(string sourceId, IReadOnlyList<string> regions) =>
        (Sources.Count == 0 || Sources.Contains(sourceId))
        && (Places.Count == 0 || regions.SelectMany(Named).Any(region => Places.Any(code => Gazetteer.Default.ByCode(code)?.Holds(region) == true)));

    private static IEnumerable<Place> Named(string name) =>
        Gazetteer.Default.ByName(name) is { } only ? [only] : Gazetteer.Default.Places.Where(p => p.Name == name);

    public FollowLimits TogglePlace(string place) => this with { Places = Toggle(Places, place) };

    public FollowLimits ToggleSource(string source) => this with { Sources = Toggle(Sources, source) };

    private static IReadOnlyList<string> Toggle(IReadOnlyList<string> list, string value) =>
        list.Contains(value) ? [.. list.Where(v => v != value)] : [.. list, value];
}

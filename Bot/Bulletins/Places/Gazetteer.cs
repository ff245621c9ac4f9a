namespace Bot.Bulletins.Places;

/// <summary>What a name in a text has to have around it to be a place.</summary>
internal enum Proof
{
    None,

    /// <summary>A place that holds it is named in the text, or is the home region.</summary>
    Context,

    /// <summary>The name is also a common word: its parent stands right before it, or an institution right behind it.</summary>
    Beside,
}

/// <summary>What a name may mean. No candidates and no kind: a word that only looks like a name.</summary>
internal sealed record PlaceName(IReadOnlyList<(Place Place, Proof Proof, bool IsShort)> Candidates, char Home = '\0');

/// <summary>Every place and every way to name it, read once from the data files.</summary>
internal sealed class Gazetteer
{
    private static readonly Lazy<Gazetteer> _default = new(() => new Gazetteer());

    private readonly Dictionary<string, Place> _byCode = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Place>> _byName = new(StringComparer.Ordinal);

    private Gazetteer()
    {
        foreach (var line in Lines("places.tsv").Skip(1))
            Add(line[..6], line[7..]);
        var words = Lines("words.txt").ToHashSet(StringComparer.Ordinal);
        foreach (var place in _byCode.Values)
        {
            Name(place.Name, place, words.Contains(place.Name) || place.Name.Length == 2 ? Proof.Beside : Proof.None, false);
            foreach (var name in place.ShortNames)
                Name(name, place, ProofOf(name, place, words), true);
        }

        foreach (var (name, kind) in HomeWords.All)
            Names.Add(name, _ => new([], kind));
        foreach (var trap in Lines("traps.txt"))
            Names.Add(trap, known => known ?? new([]));
    }

    public static Gazetteer Default => _default.Value;

    public NameTrie<PlaceName> Names { get; } = new();

    public IReadOnlyCollection<Place> Places => _byCode.Values;

    public Place? ByCode(string code) => _byCode.GetValueOrDefault(code);

    /// <summary>By full name; null where none or more than one has it.</summary>
    public Place? ByName(string name) => _byName.TryGetValue(name, out var places) && places is [var only] ? only : null;

    private static Proof ProofOf(string name, Place place, HashSet<string> words)
    {
        if (words.Contains(name))
            return Proof.Beside;
        if (place.Level != PlaceLevel.County)
            return Proof.None;
        // A county's name without its last character is often a word of two characters; a city's is seldom one.
        if (name.Length == 2)
            return place.Name.EndsWith('市') || name.EndsWith('旗') ? Proof.Context : Proof.Beside;
        return name.Length == 3 && !name.EndsWith('旗') ? Proof.Context : Proof.None;
    }

    private void Add(string code, string name)
    {
        var level = code.EndsWith("0000", StringComparison.Ordinal) ? PlaceLevel.Province : code.EndsWith("00", StringComparison.Ordinal) ? PlaceLevel.Prefecture : PlaceLevel.County;
        var parent = level == PlaceLevel.County && _byCode.TryGetValue(code[..4] + "00", out var prefecture) ? prefecture
            : level != PlaceLevel.Province ? _byCode[code[..2] + "0000"] : null;
        var place = new Place(code, name, level, parent);
        _byCode.Add(code, place);
        if (!_byName.TryGetValue(name, out var same))
            _byName.Add(name, same = []);
        same.Add(place);
    }

    private void Name(string name, Place place, Proof proof, bool isShort) =>
        Names.Add(name, known => new([.. known?.Candidates ?? [], (place, proof, isShort)]));

    private static IEnumerable<string> Lines(string file)
    {
        var assembly = typeof(Gazetteer).Assembly;
        using var stream = assembly.GetManifestResourceStream($"{typeof(Gazetteer).Namespace}.Data.{file}")
            ?? throw new InvalidOperationException($"The data file {file} is not embedded.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
                yield return line;
        }
    }
}

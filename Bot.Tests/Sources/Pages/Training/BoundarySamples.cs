using Bot.Commands.Evaluation;
using Bot.Sources.Pages.Articles;
using Bot.Sources.Pages.Layout;
using Bot.Sources.Pages.Text;
using Bot.Tests.Sources.Pages.Generation;

namespace Bot.Tests.Sources.Pages.Training;

/// <summary>A place on a laid-out page where an article may begin, and whether one does.</summary>
/// <param name="Signs">As <see cref="Boundaries.Features"/> gives them, and then what the assignment of headlines gains.</param>
internal sealed record BoundarySample(string Page, bool Begins, double[] Signs)
{
    /// <summary>The assignment's gain counts no more than this either way.</summary>
    private const double MostGain = 4;

    /// <summary>The places of a page, with all other places as they are, and once more with all others as the reader had them.</summary>
    public static IEnumerable<BoundarySample> Of(GeneratedPage page)
    {
        var fragments = FragmentBuilder.Build(TextLayout.Of(PageEncoding.Decode(page.Bytes).Text, default).Lines, default);
        FragmentClassifier.Classify(fragments, default);
        var stream = PageStream.Of(fragments, default);
        var (atoms, groups) = Stitching.Stitch(stream.Atoms, stream.Groups, default);
        var search = new PageSearch(atoms, groups);
        var starts = StartsOf(page, atoms);
        search.Run(default);
        bool[] found = [.. search.Starts];
        foreach (var others in (IReadOnlyList<bool>[])[starts, found])
        {
            foreach (var (place, gain) in search.GainsAt(others))
                yield return new(page.Name, starts[place], [.. search.Boundaries.Features(place), Math.Clamp(gain, -MostGain, MostGain)]);
        }
    }

    /// <summary>Which atom is whose is known by the characters that they share.</summary>
    private static bool[] StartsOf(GeneratedPage page, IReadOnlyList<Atom> atoms)
    {
        var owners = OwnersOf(page, atoms);
        return [.. owners.Select((owner, i) => i == 0 || owner != owners[i - 1])];
    }

    public static List<int> OwnersOf(GeneratedPage page, IReadOnlyList<Atom> atoms)
    {
        var bodies = page.Expectation.Bulletins.Select(b => PairsOf(string.Concat(b.Paragraphs!))).ToList();
        return atoms.Select(a =>
        {
            var pairs = PairsOf(string.Concat(a.Paragraphs));
            return Enumerable.Range(0, bodies.Count).MaxBy(b => pairs.Count(bodies[b].Contains));
        }).ToList();
    }

    private static HashSet<(char, char)> PairsOf(string text)
    {
        var characters = Characters.Of(text);
        return [.. characters.Skip(1).Select((c, i) => (characters[i], c))];
    }
}

using Bot.Commands.Evaluation;
using Bot.Sources.Pages.Articles;
using Bot.Sources.Pages.Layout;
using Bot.Sources.Pages.Text;
using Bot.Tests.Sources.Pages.Generation;

namespace Bot.Tests.Sources.Pages.Training;

/// <summary>Two pieces of headlines that stand together, and how they are to be read.</summary>
/// <param name="Signs">As <see cref="LinkSigns.Of"/> gives them.</param>
/// <param name="Gains">What the page gains by each reading; no number where it cannot be read so.</param>
internal sealed record LinkSample(string Page, Link Reading, double[] Signs, double[] Gains)
{
    public static IEnumerable<LinkSample> Of(GeneratedPage page)
    {
        var fragments = FragmentBuilder.Build(TextLayout.Of(PageEncoding.Decode(page.Bytes).Text, default).Lines, default);
        FragmentClassifier.Classify(fragments, default);
        var stream = PageStream.Of(fragments, default);
        var (atoms, groups) = Stitching.Stitch(stream.Atoms, stream.Groups, default);
        if (atoms.Count == 0)
            yield break;
        var search = new PageSearch(atoms, groups);
        search.Run(default);
        var readings = groups.Select(g => ReadingOf(page, g)).ToList();
        Link[][] links = [.. readings.Select(r => r.Select(l => l ?? Link.Cut).ToArray())];
        foreach (var (group, gap, gains) in search.ReadingsAt(links))
        {
            if (readings[group][gap] is { } reading && !double.IsNaN(gains[(int)reading]))
                yield return new(page.Name, reading, LinkSigns.Of(groups[group], gap + 1, search.Words), gains);
        }
    }

    public static Link?[] ReadingOf(GeneratedPage page, HeadlineGroup group)
    {
        var places = group.Parts.Select(p => PlaceOf(page, Characters.Of(p.Text).Trim('—'))).ToList();
        var readings = new Link?[places.Count - 1];
        for (var i = 0; i < readings.Length; i++)
        {
            readings[i] = (places[i], places[i + 1]) switch
            {
                (null, null) => null,
                ({ } before, { } after) when before.Bulletin == after.Bulletin => (before.Line, after.Line) switch
                {
                    (0, 1) => Link.Kick,
                    (1, 2) => Link.Sub,
                    var (one, other) when one == other => Link.Join,
                    _ => Link.Cut,
                },
                _ => Link.Cut,
            };
        }

        return readings;
    }

    /// <summary>Whose it is, and whether it is of the kicker (0), the title (1) or the subtitle (2).</summary>
    public static (int Bulletin, int Line)? PlaceOf(GeneratedPage page, string piece)
    {
        for (var b = 0; b < page.Expectation.Bulletins.Count; b++)
        {
            var bulletin = page.Expectation.Bulletins[b];
            string?[] lines = [bulletin.Kicker, bulletin.Title, bulletin.Subtitle];
            for (var line = 0; line < lines.Length; line++)
            {
                if (lines[line] is { } text && Characters.Of(text).Contains(piece, StringComparison.Ordinal))
                    return (b, line);
            }
        }

        return null;
    }
}

using Bot.Commands.Evaluation;
using Bot.Sources.Pages.Articles;
using Bot.Sources.Pages.Layout;
using Bot.Sources.Pages.Text;
using Bot.Tests.Sources.Pages.Generation;

namespace Bot.Tests.Sources.Pages.Training;

/// <summary>A headline of a laid-out page, and whose it is.</summary>
/// <param name="Options">The signs for each article that it might be of, and for its being nobody's.</param>
/// <param name="Right">Which of them is right.</param>
internal sealed record PairSample(string Page, string Headline, double[][] Options, int Right)
{
    public static IEnumerable<PairSample> Of(GeneratedPage page)
    {
        var fragments = FragmentBuilder.Build(TextLayout.Of(PageEncoding.Decode(page.Bytes).Text, default).Lines, default);
        FragmentClassifier.Classify(fragments, default);
        var stream = PageStream.Of(fragments, default);
        var (atoms, groups) = Stitching.Stitch(stream.Atoms, stream.Groups, default);
        if (atoms.Count == 0)
            yield break;
        var search = new PageSearch(atoms, groups);
        search.Run(default);
        var owners = BoundarySample.OwnersOf(page, atoms);
        bool[] starts = [.. owners.Select((owner, i) => i == 0 || owner != owners[i - 1])];
        Link[][] links = [.. groups.Select(g => LinkSample.ReadingOf(page, g).Select(l => l ?? Link.Cut).ToArray())];
        foreach (var (headline, articles, signs) in search.PairsAt(starts, links))
        {
            var owner = OwnerOf(page, headline);
            var options = Enumerable.Range(0, articles.Count).Where(a => !search.IsNotice(articles[a].First)).ToList();
            // An article in two pieces is the headline's where it begins.
            var right = owner < 0 ? options.Count : options.FindIndex(a => owners[articles[a].First] == owner);
            // Where the reader cannot see that the article begins, nobody could say whose the headline is.
            if (right >= 0)
                yield return new(page.Name, string.Join(' ', headline.Group.Parts.Skip(headline.From).Take(headline.To - headline.From).Select(p => p.Text)), [.. options.Select(a => signs[a]), signs[^1]], right);
        }
    }

    private static int OwnerOf(GeneratedPage page, HeadlineCandidate headline)
    {
        for (var i = headline.From; i < headline.To; i++)
        {
            if (LinkSample.PlaceOf(page, Characters.Of(headline.Group.Parts[i].Text).Trim('—')) is { Line: 1 } place)
                return place.Bulletin;
        }

        return -1;
    }

    /// <summary>Weights by which the right option is the likeliest: a softmax over linear scores. Adam over all rows.</summary>
    public static double[] Fit(IReadOnlyList<PairSample> samples, double ridge, int rounds = 400)
    {
        var size = samples[0].Options[0].Length;
        var (weights, speed, square) = (new double[size], new double[size], new double[size]);
        for (var round = 1; round <= rounds; round++)
        {
            var slope = new double[size];
            foreach (var sample in samples)
            {
                var scores = sample.Options.Select(o => LogisticRegression.Dot(weights, o)).ToArray();
                var most = scores.Max();
                var parts = scores.Select(s => Math.Exp(s - most)).ToArray();
                var sum = parts.Sum();
                for (var o = 0; o < parts.Length; o++)
                {
                    var error = (o == sample.Right ? 1 : 0) - (parts[o] / sum);
                    if (Math.Abs(error) < 1e-4)
                        continue;
                    for (var f = 0; f < size; f++)
                        slope[f] += error * sample.Options[o][f];
                }
            }

            for (var i = 0; i < size; i++)
            {
                var way = (slope[i] - (ridge * weights[i])) / samples.Count;
                speed[i] = (0.9 * speed[i]) + (0.1 * way);
                square[i] = (0.99 * square[i]) + (0.01 * way * way);
                weights[i] += 0.05 * (speed[i] / (1 - Math.Pow(0.9, round))) / (Math.Sqrt(square[i] / (1 - Math.Pow(0.99, round))) + 1e-6);
            }
        }

        return weights;
    }
}

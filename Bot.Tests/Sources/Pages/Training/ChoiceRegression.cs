namespace Bot.Tests.Sources.Pages.Training;

/// <summary>Weights that choose one of several readings: a softmax over a linear score for each, and one weight for a gain that each has. Adam over all rows.</summary>
internal static class ChoiceRegression
{
    private const int Rounds = 600;

    /// <returns>A row of weights for each choice, and the gain's weight.</returns>
    public static (double[][] Weights, double Gain) Fit(IReadOnlyList<LinkSample> samples, int choices, double ridge)
    {
        var size = samples[0].Signs.Length;
        var weights = new double[(choices * size) + 1];
        weights[^1] = 1;
        var (speed, square) = (new double[weights.Length], new double[weights.Length]);
        for (var round = 1; round <= Rounds; round++)
        {
            var slope = new double[weights.Length];
            foreach (var sample in samples)
            {
                var likely = Likely(weights, sample, choices);
                for (var c = 0; c < choices; c++)
                {
                    if (double.IsNaN(sample.Gains[c]))
                        continue;
                    var error = (c == (int)sample.Reading ? 1 : 0) - likely[c];
                    for (var f = 0; f < size; f++)
                        slope[(c * size) + f] += error * sample.Signs[f];
                    slope[^1] += error * sample.Gains[c];
                }
            }

            for (var i = 0; i < weights.Length; i++)
            {
                var way = (slope[i] - (ridge * (i == weights.Length - 1 ? 0 : weights[i]))) / samples.Count;
                speed[i] = (0.9 * speed[i]) + (0.1 * way);
                square[i] = (0.99 * square[i]) + (0.01 * way * way);
                weights[i] += 0.05 * (speed[i] / (1 - Math.Pow(0.9, round))) / (Math.Sqrt(square[i] / (1 - Math.Pow(0.99, round))) + 1e-6);
            }
        }

        return ([.. Enumerable.Range(0, choices).Select(c => weights[(c * size)..((c + 1) * size)])], weights[^1]);
    }

    private static double[] Likely(double[] weights, LinkSample sample, int choices)
    {
        var size = sample.Signs.Length;
        var scores = new double[choices];
        for (var c = 0; c < choices; c++)
        {
            scores[c] = double.IsNaN(sample.Gains[c]) ? double.NegativeInfinity : weights[^1] * sample.Gains[c];
            for (var f = 0; f < size; f++)
                scores[c] += weights[(c * size) + f] * sample.Signs[f];
        }

        var most = scores.Max();
        var parts = scores.Select(s => Math.Exp(s - most)).ToArray();
        var sum = parts.Sum();
        return [.. parts.Select(p => p / sum)];
    }
}

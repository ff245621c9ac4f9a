using Bot.Sources.Pages.Articles;

namespace Bot.Tests.Sources.Pages.Training;

/// <summary>Trees that are grown one after another, each on what those before it leave open (Newton's steps on the logistic loss).</summary>
internal sealed class TreeBoosting
{
    private const double Rate = 0.1;

    /// <summary>Holds the answers near 0.</summary>
    private const double Ridge = 5;

    /// <summary>A question's sides have at least so much spread.</summary>
    private const double Least = 3;

    private const double Sampled = 0.7;

    private const int MostCuts = 24;

    private readonly int _depth;
    private readonly IReadOnlyList<double[]> _rows;
    private readonly double[][] _cuts;
    private readonly byte[][] _bins;
    private readonly double[] _errors;
    private readonly double[] _spreads;
    private readonly int[] _nodes;

    private TreeBoosting(IReadOnlyList<double[]> rows, int depth)
    {
        (_rows, _depth) = (rows, depth);
        (_errors, _spreads, _nodes) = (new double[rows.Count], new double[rows.Count], new int[rows.Count]);
        _cuts = [.. Enumerable.Range(0, rows[0].Length).Select(CutsOf)];
        _bins = [.. _cuts.Select((cuts, sign) => rows.Select(r => Array.BinarySearch(cuts, r[sign]) is var at && at < 0 ? (byte)~at : (byte)at).ToArray())];
    }

    /// <param name="scores">What is known of each row already, in the logistic's unit.</param>
    public static List<DecisionTree> Fit(IReadOnlyList<double[]> rows, IReadOnlyList<bool> labels, double[] scores, int trees, int depth)
    {
        var boosting = new TreeBoosting(rows, depth);
        var random = new Random(1);
        var known = (double[])scores.Clone();
        return [.. Enumerable.Range(0, trees).Select(_ => boosting.Grow(labels, known, random))];
    }

    private double[] CutsOf(int sign)
    {
        double[] values = [.. _rows.Select(r => r[sign]).Order()];
        double[] distinct = [.. values.Distinct()];
        if (distinct.Length > MostCuts)
            distinct = [.. Enumerable.Range(0, MostCuts).Select(c => values[(int)((c + 0.5) / MostCuts * values.Length)]).Distinct()];
        return [.. distinct.Zip(distinct.Skip(1), (one, other) => Math.Round((one + other) / 2, 3))];
    }

    private DecisionTree Grow(IReadOnlyList<bool> labels, double[] scores, Random random)
    {
        for (var i = 0; i < scores.Length; i++)
        {
            var likely = 1 / (1 + Math.Exp(-scores[i]));
            var counts = random.NextDouble() < Sampled ? 1 : 0;
            (_errors[i], _spreads[i], _nodes[i]) = (counts * ((labels[i] ? 1 : 0) - likely), counts * likely * (1 - likely), 0);
        }

        var questions = (1 << _depth) - 1;
        // A question that parts nothing has an answer that is always no.
        var (signs, cuts) = (new int[questions], new double[questions]);
        Array.Fill(cuts, 99);
        for (var level = 0; level < _depth; level++)
        {
            Ask(level, signs, cuts);
            for (var i = 0; i < scores.Length; i++)
                _nodes[i] = (2 * _nodes[i]) + (_rows[i][signs[_nodes[i]]] > cuts[_nodes[i]] ? 2 : 1);
        }

        var (sums, weights) = (new double[questions + 1], new double[questions + 1]);
        for (var i = 0; i < scores.Length; i++)
        {
            sums[_nodes[i] - questions] += _errors[i];
            weights[_nodes[i] - questions] += _spreads[i];
        }

        double[] answers = [.. sums.Zip(weights, (sum, weight) => Rate * sum / (weight + Ridge))];
        for (var i = 0; i < scores.Length; i++)
            scores[i] += answers[_nodes[i] - questions];
        return new(signs, cuts, answers);
    }

    /// <summary>Finds the best question for each node of the level.</summary>
    private void Ask(int level, int[] signs, double[] cuts)
    {
        var (first, count) = ((1 << level) - 1, 1 << level);
        var gains = new double[count];
        for (var sign = 0; sign < _cuts.Length; sign++)
        {
            var (bins, width) = (_bins[sign], _cuts[sign].Length + 1);
            var (sums, weights) = (new double[count * width], new double[count * width]);
            for (var i = 0; i < bins.Length; i++)
            {
                var at = ((_nodes[i] - first) * width) + bins[i];
                sums[at] += _errors[i];
                weights[at] += _spreads[i];
            }

            for (var node = 0; node < count; node++)
            {
                var sum = sums.AsSpan(node * width, width);
                var weight = weights.AsSpan(node * width, width);
                var (allSum, allWeight) = (Total(sum), Total(weight));
                double low = 0, lowWeight = 0;
                for (var cut = 0; cut < width - 1; cut++)
                {
                    low += sum[cut];
                    lowWeight += weight[cut];
                    if (lowWeight < Least || allWeight - lowWeight < Least)
                        continue;
                    var gain = Worth(low, lowWeight) + Worth(allSum - low, allWeight - lowWeight) - Worth(allSum, allWeight);
                    if (gain > gains[node] + 1e-9)
                        (gains[node], signs[first + node], cuts[first + node]) = (gain, sign, _cuts[sign][cut]);
                }
            }
        }
    }

    private static double Worth(double sum, double weight) => sum * sum / (weight + Ridge);

    private static double Total(ReadOnlySpan<double> numbers)
    {
        double total = 0;
        foreach (var number in numbers)
            total += number;
        return total;
    }
}

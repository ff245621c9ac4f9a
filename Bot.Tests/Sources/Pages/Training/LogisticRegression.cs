namespace Bot.Tests.Sources.Pages.Training;

/// <summary>Weights that tell two kinds of rows apart: Newton's method with a ridge, so that rare signs stay small.</summary>
internal static class LogisticRegression
{
    private const int Rounds = 9;

    /// <param name="ridge">How strongly weights are held near 0.</param>
    /// <param name="weightOf">How much a row counts.</param>
    public static double[] Fit(IReadOnlyList<double[]> rows, IReadOnlyList<bool> labels, double ridge, Func<int, double>? weightOf = null)
    {
        var size = rows[0].Length;
        var weights = new double[size];
        for (var round = 0; round < Rounds; round++)
        {
            var slope = new double[size];
            var curve = new double[size, size];
            for (var r = 0; r < rows.Count; r++)
            {
                var row = rows[r];
                var likely = 1 / (1 + Math.Exp(-Math.Clamp(Dot(weights, row), -30, 30)));
                var counts = weightOf?.Invoke(r) ?? 1;
                var (error, spread) = (counts * ((labels[r] ? 1 : 0) - likely), counts * ((likely * (1 - likely)) + 1e-6));
                for (var i = 0; i < size; i++)
                {
                    if (row[i] == 0)
                        continue;
                    slope[i] += error * row[i];
                    for (var j = 0; j < size; j++)
                        curve[i, j] += spread * row[i] * row[j];
                }
            }

            for (var i = 0; i < size; i++)
            {
                slope[i] -= ridge * weights[i];
                curve[i, i] += ridge;
            }

            var step = Solve(curve, slope);
            for (var i = 0; i < size; i++)
                weights[i] += step[i];
        }

        return weights;
    }

    public static double Dot(double[] weights, double[] row)
    {
        double sum = 0;
        for (var i = 0; i < row.Length; i++)
            sum += weights[i] * row[i];
        return sum;
    }

    /// <summary>Gauss's elimination with the greatest pivot.</summary>
    private static double[] Solve(double[,] matrix, double[] right)
    {
        var size = right.Length;
        var solved = (double[])right.Clone();
        for (var i = 0; i < size; i++)
        {
            var pivot = i;
            for (var r = i + 1; r < size; r++)
                pivot = Math.Abs(matrix[r, i]) > Math.Abs(matrix[pivot, i]) ? r : pivot;
            for (var c = 0; c < size; c++)
                (matrix[i, c], matrix[pivot, c]) = (matrix[pivot, c], matrix[i, c]);
            (solved[i], solved[pivot]) = (solved[pivot], solved[i]);
            for (var r = i + 1; r < size; r++)
            {
                var factor = matrix[r, i] / matrix[i, i];
                for (var c = i; factor != 0 && c < size; c++)
                    matrix[r, c] -= factor * matrix[i, c];
                solved[r] -= factor * solved[i];
            }
        }

        for (var i = size - 1; i >= 0; i--)
        {
            for (var c = i + 1; c < size; c++)
                solved[i] -= matrix[i, c] * solved[c];
            solved[i] /= matrix[i, i];
        }

        return solved;
    }
}

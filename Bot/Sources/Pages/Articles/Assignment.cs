namespace Bot.Sources.Pages.Articles;

/// <summary>
/// The assignment problem: rows to columns, each at most once, so that the sum of the gains is greatest; nobody has to be assigned.
/// Solved with the Hungarian method (shortest augmenting paths), O(n³).
/// </summary>
internal static class Assignment
{
    /// <param name="gains">A pair whose gain is not above 0 is never made.</param>
    /// <returns>For each row its column, or -1.</returns>
    public static int[] Best(double[,] gains, out double total)
    {
        var rows = gains.GetLength(0);
        var columns = gains.GetLength(1);
        // Each row has a column of its own, at no gain, that stands for "none".
        var width = columns + rows;
        var rowPotential = new double[rows + 1];
        var columnPotential = new double[width + 1];
        var rowOf = new int[width + 1];
        var way = new int[width + 1];
        var shortest = new double[width + 1];
        var done = new bool[width + 1];
        for (var row = 1; row <= rows; row++)
        {
            rowOf[0] = row;
            var column = 0;
            Array.Fill(shortest, double.PositiveInfinity);
            Array.Clear(done);
            do
            {
                done[column] = true;
                var (current, delta, nextColumn) = (rowOf[column], double.PositiveInfinity, 0);
                for (var j = 1; j <= width; j++)
                {
                    if (done[j])
                        continue;
                    var cost = Cost(gains, current - 1, j - 1, columns) - rowPotential[current] - columnPotential[j];
                    if (cost < shortest[j])
                        (shortest[j], way[j]) = (cost, column);
                    if (shortest[j] < delta)
                        (delta, nextColumn) = (shortest[j], j);
                }

                for (var j = 0; j <= width; j++)
                {
                    if (done[j])
                    {
                        rowPotential[rowOf[j]] += delta;
                        columnPotential[j] -= delta;
                    }
                    else
                    {
                        shortest[j] -= delta;
                    }
                }

                column = nextColumn;
            }
            while (rowOf[column] != 0);

            while (column != 0)
            {
                rowOf[column] = rowOf[way[column]];
                column = way[column];
            }
        }

        var assigned = new int[rows];
        Array.Fill(assigned, -1);
        total = 0;
        for (var j = 1; j <= columns; j++)
        {
            if (rowOf[j] == 0)
                continue;
            assigned[rowOf[j] - 1] = j - 1;
            total += gains[rowOf[j] - 1, j - 1];
        }

        return assigned;
    }

    private static double Cost(double[,] gains, int row, int column, int columns) =>
        column < columns ? (gains[row, column] > 0 ? -gains[row, column] : 1e6) : column - columns == row ? 0 : 1e6;
}

namespace Bot.Conversation;

/// <summary>How many letters stand between two words: one put in, left out, exchanged, or swapped with its neighbour counts one.</summary>
internal static class Edits
{
    public static int Between(string one, string other)
    {
        var table = new int[one.Length + 1, other.Length + 1];
        for (var i = 0; i <= one.Length; i++)
        {
            for (var j = 0; j <= other.Length; j++)
            {
                table[i, j] = Cheapest(table, one, other, i, j);
            }
        }

        return table[one.Length, other.Length];
    }

    private static int Cheapest(int[,] table, string one, string other, int i, int j)
    {
        if (i == 0 || j == 0)
        {
            return i + j;
        }

        var exchange = table[i - 1, j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1);
        var least = Math.Min(exchange, 1 + Math.Min(table[i - 1, j], table[i, j - 1]));
        var swapped = i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1];
        return swapped ? Math.Min(least, table[i - 2, j - 2] + 1) : least;
    }
}

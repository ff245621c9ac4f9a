namespace Bot.Commands.Evaluation;

/// <summary>Agreement of a summary with a reference by their longest common subsequence of characters, white space left out.</summary>
internal readonly record struct RougeL(double Precision, double Recall)
{
    public double F => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    public static RougeL Of(string summary, string reference)
    {
        var a = Letters(summary);
        var b = Letters(reference);
        if (a.Length == 0 || b.Length == 0)
            return default;
        var row = new int[b.Length + 1];
        foreach (var c in a)
        {
            var diagonal = 0;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = c == b[j - 1] ? diagonal + 1 : Math.Max(above, row[j - 1]);
                diagonal = above;
            }
        }

        return new((double)row[^1] / a.Length, (double)row[^1] / b.Length);
    }

    private static string Letters(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}

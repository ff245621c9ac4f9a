namespace Bot.Sources.Pages.Articles;

/// <summary>
/// What the signs of <see cref="Boundaries"/> say together beyond what each says alone (<see cref="BoundaryWeights"/>): small trees whose
/// answers are added up, in the unit of the assignment's gains. Learned by boosting over laid-out pages; <c>PageTraining</c> in the tests
/// writes Data/boundary-trees.txt anew.
/// </summary>
internal static class BoundaryTrees
{
    public static IReadOnlyList<DecisionTree> Learned { get; set; } = Read();

    public static double Score(ReadOnlySpan<double> signs)
    {
        double score = 0;
        foreach (var tree in Learned)
            score += tree.Answer(signs);
        return score;
    }

    private static List<DecisionTree> Read()
    {
        using var stream = typeof(BoundaryTrees).Assembly.GetManifestResourceStream("Bot.Sources.Pages.Articles.Data.boundary-trees.txt")!;
        using var reader = new StreamReader(stream);
        var trees = new List<DecisionTree>();
        while (reader.ReadLine() is { } line)
            trees.Add(DecisionTree.Parse(line));
        return trees;
    }
}

namespace Bot.Summaries;

/// <summary>What each sign of a sentence is worth, and when a second sentence is worth reading.</summary>
/// <param name="Signs">By <see cref="Sign"/>.</param>
/// <param name="First">The length in characters to which the first sentence is shortened where that leaves one.</param>
/// <param name="Second">The same for the second.</param>
/// <param name="Worth">A further sentence that scores less adds more reading than news.</param>
/// <param name="WorthByCharacter">More is asked of it for each character over 50 that is told already.</param>
/// <param name="Sameness">What it loses by what it shares with one that was chosen.</param>
/// <param name="Loss">What it loses by how much of it had to go.</param>
internal sealed record SummaryWeights(IReadOnlyList<double> Signs, int First, int Second, double Worth, double WorthByCharacter, double Sameness, double Loss)
{
    public static SummaryWeights Default { get; } = new(Of(new Dictionary<Sign, double>
    {
        [Sign.First] = 0.75,
        [Sign.Second] = 0.05,
        [Sign.Early] = 0.6,
        [Sign.News] = 0.5,
        [Sign.OpensParagraph] = -0.14,
        [Sign.Length] = -0.3,
        [Sign.Title] = 1.1,
        [Sign.Central] = 0.7,
        [Sign.Decides] = 0.15,
        [Sign.Binds] = 0.3,
        [Sign.Digit] = 0.12,
        [Sign.Document] = 0.05,
        [Sign.Speech] = -0.2,
        [Sign.Wants] = -0.25,
        [Sign.Scene] = -1.3,
        [Sign.OffTitle] = -0.8,
        [Sign.Company] = -0.8,
        [Sign.Leans] = -0.5,
        [Sign.Promises] = -0.35,
        [Sign.Quote] = -0.6,
        [Sign.Numbered] = -0.5,
        [Sign.Purpose] = -1.6,
        [Sign.Repeals] = -0.4,
        [Sign.Short] = -0.4,
        [Sign.Broken] = -0.6,
        [Sign.Announces] = -0.9,
    }), First: 76, Second: 64, Worth: 1.15, WorthByCharacter: 0.012, Sameness: 1.2, Loss: 0.4);

    private static double[] Of(Dictionary<Sign, double> weights) => [.. Enum.GetValues<Sign>().Select(s => weights.GetValueOrDefault(s))];
}

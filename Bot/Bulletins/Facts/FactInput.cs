namespace Bot.Bulletins.Facts;

/// <param name="Edition">
/// The day that the bulletin was printed or published on, in the source's own calendar: 昨日 and 5月30日 are counted from it.
/// Null where it is not known: such dates are then no facts.
/// </param>
internal sealed record FactInput(string? Title, IReadOnlyList<string> Paragraphs, DateOnly? Edition)
{
    public string? Subtitle { get; init; }

    /// <summary>Where and when it was written, as printed, where that was taken off the text: 本报青禾5月29日讯.</summary>
    public string? Dateline { get; init; }
}

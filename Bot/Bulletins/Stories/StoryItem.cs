namespace Bot.Bulletins.Stories;

/// <summary>A bulletin as the search for its story sees it.</summary>
/// <param name="Numbers">Document numbers that it carries, normalised (see <c>FactKind.Number</c>).</param>
/// <param name="SeenAt">When it was seen: what is older than the window is forgotten.</param>
internal sealed record StoryItem(long Id, string? Title, IReadOnlyList<string> Paragraphs, IReadOnlyList<string> Numbers, DateTimeOffset SeenAt);

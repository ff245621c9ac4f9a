namespace Bot.Summaries;

/// <summary>What a summary is made from. The title and subtitle only guide the choice: the summary's words come from the paragraphs.</summary>
internal sealed record SummaryInput(string? Title, string? Subtitle, IReadOnlyList<string> Paragraphs);

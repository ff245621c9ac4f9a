using Bot.Bulletins;

namespace Bot.Summaries;

/// <summary>What a summary is made from. The title and subtitle only guide the choice: the summary's words come from the paragraphs.</summary>
internal sealed record SummaryInput(string? Title, string? Subtitle, IReadOnlyList<string> Paragraphs)
{
    public static SummaryInput Of(BulletinRow bulletin) => new(bulletin.Title, bulletin.Subtitle, bulletin.Paragraphs);
}

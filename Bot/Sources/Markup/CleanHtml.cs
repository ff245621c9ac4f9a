namespace Bot.Sources.Markup;

/// <param name="Html">Only elements and attributes that cannot do harm, with absolute addresses; null where there is nothing to see.</param>
/// <param name="Paragraphs">The same as plain text.</param>
internal readonly record struct CleanHtml(string? Html, IReadOnlyList<string> Paragraphs);

using Bot.Deliveries;

namespace Bot.Conversation;

/// <summary>A message in the making.</summary>
internal sealed class Draft
{
    /// <summary>What a button's label begins with while the thing it stands for is chosen.</summary>
    public const string Tick = "✓ ";

    private readonly List<Paragraph> _paragraphs = [];
    private readonly List<IReadOnlyList<Button>> _rows = [];

    public Draft Bold(string text) => Line(new Span(text, SpanStyle.Bold));

    public Draft Text(string text)
    {
        foreach (var line in text.Split('\n'))
        {
            Line(new Span(line));
        }

        return this;
    }

    public Draft Gap() => Line(new Span(""));

    public Draft Line(params Span[] spans)
    {
        _paragraphs.Add(new Paragraph(spans));
        return this;
    }

    public Draft Row(params IEnumerable<Button> buttons)
    {
        Button[] row = [.. buttons];
        if (row.Length > 0)
        {
            _rows.Add(row);
        }

        return this;
    }

    /// <summary>Words from inside a sentence, as a button begins with them.</summary>
    public static string Capital(string words) => words.Length > 0 && char.IsAsciiLetterLower(words[0]) ? char.ToUpperInvariant(words[0]) + words[1..] : words;

    public Message Done() => new([.. _paragraphs], [.. _rows]);
}

namespace Bot.Summaries;

/// <summary>A sentence of the body, its end mark and closing quotes included.</summary>
/// <param name="Index">Its place in the body, from 0.</param>
/// <param name="InParagraph">Its place in its paragraph, from 0.</param>
/// <param name="Paragraph">The paragraph's place in the body, from 0.</param>
internal readonly record struct Sentence(int Index, int Paragraph, int InParagraph, string Text)
{
    /// <summary>Whether it stops with an end mark; a heading or a table's cell doesn't.</summary>
    public bool IsWhole => Text.AsSpan().TrimEnd(Marks.Closers).EndsWithAny(Marks.Ends);
}

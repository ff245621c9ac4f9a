namespace Bot.Sources.Pages.Layout;

/// <summary>One printed line of one column: never two columns, never half a line.</summary>
internal sealed record PageLine
{
    /// <summary>Folded (see <see cref="Text.CharacterFolding"/>) and trimmed; runs of spaces inside it are kept, they tell glued headlines apart.</summary>
    public required string Text { get; init; }

    /// <summary>
    /// Lines with the same number stand directly under one another. The number changes at a blank line, at the foot of a column,
    /// and wherever the layout jumps. Only a change means something, not the number itself.
    /// </summary>
    public int Block { get; init; }

    /// <summary>How far the line is set in from its column's left edge, in widths of a Chinese character; 0 where that is not known.</summary>
    public double Indent { get; init; }

    /// <summary>The sheet of a document of several sheets, from 0. Articles do not run from one sheet to the next.</summary>
    public int Sheet { get; init; }

    /// <summary>Where and how large it is printed; null for plain text.</summary>
    public LinePlace? Place { get; init; }

    /// <summary>Width in Chinese characters; Latin letters, digits and spaces count a half.</summary>
    public double Width
    {
        get => field == 0 ? field = Glyphs.Width(Text) : field;
        init;
    }
}

/// <summary>In points, from the sheet's upper left corner downwards.</summary>
/// <param name="Size">The size of most of the line's glyphs: what tells headlines from text.</param>
internal readonly record struct LinePlace(double Left, double Top, double Width, double Size)
{
    public double Right => Left + Width;

    public double Bottom => Top + Size;
}

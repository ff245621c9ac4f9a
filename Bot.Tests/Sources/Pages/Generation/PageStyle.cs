namespace Bot.Tests.Sources.Pages.Generation;

/// <summary>The faults that one page is laid out with. Shares are probabilities for each article, line or character.</summary>
internal sealed record PageStyle
{
    public int Articles { get; init; } = 6;

    public (double Least, double Most) Column { get; init; } = (16, 21);

    /// <summary>What stands before a paragraph: nothing (lost in extraction), or blanks.</summary>
    public string Indent { get; init; } = "";

    public double BlankAfterParagraph { get; init; } = 1;

    /// <summary>A blank line inside a paragraph, for each line.</summary>
    public double ColumnBreak { get; init; } = 0.07;

    /// <summary>Without any blank lines around headlines.</summary>
    public bool Crowded { get; init; }

    public HeadlinePlace Place { get; init; } = HeadlinePlace.Before;

    /// <summary>Two or more headlines on one line.</summary>
    public double Glued { get; init; }

    /// <summary>A headline broken into two or three lines.</summary>
    public double Broken { get; init; }

    public double Headless { get; init; }

    /// <summary>Headings put between the paragraphs of an article that has none.</summary>
    public double Sectioned { get; init; }

    /// <summary>Headlines whose article is not on the page.</summary>
    public int Bodiless { get; init; }

    public double Undated { get; init; }

    /// <summary>An article cut in mid-sentence, its rest behind the next article.</summary>
    public double Interleaved { get; init; }

    public bool Furniture { get; init; }

    public double Captions { get; init; }

    public bool Notices { get; init; }

    public bool Jumps { get; init; }

    public bool Table { get; init; }

    /// <summary>Lines with a space between all characters.</summary>
    public double Spaced { get; init; }

    public bool FullWidth { get; init; }

    /// <summary>Odd forms of a character, zero-width and private-use ones.</summary>
    public double Odd { get; init; }

    public bool Traditional { get; init; }

    /// <summary>English and Mongolian among the Chinese.</summary>
    public bool Foreign { get; init; }

    /// <summary>How many columns stand side by side on a line; 1 for the usual text.</summary>
    public int SideBySide { get; init; } = 1;

    /// <summary>Side by side, columns are padded by the number of characters instead of their width.</summary>
    public bool PaddedByCount { get; init; }

    public string Encoding { get; init; } = "utf-8";
}

internal enum HeadlinePlace
{
    Before,
    After,

    /// <summary>Each before, behind, or in another article's place.</summary>
    Anywhere,
    AllFirst,
    AllLast,
}

using System.Runtime.InteropServices;
using Bot.Sources.Pages.Layout;
using Bot.Sources.Pages.Signs;
using Bot.Sources.Pages.Text;

namespace Bot.Sources.Pages.Articles;

internal enum FragmentKind
{
    /// <summary>A paragraph or a piece of one.</summary>
    Body,

    /// <summary>Stands like a headline, a kicker, a subtitle or a section's heading.</summary>
    Headline,

    /// <summary>A by-line on its own line.</summary>
    Byline,

    /// <summary>A credit or a closing by-line on its own line.</summary>
    Tail,
    Caption,
    NoticeTitle,

    /// <summary>Issuer and date under a document.</summary>
    Signature,

    /// <summary>下转第4版, 上接第1版.</summary>
    Jump,
    Furniture,
}

/// <summary>Lines of one block that make one paragraph, a piece of one, or something that is none.</summary>
internal sealed class Fragment(IReadOnlyList<PageLine> lines, double columnWidth)
{
    private bool? _ends;
    private bool? _closes;

    public IReadOnlyList<PageLine> Lines { get; } = lines;

    /// <summary>0 where the column is not known.</summary>
    public double ColumnWidth { get; } = columnWidth;

    /// <summary>The column's width as the fragment's own lines show it; 0 where they are too few.</summary>
    public double OwnWidth { get; } = lines.Count < 3 ? 0 : lines.SkipLast(1).Max(l => l.Width);

    public FragmentKind Kind { get; set; } = FragmentKind.Body;

    /// <summary>The lines drawn together, layout spaces still in them.</summary>
    public string Text { get; } = JoinLines(lines, columnWidth);

    public ArticleHead? Head { get; set; }

    public ArticleTail? Tail { get; set; }

    public int Block => Lines[0].Block;

    public double Size => Lines[0].Place?.Size ?? 0;

    /// <summary>A sentence ends at its end.</summary>
    public bool Ends => _ends ??= Sentences.EndsParagraph(Text);

    /// <summary>Its last line is as wide as the column, so that its end may be only the line's end.</summary>
    public bool RunsOn { get; set; }

    /// <summary>Its last sentence goes on elsewhere.</summary>
    public bool IsOpen => RunsOn && !Ends && !Closes;

    private bool Closes => _closes ??= ArticleTail.Read(Text) is not null;

    public bool Indented { get; init; }

    /// <summary>Its first line is set in as a paragraph's first line is, or is shorter than its column by an indent that was lost.</summary>
    public bool OpensParagraph { get; init; }

    private static string JoinLines(IReadOnlyList<PageLine> lines, double columnWidth)
    {
        if (lines.Count == 1)
            return lines[0].Text;
        var text = new List<char>(lines.Sum(l => l.Text.Length + 1));
        for (var i = 0; i < lines.Count; i++)
        {
            if (i > 0 && LineJoin.NeedsSpace(CollectionsMarshal.AsSpan(text), lines[i].Text, lines[i - 1].Width < columnWidth))
                text.Add(' ');
            text.AddRange(lines[i].Text.AsSpan());
        }

        return new(CollectionsMarshal.AsSpan(text));
    }
}

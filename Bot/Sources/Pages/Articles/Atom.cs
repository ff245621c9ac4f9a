using Bot.Sources.Pages.Layout;
using Bot.Sources.Pages.Signs;

namespace Bot.Sources.Pages.Articles;

/// <summary>
/// The smallest piece of text that surely belongs to one article. Between two atoms there may be an article's boundary: there must be one
/// where the second <see cref="StartsArticle"/> or the first <see cref="EndsArticle"/>.
/// </summary>
internal sealed class Atom
{
    /// <summary>With layout spaces still in them.</summary>
    public List<string> Paragraphs { get; } = [];

    public List<string> Captions { get; } = [];

    public ArticleHead? Head { get; set; }

    public ArticleTail? Tail { get; set; }

    public bool StartsArticle { get; set; }

    public bool EndsArticle { get; set; }

    /// <summary>Its last sentence is cut off, and what follows on the page is not its rest.</summary>
    public bool Dangles { get; set; }

    /// <summary>It opens with the rest of the sentence that the atom before it is cut off in.</summary>
    public bool ContinuesSentence { get; set; }

    public bool IsNotice { get; set; }

    /// <summary>For a notice: what heads it. It is not assigned like other headlines.</summary>
    public string? NoticeTitle { get; set; }

    /// <summary>A headline group, or more than one, stands right before it.</summary>
    public bool AfterHeadline { get; set; }

    /// <summary>Its first line is set in, or short by an indent that was lost.</summary>
    public bool OpensParagraph { get; init; }

    /// <summary>Its first line is as wide as the column, as lines inside a paragraph are.</summary>
    public bool FillsFirstLine { get; init; }

    /// <summary>The column that it begins in; 0 where unknown.</summary>
    public double ColumnWidth { get; set; }

    /// <summary>The column that it ends in; 0 where unknown.</summary>
    public double LastColumnWidth { get; set; }

    public string? ContinuesOn { get; set; }

    public string? ContinuedFrom { get; set; }

    public int Sheet { get; init; }

    public LinePlace? Place { get; init; }

    /// <summary>For each atom, which stretch between headlines and sure beginnings it is of, from 0.</summary>
    public static IReadOnlyList<int> Runs(IReadOnlyList<Atom> atoms)
    {
        var runs = new int[atoms.Count];
        for (var i = 1; i < runs.Length; i++)
            runs[i] = runs[i - 1] + (atoms[i].StartsArticle || atoms[i].AfterHeadline || atoms[i - 1].EndsArticle ? 1 : 0);
        return runs;
    }

    public int Length => Paragraphs.Sum(p => p.Length);
}

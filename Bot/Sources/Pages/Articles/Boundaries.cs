using System.Text.RegularExpressions;
using Bot.Sources.Pages.Signs;

namespace Bot.Sources.Pages.Articles;

/// <summary>
/// What speaks for an article's end between two atoms, apart from whose the headlines are: shape, opening words, and whether what
/// follows speaks of the same things as what stands before, more than of what else is on the page.
/// </summary>
/// <remarks>
/// The numbers are those of a logistic regression over the places of some thousand laid-out pages (Samples/pages/development.txt and
/// held-out.txt, and the labelled bulletins), in which the gain of the assignment was one sign more; they are in its unit.
/// </remarks>
internal sealed partial class Boundaries
{
    /// <summary>Longer runs of text speak for an article no more than this.</summary>
    private const int LongRun = 160;

    private const int ShortRun = 50;

    private readonly IReadOnlyList<Atom> _atoms;
    private readonly IReadOnlyList<HeadlineGroup> _groups;
    private readonly IReadOnlyList<string> _texts;
    private readonly Vocabulary _words;
    private readonly HashSet<int>[] _pairs;
    private readonly bool[] _sure;
    private readonly (int First, int Last, HashSet<int> Pairs)[] _runs;

    /// <summary>How usual it is on this page that an article opens with dateline or by-line. 0 to 1.</summary>
    private readonly double _dated;

    /// <param name="sure">Where an article surely begins, or surely goes on.</param>
    public Boundaries(IReadOnlyList<Atom> atoms, IReadOnlyList<HeadlineGroup> groups, IReadOnlyList<string> texts, Vocabulary words, bool[] sure)
    {
        (_atoms, _groups, _texts, _words, _sure) = (atoms, groups, texts, words, sure);
        _pairs = [.. texts.Select(t => Vocabulary.Pairs(t))];
        _runs = [.. Runs()];
        var starts = atoms.Count(a => a.StartsArticle);
        var undated = atoms.Count(a => a is { AfterHeadline: true, StartsArticle: false });
        _dated = (double)starts / Math.Max(1, starts + undated);
    }

    /// <summary>What only speaks of something that was spoken of before.</summary>
    [GeneratedRegex(@"^(?:该|此[前后次案外举]|其[中次]|[他她它]们?|这|那|同时|另外|此外|随后|接着|之后|会上|会后|会议|活动(?:中|现场|当天|期间)|仪式上|据[悉了介]|目前|下一步|接下来|截至|与此同时|经(?:查|审|过|调|核|鉴|法)|[^，。]{0,8}(?:经审理|审理后)认为|最终|对此|记者(?:了解|看到|采访|在)|同样|不仅|除此|针对|在(?:此|谈到)|“[^”]{0,60}[。！？，]”[^，。]{1,24}(?:说|表示|介绍|道)|[\u4E00-\u9FFF]{2,3}(?:还?(?:强调|表示|指出|要求|介绍|说|告诉)|说道)|(?:[一二三四五六七八九]|[1-9])[是、.．]|答[:：]|问[:：]|[^，。：]{1,6}方面[：，]|（[一二三四五六七八九]）|第[一二三四五六][，、])")]
    private static partial Regex Continuing { get; }

    /// <summary>Above 0 more speaks for an end before the atom than against it.</summary>
    public double Score(int i)
    {
        var (before, atom) = (_atoms[i - 1], _atoms[i]);
        if (before.Sheet != atom.Sheet)
            return 3;
        var first = StartOfRun(i - 1, untilHeadline: false);
        var near = StartOfRun(i - 1, untilHeadline: true);
        var last = i;
        while (last + 1 < _atoms.Count && !_sure[last + 1] && !_atoms[last + 1].AfterHeadline)
            last++;
        var score = -0.45;
        score += atom.AfterHeadline ? 4.82 : before.AfterHeadline ? -0.9 : 0;
        score += Openings.Strength(_texts[i]) switch { 2 => 4.14, 1 => 0.46, _ => 0 };
        score += Continuing.IsMatch(_texts[i]) ? -1.74 : 0;
        score += _texts[i].StartsWith('“') ? -0.71 : 0;
        score += _texts[i - 1].EndsWith('：') ? 0.18 : 0;
        score += before.IsNotice != atom.IsNotice ? 0.94 : 0;
        if (atom.ColumnWidth > 0 && before.LastColumnWidth > 0)
            score += Math.Abs(atom.ColumnWidth - before.LastColumnWidth) >= 1.9 ? 5.54 : -1.44;
        return score + OfLengths(first, near, i, last) + OfWords(first, near, i, last) + OfHeading(first, i, last);
    }

    private double OfLengths(int first, int near, int i, int last)
    {
        var (all, behind, ahead) = (LengthOf(first, i - 1), LengthOf(near, i - 1), LengthOf(i, last));
        return (3.5 * Grown(ahead)) + (1.43 * Grown(behind)) + (2.6 * Grown(all))
            + (ahead < ShortRun ? 3.31 : 0) + (behind < ShortRun ? -2.09 : 0);
    }

    private static double Grown(int length) => Math.Log(Math.Min(length, LongRun) + 20.0) - 5;

    /// <summary>Likeness to what stands before speaks against an end, unless it is as like to the rest of the page.</summary>
    private double OfWords(int first, int near, int i, int last)
    {
        var ahead = Union(i, last);
        double others = 0, most = 0;
        var count = 0;
        foreach (var run in _runs.Where(r => r.Last < i || r.First > i))
        {
            var like = _words.Likeness(run.Pairs, ahead);
            (others, most, count) = (others + like, Math.Max(most, like), count + 1);
        }

        return (-3.27 * Strong(_words.Likeness(Union(first, i - 1), ahead))) - (4.95 * Strong(_words.Likeness(Union(near, i - 1), ahead)))
            + (2.84 * Strong(count == 0 ? 0.05 : others / count)) - (0.24 * Strong(most));
    }

    private static double Strong(double likeness) => 10 * Math.Min(likeness, 0.4);

    /// <summary>Whether what stands over the atom looks like a section's heading: short, single, and like others of the same run.</summary>
    private double OfHeading(int first, int i, int last)
    {
        var here = _groups.Where(g => g.Gap == i && !g.Inside).ToList();
        var score = _atoms[i].AfterHeadline ? -0.28 * _dated : 0;
        if (here is not [{ Parts: [var heading] }])
            return score + (here.Exists(g => g.Parts.Count > 1) ? -1.43 : 0);
        var (twins, numberedTwins, alike) = (0, 0, false);
        foreach (var twin in _groups.Where(g => g.Gap != i && !g.Inside && g.Parts is [_] && SameRun(g.Gap, i)).Select(g => g.Parts[0]))
        {
            twins++;
            numberedTwins += IsNumbered(twin) ? 1 : 0;
            alike |= Math.Abs(twin.Width - heading.Width) <= 1.1 && IsNumbered(twin) == IsNumbered(heading);
        }

        var numbered = IsNumbered(heading);
        var pairs = Vocabulary.Pairs(heading.Text);
        score += heading.Width <= 9 ? -2.34 : heading.Width <= 13 ? 1.45 : 0;
        score += twins > 0 ? 0.93 - (4.41 * _dated) : 0;
        score += alike ? -5.31 : 0;
        score += numbered || SectionNames.Is(heading.Text) ? -1.56 : 0;
        score += !numbered && numberedTwins > 1 ? 1.05 : 0;
        return score - (0.16 * _words.Shared(pairs, i, last)) + (0.23 * _words.Shared(pairs, first, i - 1));
    }

    private static bool IsNumbered(HeadlinePart part) =>
        part.Text is [var digit, '、', ..] && "一二三四五六七八九".Contains(digit, StringComparison.Ordinal);

    private int StartOfRun(int from, bool untilHeadline)
    {
        while (from > 0 && !_sure[from] && !(untilHeadline && _atoms[from].AfterHeadline))
            from--;
        return from;
    }

    private IEnumerable<(int First, int Last, HashSet<int> Pairs)> Runs()
    {
        for (var first = 0; first < _atoms.Count;)
        {
            var last = first;
            while (last + 1 < _atoms.Count && !_sure[last + 1])
                last++;
            yield return (first, last, Union(first, last));
            first = last + 1;
        }
    }

    private HashSet<int> Union(int first, int last)
    {
        if (first == last)
            return _pairs[first];
        var all = new HashSet<int>();
        for (var i = first; i <= last; i++)
            all.UnionWith(_pairs[i]);
        return all;
    }

    private int LengthOf(int first, int last)
    {
        var length = 0;
        for (var i = first; i <= last; i++)
            length += _texts[i].Length;
        return length;
    }

    /// <summary>No article surely begins between the two places, nor at the later one.</summary>
    private bool SameRun(int one, int other)
    {
        for (var i = Math.Min(one, other); i <= Math.Max(one, other); i++)
        {
            if (i >= _atoms.Count || i == 0 || _atoms[i].StartsArticle || _atoms[i - 1].EndsArticle)
                return false;
        }

        return true;
    }
}

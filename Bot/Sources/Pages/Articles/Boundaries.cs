using System.Text.RegularExpressions;
using Bot.Sources.Pages.Signs;

namespace Bot.Sources.Pages.Articles;

/// <summary>
/// What speaks for an article's end between two atoms, apart from headlines' words: shape, opening words, and whether what follows
/// speaks of the same things as what stands before, more than of what else is on the page.
/// </summary>
internal sealed partial class Boundaries
{
    private readonly IReadOnlyList<Atom> _atoms;
    private readonly IReadOnlyList<HeadlineGroup> _groups;
    private readonly List<string> _texts;
    private readonly Vocabulary _words;
    private readonly HashSet<int>[] _pairs;
    private readonly bool[] _fixed;

    /// <summary>How usual it is on this page that an article opens with dateline or by-line. 0 to 1.</summary>
    private readonly double _dated;

    /// <summary>What only speaks of something that was spoken of before.</summary>
    [GeneratedRegex(@"^(?:该|此[前后次案外举]|其[中次]|[他她它]们?|这|那|同时|另外|此外|随后|接着|之后|会上|会后|会议|活动(?:中|现场|当天|期间)|仪式上|据[悉了介]|目前|下一步|接下来|截至|与此同时|经(?:查|审|过|调|核|鉴|法)|[^，。]{0,8}(?:经审理|审理后)认为|最终|对此|记者(?:了解|看到|采访|在)|同样|不仅|除此|针对|在(?:此|谈到)|“[^”]{0,60}[。！？，]”[^，。]{1,24}(?:说|表示|介绍|道)|[\u4E00-\u9FFF]{2,3}(?:还?(?:强调|表示|指出|要求|介绍|说|告诉)|说道)|(?:[一二三四五六七八九]|[1-9])[是、.．]|答[:：]|问[:：]|[^，。：]{1,6}方面[：，]|（[一二三四五六七八九]）|第[一二三四五六][，、])")]
    private static partial Regex Continuing { get; }

    public Boundaries(IReadOnlyList<Atom> atoms, IReadOnlyList<HeadlineGroup> groups, List<string> texts, Vocabulary words, bool[] sure)
    {
        (_atoms, _groups, _texts, _words, _fixed) = (atoms, groups, texts, words, sure);
        _pairs = [.. texts.Select(t => Vocabulary.Pairs(t))];
        var starts = atoms.Count(a => a.StartsArticle);
        var undated = atoms.Count(a => a is { AfterHeadline: true, StartsArticle: false });
        _dated = (double)starts / Math.Max(1, starts + undated);
    }

    public double Score(int i)
    {
        if (_atoms[i - 1].Sheet != _atoms[i].Sheet)
            return 3;
        double score = 0;
        var features = Features(i);
        for (var f = 0; f < features.Length; f++)
            score += _weights[f] * features[f];
        return score;
    }

    private static readonly double[] _weights = [-0.50, 4.89, 0.50, 4.20, 5.61, -1.43, -3.31, -5.03, 2.99, -0.26, -1.72, -2.38, 1.47, 0.96, -5.37, -4.51, -0.14, 3.39, -2.11, 3.56, 1.44, -0.72, 0.95, 0.00, -0.90, -0.16, 0.22, -1.42, -1.57, 1.06, 2.60, 0.20];
    public double[] Features(int i)
    {
        var (before, atom) = (_atoms[i - 1], _atoms[i]);
        var first = i - 1;
        while (first > 0 && !_fixed[first])
            first--;
        var near = i - 1;
        while (near > first && !_atoms[near].AfterHeadline)
            near--;
        var last = i;
        while (last + 1 < _atoms.Count && !_fixed[last + 1] && !_atoms[last + 1].AfterHeadline)
            last++;
        var right = Union(i, last);
        var left = Union(first, i - 1);
        var close = Union(near, i - 1);
        var own = _words.Likeness(left, right);
        var ownClose = _words.Likeness(close, right);
        double others = 0, most = 0;
        var count = 0;
        for (var s = 0; s < _atoms.Count; s++)
        {
            if (s != 0 && !_fixed[s])
                continue;
            var e = s;
            while (e + 1 < _atoms.Count && !_fixed[e + 1])
                e++;
            if (s <= i && e >= i)
                continue;
            var like = _words.Likeness(Union(s, e), right);
            others += like;
            most = Math.Max(most, like);
            count++;
        }

        var other = count == 0 ? 0.05 : others / count;
        var heading = _groups.Where(g => g.Gap == i && !g.Inside).ToList();
        var single = heading is [{ Parts: [_] }];
        var width = single ? heading[0].Parts[0].Width : 99;
        int twins = 0, alike = 0, numberedTwins = 0;
        var numbered = Numbered(heading);
        if (single)
        {
            foreach (var group in _groups.Where(g => g.Gap != i && !g.Inside && g.Parts is [_] && SameRun(g.Gap, i)))
            {
                twins++;
                numberedTwins += Numbered([group]) ? 1 : 0;
                alike += Math.Abs(group.Parts[0].Width - width) <= 1.1 && Numbered([group]) == numbered ? 1 : 0;
            }
        }

        var head = single ? Vocabulary.Pairs(heading[0].Parts[0].Text) : [];
        var ahead = LengthOf(i, last);
        var behind = LengthOf(near, i - 1);
        var opening = Openings.Strength(_texts[i]);
        var known = atom.ColumnWidth > 0 && before.LastColumnWidth > 0;
        var differs = known && Math.Abs(atom.ColumnWidth - before.LastColumnWidth) >= 1.9;
        return
        [
            1,
            atom.AfterHeadline ? 1 : 0,
            opening == 1 ? 1 : 0,
            opening == 2 ? 1 : 0,
            differs ? 1 : 0,
            known && !differs ? 1 : 0,
            Math.Min(own, 0.4) * 10,
            Math.Min(ownClose, 0.4) * 10,
            Math.Min(other, 0.4) * 10,
            Math.Min(most, 0.4) * 10,
            Continuing.IsMatch(_texts[i]) ? 1 : 0,
            single && width <= 9 ? 1 : 0,
            single && width is > 9 and <= 13 ? 1 : 0,
            twins > 0 ? 1 : 0,
            alike > 0 ? 1 : 0,
            twins > 0 ? _dated : 0,
            atom.AfterHeadline ? _dated : 0,
            ahead < 50 ? 1 : 0,
            behind < 50 ? 1 : 0,
            Math.Log(Math.Min(ahead, 160) + 20.0) - 5,
            Math.Log(Math.Min(behind, 160) + 20.0) - 5,
            _texts[i].StartsWith('“') ? 1 : 0,
            before.IsNotice != atom.IsNotice ? 1 : 0,
            before.IsNotice && atom.IsNotice ? 1 : 0,
            !atom.AfterHeadline && before.AfterHeadline ? 1 : 0,
            single ? _words.Shared(head, i, last) : 0,
            single ? _words.Shared(head, first, i - 1) : 0,
            heading.Any(g => g.Parts.Count > 1) ? 1 : 0,
            numbered || (single && SectionNames.Is(heading[0].Parts[0].Text)) ? 1 : 0,
            !numbered && numberedTwins > 1 ? 1 : 0,
            Math.Log(Math.Min(LengthOf(first, i - 1), 160) + 20.0) - 5,
            _texts[i - 1].EndsWith('：') ? 1 : 0,
        ];
    }

    private static bool Numbered(List<HeadlineGroup> heading) => heading is [{ Parts: [var part, ..] }] && part.Text.Length > 1 && "一二三四五六七八九".Contains(part.Text[0]) && part.Text[1] == '、';

    private HashSet<int> Union(int from, int to)
    {
        if (from == to)
            return _pairs[from];
        var all = new HashSet<int>();
        for (var i = from; i <= to; i++)
            all.UnionWith(_pairs[i]);
        return all;
    }

    private int LengthOf(int from, int to)
    {
        var length = 0;
        for (var i = from; i <= to; i++)
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

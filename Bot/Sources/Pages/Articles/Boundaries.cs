using System.Text.RegularExpressions;
using Bot.Sources.Pages.Signs;

namespace Bot.Sources.Pages.Articles;

/// <summary>
/// What speaks for an article's end between two atoms, apart from whose the headlines are: shape, opening words, and whether what
/// follows speaks of the same things as what stands before, more than of what else is on the page.
/// </summary>
internal sealed partial class Boundaries
{
    /// <summary>Longer runs of text speak for an article no more than this.</summary>
    private const int LongRun = 160;

    private const int ShortRun = 50;

    /// <summary>How much text on either side is compared, in characters.</summary>
    private const int Window = 420;

    private const int NearWindow = 130;

    /// <summary>How much of a paragraph is its opening, in characters.</summary>
    private const int Opening = 60;

    /// <summary>Where an article ends on another sheet than it began.</summary>
    private const double OtherSheet = 3;

    /// <summary>Where a headline that is larger than the text stands right before it.</summary>
    private const double LargeHeadline = 4;

    private readonly IReadOnlyList<Atom> _atoms;
    private readonly IReadOnlyList<HeadlineGroup> _groups;
    private readonly IReadOnlyList<string> _texts;
    private readonly Vocabulary _words;
    private readonly bool[] _sure;
    private readonly HeadlineLeads _headlines;
    private readonly List<(int First, int Last, PairSet Pairs)> _runs;

    /// <summary>How usual it is on this page that an article opens with dateline or by-line. 0 to 1.</summary>
    private readonly double _dated;

    /// <summary>How many more headline groups there are than places where an article surely begins.</summary>
    private readonly double _surplus;

    /// <param name="sure">Where an article surely begins, or surely goes on.</param>
    public Boundaries(IReadOnlyList<Atom> atoms, IReadOnlyList<HeadlineGroup> groups, IReadOnlyList<string> texts, Vocabulary words, bool[] sure)
    {
        (_atoms, _groups, _texts, _words, _sure) = (atoms, groups, texts, words, sure);
        _headlines = new(groups, words);
        _runs = [.. Runs()];
        var starts = atoms.Count(a => a.StartsArticle);
        var undated = atoms.Count(a => a is { AfterHeadline: true, StartsArticle: false });
        _dated = (double)starts / Math.Max(1, starts + undated);
        _surplus = Math.Clamp(groups.Where(g => !g.Inside && g.Gap is var gap && (gap == 0 || gap == atoms.Count || sure[gap])).Sum(g => (g.Parts.Count + 1) / 2) - _runs.Count, -3, 5);
    }

    /// <summary>What only speaks of something that was spoken of before.</summary>
    [GeneratedRegex(@"^(?:该|此[前后次案外举]|其[中次]|[他她它]们?|这|那|同时|另外|此外|随后|接着|之后|会上|会后|会议|活动(?:中|现场|当天|期间)|仪式上|据[悉了介]|目前|下一步|接下来|截至|与此同时|经(?:查|审|过|调|核|鉴|法)|[^，。]{0,8}(?:经审理|审理后)认为|最终|对此|记者(?:了解|看到|采访|在)|同样|不仅|除此|针对|在(?:此|谈到)|“[^”]{0,60}[。！？，]”[^，。]{1,24}(?:说|表示|介绍|道)|[\u4E00-\u9FFF]{2,3}(?:还?(?:强调|表示|指出|要求|介绍|说|告诉)|说道)|(?:[一二三四五六七八九]|[1-9])[是、.．]|答[:：]|问[:：]|[^，。：]{1,6}方面[：，]|（[一二三四五六七八九]）|第[一二三四五六][，、])")]
    private static partial Regex Continuing { get; }

    /// <summary>How a report's last paragraph likes to begin.</summary>
    [GeneratedRegex(@"^(?:下一步|接下来|目前|截至|据[悉了介]|今后|未来|如今|最后|[^，。]{2,14}(?:提醒|呼吁|建议)|[^，。]{2,10}(?:表示|介绍|说)，(?:下一步|今后|接下来|将))|(?:依法惩处|正在进一步|进一步(?:侦办|审理|调查|办理)中?|好评|赞誉|保障|力量|贡献|新篇章|作准)。$")]
    private static partial Regex Closing { get; }

    /// <summary>A person, a day or a place as one speaks of them for the first time.</summary>
    [GeneratedRegex(@"^[^。！？]{0,34}?(?:\d{1,2}月\d{1,2}日|(?:19|20)\d\d年|[\u4E00-\u9FFF]{1,3}(?:市|县|区|旗|州)(?:[\u4E00-\u9FFF]{2,12}(?:局|院|委|所|队|校|乡|镇|街道|中心|公司))|(?:市民|居民|村民|男子|女子|老板|职工|学生|老人|司机|家住|今年\d+岁|\d+岁的?)[\u4E00-\u9FFF]{0,3}(?:某|先生|女士|大爷|大妈|阿姨|师傅)?)")]
    private static partial Regex Introducing { get; }

    /// <summary>An item of a list, but for the first.</summary>
    [GeneratedRegex(@"^(?:[二三四五六七八九十][、是]|[2-9][.．、]|[●■◆▲★◎○·②-⑳]|（[二三四五六七八九十]）|[^，。：；]{2,10}[：:]|(?:第[二三四五六七八九]|其[次三])[，、])|[；：]$")]
    private static partial Regex ListItem { get; }

    /// <summary>Above 0 more speaks for an end before the atom than against it.</summary>
    public double Score(int i)
    {
        if (_atoms[i - 1].Sheet != _atoms[i].Sheet)
            return OtherSheet;
        var features = Features(i);
        var score = BoundaryTrees.Score(features);
        // Where sizes are known, what is printed larger than the text is no section's heading.
        if (_groups.Any(g => !g.Inside && g.Gap == i && g.Parts.Any(p => p.Size >= 1.25 * (_atoms[i].Place?.Size ?? double.PositiveInfinity))))
            score += LargeHeadline;
        for (var f = 0; f < features.Length; f++)
            score += features[f] * BoundaryWeights.Learned[f];
        return score;
    }

    /// <summary>In the order of <see cref="BoundaryWeights.Names"/>.</summary>
    public double[] Features(int i)
    {
        var (before, atom) = (_atoms[i - 1], _atoms[i]);
        var first = StartOfRun(i - 1, untilHeadline: false);
        var near = StartOfRun(i - 1, untilHeadline: true);
        var last = i;
        while (last + 1 < _atoms.Count && !_sure[last + 1] && !_atoms[last + 1].AfterHeadline)
            last++;
        var (all, behind, ahead) = (LengthOf(first, i - 1), LengthOf(near, i - 1), LengthOf(i, last));
        var widths = atom.ColumnWidth > 0 && before.LastColumnWidth > 0 ? Math.Abs(atom.ColumnWidth - before.LastColumnWidth) : -1;
        var strength = Openings.Strength(_texts[i]);
        var continues = Continuing.IsMatch(_texts[i]);
        var introduces = !continues && Introducing.IsMatch(_texts[i]);
        var headless = !atom.AfterHeadline;
        double[] shape =
        [
            1,
            On(atom.AfterHeadline),
            On(before.AfterHeadline && headless),
            On(strength == 2),
            On(strength == 1),
            On(continues),
            On(introduces),
            On(introduces && headless),
            On(_texts[i].StartsWith('“')),
            On(_texts[i - 1].EndsWith('：')),
            On(ListItem.IsMatch(_texts[i]) || _texts[i - 1].EndsWith('；')),
            On(Closing.IsMatch(LastParagraph(_texts[i - 1]))),
            On(atom.OpensParagraph && headless),
            On(atom.FillsFirstLine && headless),
            On(before.IsNotice != atom.IsNotice),
            On(widths >= 1.9),
            On(widths is >= 0 and < 1.9),
            On(headless) * _dated,
            On(headless) * _surplus,
            On(!headless) * _dated,
            Grown(ahead),
            Grown(behind),
            Grown(all),
            On(headless) * Grown(ahead),
            On(headless) * Grown(behind),
            On(ahead < ShortRun),
            On(behind < ShortRun),
        ];
        return [.. shape, .. OfWording(i), .. OfWords(near, i, last, headless), .. OfHeading(first, i, last), .. _headlines.Of(i, near)];
    }

    private static double On(bool sign) => sign ? 1 : 0;

    private static double Grown(int length) => Math.Log(Math.Min(length, LongRun) + 20.0) - 5;

    /// <summary>Likeness to what stands before speaks against an end, unless it is as like to the rest of the page.</summary>
    private double[] OfWords(int near, int i, int last, bool headless)
    {
        var ahead = Ahead(i, last, Window);
        var behind = Behind(i - 1, near, Window);
        var farBehind = Behind(i - 1, StartOfRun(i - 1, untilHeadline: false), Window);
        double others = 0, most = 0;
        var count = 0;
        foreach (var run in _runs)
        {
            if (run.Last >= i && run.First <= i)
                continue;
            var like = _words.Likeness(run.Pairs, ahead);
            (others, most, count) = (others + like, Math.Max(most, like), count + 1);
        }

        var opening = _words.Pairs(_texts[i].AsSpan(0, Math.Min(Opening, _texts[i].Length)));
        var closing = _words.Pairs(_texts[i - 1].AsSpan(Math.Max(0, _texts[i - 1].Length - (2 * Opening))));
        var near2 = _words.Likeness(Behind(i - 1, near, NearWindow), Ahead(i, last, NearWindow));
        var like2 = Strong(_words.Likeness(behind, ahead));
        return
        [
            like2,
            On(headless) * like2,
            Strong(_words.Likeness(farBehind, ahead)),
            Strong(near2),
            Strong(count == 0 ? 0.05 : others / count),
            Strong(most),
            _words.Share(opening, behind),
            i < last ? _words.Share(opening, _words.OfAtoms(i + 1, Math.Min(last, i + 3)), behind) : 0,
            _words.Share(closing, ahead),
            .. OfThreads(near, i, last),
        ];
    }

    private static double Strong(double likeness) => 10 * Math.Min(likeness, 0.4);

    private PairSet Ahead(int i, int last, int window)
    {
        var to = i;
        for (var length = _texts[i].Length; to < last && length < window; length += _texts[to].Length)
            to++;
        return _words.OfAtoms(i, to);
    }

    private PairSet Behind(int i, int first, int window)
    {
        var from = i;
        for (var length = _texts[i].Length; from > first && length < window; length += _texts[from].Length)
            from--;
        return _words.OfAtoms(from, i);
    }

    private static string LastParagraph(string text) => text[(text.LastIndexOf('\n') + 1)..];

    private int StartOfRun(int from, bool untilHeadline)
    {
        while (from > 0 && !_sure[from] && !(untilHeadline && _atoms[from].AfterHeadline))
            from--;
        return from;
    }

    private IEnumerable<(int First, int Last, PairSet Pairs)> Runs()
    {
        for (var first = 0; first < _atoms.Count;)
        {
            var last = first;
            while (last + 1 < _atoms.Count && !_sure[last + 1])
                last++;
            yield return (first, last, _words.OfAtoms(first, last));
            first = last + 1;
        }
    }

    private int LengthOf(int first, int last)
    {
        var length = 0;
        for (var i = first; i <= last; i++)
            length += _texts[i].Length;
        return length;
    }
}

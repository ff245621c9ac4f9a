using System.Text.RegularExpressions;
using Bot.Sources.Pages.Text;

namespace Bot.Sources.Pages.Articles;

/// <summary>How a piece of a headline belongs to the piece before it.</summary>
internal enum Link
{
    /// <summary>Not at all: another headline begins.</summary>
    Cut,

    /// <summary>Both are of one title, or of one subtitle.</summary>
    Join,

    /// <summary>The subtitle begins.</summary>
    Sub,

    /// <summary>What came before was the kicker.</summary>
    Kick,
}

/// <summary>A headline as one reading of its group has it.</summary>
internal sealed record HeadlineCandidate(HeadlineGroup Group, int GroupIndex, int From, int To, Link[] Links)
{
    /// <summary>How many headlines come before it, and after it, in the same place between two texts.</summary>
    public int Before { get; init; }

    public int After { get; init; }
}

/// <summary>The readings of a headline group: which are possible, how likely each is by its looks alone, and what each says.</summary>
internal static partial class HeadlineLinks
{
    /// <summary>What columns and series are called.</summary>
    [GeneratedRegex(@"(?:系列报道|访谈|进行时|在身边|的[一二三四五六七八九十]+年|巡礼|专栏|专题|聚焦|关注|特别报道|特别策划|纪实|一线|调查|观察|侧记|风采|在行动|走笔|之[一二三四五六七八九十]+|[①-⑳]|[（(][一二三四五六七八九十]+[）)])$|^[^，：]{0,4}(?:时评|短评|快评|评论|说法|释法|对话|人物|观点|案例|特写|故事|问答|视点|言论|新闻|简讯|速览|动态|提示|讲堂|课堂|声音)$|^[^，：？！]{0,6}(?:小小说|小说|散文|随笔|杂谈|漫笔|漫谈|来论|社论|评论|论坛|时论|锐评|热评|信箱|热线|回音壁|曝光台|摘登|提要|摘要|警示|提示|手记|札记|通讯|献词|倾听|视窗|之窗|服务窗|新语|书里书外|聚焦|直击|关切|速递|百科|快讯|解读|探访|广角|纵横|瞭望|副刊|夜话|茶座|物语|故事会)(?:·.{2,12})?$|^【[^】]+】$|^(?:聚焦|关注|学习贯彻|新春走基层|贯彻落实)[^，]{2,16}$")]
    private static partial Regex KickerWords { get; }

    /// <summary>How subtitles of reports speak.</summary>
    [GeneratedRegex(@"^(?:记[^者]|追忆|访|探访|来自)|(?:[工转改奋成蜕变日手札游]\w?记|[纪侧小散追略]记|见闻|纪实|侧记|综述|探索|掠影|速写|印象|访谈录|的背后|扫描|素描|剪影|启示录|之路|始末|回眸|纪行|实录)$")]
    private static partial Regex SubtitleWords { get; }

    /// <summary>Who does or has done something, told as a whole clause: kickers and subtitles are like that more than titles.</summary>
    [GeneratedRegex(@"^[^，。！？“]{0,12}?(?:省|市|县|区|旗|镇|乡|村|街道|法院|检察院|检察机关|警方|公安|局|厅|委|部门|公司|学校|大学|中心|协会|研究所|海关|银行)[^，！？]{2,26}$")]
    private static partial Regex Clause { get; }

    [GeneratedRegex(@"(?:强调|指出|要求|表示|提醒|倡议|印发意见|出台|发布|公布|召开|举行|举办|开展|启动|推进|推动|加强|建立|实施|打造|培育)")]
    private static partial Regex Verb { get; }

    /// <summary>The reading of the gap before part <paramref name="i"/>, by the looks of the pieces; greater is likelier.</summary>
    public static double Prior(HeadlineGroup group, int i, Link link, Vocabulary vocabulary)
    {
        var (before, part) = (group.Parts[i - 1], group.Parts[i]);
        if (before.Size > 0 && part.Size > 0 && Math.Abs(before.Size - part.Size) > 0.08 * Math.Max(before.Size, part.Size))
            return BySize(before, part, link);
        if (before.Text.EndsWith('—') && part.Apart == Apart.Line)
            return link == Link.Kick ? 1 : -3;
        if (part.Text.StartsWith('—') || part.Text.StartsWith("--", StringComparison.Ordinal))
            return link == Link.Sub ? 1 : -3;
        if (part.Apart == Apart.Gap)
            return ByGap(before, part, link);
        if (part.Apart == Apart.Line && Math.Abs(before.Width - part.Width) <= 0.1 && before.Width is >= 4 and <= 15 && !KickerWords.IsMatch(before.Text) && !SubtitleWords.IsMatch(part.Text))
        {
            // Two lines of just one length are two halves; but a short line over the two halves of a longer one is a kicker as well.
            var overTwo = before.Apart != Apart.Gap && LineWidth(group, i) > LineWidth(group, i - 1) + 1.1;
            return link switch { Link.Join => overTwo ? 0 : 0.2, Link.Kick => overTwo ? 0 : -1.2, Link.Cut => -1.6, _ => -1.2 };
        }

        var signs = Features(group, i, vocabulary);
        var weights = LinkWeights.Learned[(int)link];
        double score = 0;
        for (var f = 0; f < signs.Length; f++)
            score += signs[f] * weights[f];
        return score;
    }

    /// <summary>What the gap before part <paramref name="i"/> looks like, in the order of <see cref="LinkWeights.Names"/>.</summary>
    public static double[] Features(HeadlineGroup group, int i, Vocabulary vocabulary)
    {
        var (before, part) = (group.Parts[i - 1], group.Parts[i]);
        var (above, below) = (LineWidth(group, i - 1), LineWidth(group, i));
        var doubleBefore = before.Apart == Apart.Gap;
        var doubleAfter = i + 1 < group.Parts.Count && group.Parts[i + 1].Apart == Apart.Gap;
        var line = part.Apart == Apart.Line;
        var balanced = Math.Abs(before.Width - part.Width) <= 1.1 && before.Width <= 15;
        var open = Brackets.Unclosed(before.Text) > 0 && Brackets.Unclosed(part.Text) < 0;
        var firstOfBlock = before.Apart is Apart.First or Apart.Block;
        var lastOfBlock = i + 1 == group.Parts.Count || group.Parts[i + 1].Apart == Apart.Block;
        return
        [
            1,
            On(part.Apart == Apart.Gap),
            On(part.Apart == Apart.Gap && part.GapWidth >= 3),
            On(part.Apart == Apart.Block),
            On(balanced),
            On(balanced && line),
            On(Math.Abs(before.Width - part.Width) <= 2.1 && before.Width <= 15),
            On(line && above > below + 2.1),
            On(line && below > above + 2.1),
            On(line && Math.Abs(above - below) <= 1.1),
            On(above <= 7),
            On(above is > 7 and <= 10),
            On(above > 16),
            On(below <= 5),
            On(below <= 9),
            On(below > 16),
            On(before.Text.EndsWith('—') || before.Text.EndsWith('-')),
            On(before.Text.EndsWith('：') || before.Text.EndsWith('…')),
            On(part.Text.StartsWith('—') || part.Text.StartsWith("--", StringComparison.Ordinal)),
            On(open),
            On(KickerWords.IsMatch(before.Text)),
            On(KickerWords.IsMatch(part.Text)),
            On(SubtitleWords.IsMatch(part.Text) && part.Width >= 8),
            On(IsAttested(before, part, vocabulary)),
            On(line && IsAttested(before, part, vocabulary)),
            On(doubleBefore),
            On(doubleAfter),
            On(doubleBefore && line && !doubleAfter),
            On(doubleAfter && line && !doubleBefore),
            On(firstOfBlock),
            On(lastOfBlock),
            On(firstOfBlock && lastOfBlock),
            On(i > 1),
            On(i + 1 < group.Parts.Count),
            On(Clause.IsMatch(before.Text)),
            On(Clause.IsMatch(part.Text)),
            On(Verb.IsMatch(before.Text)),
            On(Verb.IsMatch(part.Text)),
            On(before.Text.AsSpan().IndexOfAny("，！？“") >= 0),
            On(part.Text.AsSpan().IndexOfAny("，！？“") >= 0),
            On(part.Text[^1] is '？' or '！' or '?' or '!'),
            On(before.Text[^1] is '？' or '！' or '?' or '!'),
            On("的和与在对为将把被让是、，“《（及从向".Contains(before.Text[^1], StringComparison.Ordinal)),
            On("的和与了者性化、，”》）".Contains(part.Text[0], StringComparison.Ordinal)),
            On(before.Text.Contains('·', StringComparison.Ordinal)),
            On(before.Text.Any(char.IsAsciiDigit)),
            On(part.Text.Any(char.IsAsciiDigit)),
            On(above <= 3),
            On(above <= 5),
            On(above <= 5 && below >= above + 4 && firstOfBlock),
            On(above > below + 6),
            On(below > above + 6),
            On(balanced && line && doubleAfter && !doubleBefore),
            On(balanced && line && IsAttested(before, part, vocabulary)),
            On(part.Text.StartsWith('记') || part.Text.StartsWith('访') || part.Text.StartsWith("对话", StringComparison.Ordinal) || part.Text.StartsWith('读')),
            On(balanced && line && group.Parts.Count == 2),
            On(line && group.Parts.Count == 2 && !balanced),
            On(part.Text[0] is '《' or '（'),
        ];
    }

    private static double On(bool sign) => sign ? 1 : 0;

    /// <summary>The whole line that a piece stands on.</summary>
    private static double LineWidth(HeadlineGroup group, int part)
    {
        var (first, last) = (part, part);
        while (first > 0 && group.Parts[first].Apart == Apart.Gap)
            first--;
        while (last + 1 < group.Parts.Count && group.Parts[last + 1].Apart == Apart.Gap)
            last++;
        double width = 0;
        for (var i = first; i <= last; i++)
            width += group.Parts[i].Width + (i > first ? group.Parts[i].GapWidth / 2.0 : 0);
        return width;
    }

    /// <summary>Whether the readings of a group's gaps go together: a kicker comes first, and nothing but another headline after a subtitle.</summary>
    public static bool AreValid(ReadOnlySpan<Link> links)
    {
        var (titled, sub) = (false, false);
        foreach (var link in links)
        {
            switch (link)
            {
                case Link.Cut:
                    (titled, sub) = (false, false);
                    break;
                case Link.Kick when titled || sub:
                    return false;
                case Link.Kick:
                    titled = true;
                    break;
                case Link.Sub when sub:
                    return false;
                case Link.Sub:
                    sub = true;
                    break;
                default:
                    break;
            }
        }

        return true;
    }

    public static List<HeadlineCandidate> Read(HeadlineGroup group, int index, Link[] links)
    {
        var candidates = new List<HeadlineCandidate>();
        var from = 0;
        for (var part = 1; part <= group.Parts.Count; part++)
        {
            if (part < group.Parts.Count && links[part - 1] != Link.Cut)
                continue;
            candidates.Add(new(group, index, from, part, links));
            from = part;
        }

        return candidates;
    }

    public static Headline Write(HeadlineCandidate candidate, Vocabulary vocabulary)
    {
        var parts = candidate.Group.Parts;
        string? kicker = null, subtitle = null;
        var text = Spacing.Unspaced(parts[candidate.From].Text);
        string? title = null;
        for (var i = candidate.From + 1; i < candidate.To; i++)
        {
            var next = Spacing.Unspaced(parts[i].Text);
            switch (candidate.Links[i - 1])
            {
                case Link.Kick:
                    (kicker, text) = (text, next);
                    break;
                case Link.Sub:
                    (title, text) = (text, next);
                    break;
                default:
                    text = NeedsSpace(parts[i - 1], parts[i], vocabulary) ? $"{text} {next}" : text + next;
                    break;
            }
        }

        if (title is null)
            title = text;
        else
            subtitle = text.TrimStart('—', '-', ' ');
        return new(title, kicker, subtitle);
    }

    /// <summary>Two phrases of a headline are set apart by a space; a phrase that only the line's end parted is drawn together.</summary>
    private static bool NeedsSpace(HeadlinePart before, HeadlinePart part, Vocabulary vocabulary) =>
        part.Apart == Apart.Gap || (IsBalanced(before, part) && !IsAttested(before, part, vocabulary) && !char.IsPunctuation(before.Text[^1]));

    private static bool IsBalanced(HeadlinePart before, HeadlinePart part) => before.Width <= 15 && Math.Abs(before.Width - part.Width) <= 1.1;

    /// <summary>The characters on either side of the gap stand side by side somewhere in the page's text.</summary>
    private static bool IsAttested(HeadlinePart before, HeadlinePart part, Vocabulary vocabulary) => vocabulary.Has(before.Text[^1], part.Text[0]);

    /// <summary>Two halves of one headline are about as long; a wide gap parts two headlines.</summary>
    private static double ByGap(HeadlinePart before, HeadlinePart part, Link link)
    {
        var balanced = Math.Abs(before.Width - part.Width) <= 2 && before.Width <= 15;
        return link switch
        {
            Link.Join => balanced ? 0.2 : part.Width <= 14 && before.Width <= 14 ? -0.2 : -0.6,
            Link.Cut => part.GapWidth >= 3 ? -0.3 : balanced ? -1.1 : -0.7,
            _ => -2,
        };
    }

    private static double BySize(HeadlinePart before, HeadlinePart part, Link link) => (before.Size > part.Size, link) switch
    {
        (true, Link.Sub) => 0.3,
        (false, Link.Kick) => 0.2,
        (_, Link.Cut) => part.Apart == Apart.Block ? 0 : -0.4,
        _ => -1.5,
    };
}

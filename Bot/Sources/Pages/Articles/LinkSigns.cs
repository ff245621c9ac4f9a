using System.Text.RegularExpressions;
using Bot.Sources.Pages.Text;

namespace Bot.Sources.Pages.Articles;

/// <summary>What two pieces of a headline that stand together look like: which is a kicker, a title, a subtitle, or another headline's.</summary>
internal static partial class LinkSigns
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

    /// <summary>An authority acts, and what about stands in the other piece.</summary>
    [GeneratedRegex(@"(?:印发|签署|发布|公布|批准|审议|通过|联合|致|会见|主持|出席|作出|部署|召开|举行|通报|批示|座谈会|会议|通知|意见|名单)[^，]{0,8}$|(?:强调|指出|要求|提醒|倡议|表示|建议)$")]
    private static partial Regex Act { get; }

    /// <summary>A time, or an occasion, and no more.</summary>
    [GeneratedRegex(@"^(?:今年|去年|前|上|本|近|\d{1,4}年|\d{1,2}月|二〇|“十)[^，]{0,9}(?:月|年|日|起|季度|期间|以来|半年)$")]
    private static partial Regex When { get; }

    public static bool IsKicker(string text) => KickerWords.IsMatch(text);

    public static bool IsSubtitle(string text) => SubtitleWords.IsMatch(text);

    /// <summary>What the gap before part <paramref name="i"/> looks like, in the order of <see cref="LinkWeights.Names"/>.</summary>
    public static double[] Of(HeadlineGroup group, int i, Vocabulary vocabulary)
    {
        var (before, part) = (group.Parts[i - 1], group.Parts[i]);
        var (above, below) = (LineWidth(group, i - 1), LineWidth(group, i));
        var doubleBefore = before.Apart == Apart.Gap;
        var doubleAfter = i + 1 < group.Parts.Count && group.Parts[i + 1].Apart == Apart.Gap;
        var line = part.Apart == Apart.Line;
        var balanced = Math.Abs(before.Width - part.Width) <= 1.1 && before.Width <= 15;
        var open = Brackets.Unclosed(before.Text) > 0 && Brackets.Unclosed(part.Text) < 0;
        var firstOfBlock = before.Apart is Apart.First or Apart.Block;
        var sameWidth = Math.Abs(before.Width - part.Width) <= 0.1 && before.Width is >= 4 and <= 15;
        var wider = Math.Clamp((above - below) / 10, -1.5, 1.5);
        var overOne = doubleBefore && line && !doubleAfter;
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
            On(IsKicker(before.Text)),
            On(IsKicker(part.Text)),
            On(IsSubtitle(part.Text) && part.Width >= 8),
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
            On(sameWidth && line),
            On(sameWidth && part.Apart == Apart.Gap),
            On(Act.IsMatch(before.Text)),
            On(When.IsMatch(before.Text)),
            On(line) * wider,
            On(line && group.Parts.Count == 2) * wider,
            On(overOne && Clause.IsMatch(part.Text)),
        ];
    }

    private static double On(bool sign) => sign ? 1 : 0;

    /// <summary>The whole line that a piece stands on.</summary>
    public static double LineWidth(HeadlineGroup group, int part)
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

    /// <summary>The characters on either side of the gap stand side by side somewhere in the page's text.</summary>
    public static bool IsAttested(HeadlinePart before, HeadlinePart part, Vocabulary vocabulary) => vocabulary.Has(before.Text[^1], part.Text[0]);
}

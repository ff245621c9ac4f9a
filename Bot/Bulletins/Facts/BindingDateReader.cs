using System.Text.RegularExpressions;

namespace Bot.Bulletins.Facts;

/// <summary>The dates that bind: in force, repealed, comments until, published, hearings and exams. What ties a date to its meaning stands right beside it.</summary>
internal static partial class BindingDateReader
{
    private const int Reach = 70;

    private static readonly System.Buffers.SearchValues<char> _ties = System.Buffers.SearchValues.Create("、和及至-—－~～");

    public static void Read(FactText text, FactList found)
    {
        var s = text.Text;
        EnglishDates.Read(text, found);
        RepealedApart(text, found);
        var hits = Dates.Find(s, text.Edition);
        for (var i = 0; i < hits.Count; i++)
        {
            var hit = hits[i];
            var start = SentenceStart(s, hit.Start);
            var end = SentenceEnd(s, hit.End);
            var before = s.AsSpan(start, hit.Start - start);
            var after = s.AsSpan(hit.End, end - hit.End);
            var span = text.Span(hit.Start, hit.Length);
            var value = Iso(hit.Date);
            if (IsInForce(before, after))
            {
                found.Add(FactKind.InForce, value, span);
                if (RepealedWith(s, hit.End) is var title && (title is not null || OldBeside().IsMatch(after)))
                    found.Add(FactKind.Repealed, value, span, title);
            }
            else if (i == 0 && before.IsWhiteSpace() && text.Before is { Length: <= 20 } heading && SessionTime().Match(heading.TrimEnd('：', ':', ' ')) is { Success: true } session)
            {
                found.Add(session.Groups["h"].Success ? FactKind.Hearing : FactKind.Exam, value, span);
            }
            else if (Repeals().IsMatch(after))
            {
                found.Add(FactKind.Repealed, value, span, LastTitle(before) ?? TitleAfter(after));
            }
            else if (text.AsksForComments && CommentDates.EndsComments(s[start..end], before, after))
            {
                found.Add(FactKind.CommentsUntil, value, span);
            }
            else if (Signed().IsMatch(before))
            {
                found.Add(FactKind.Signed, value, span);
            }
            else if (PublishedOn().IsMatch(before) || (PublishedBy().IsMatch(after) && !before.EndsWith("》（")) || (Publishes().IsMatch(after) && IsOfText(before, after)))
            {
                found.Add(FactKind.Published, value, span);
            }
            else if (Session(s, hits, i, start, end) is { } kind)
            {
                found.Add(kind, value, span);
            }
        }
    }

    public static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static bool IsInForce(ReadOnlySpan<char> before, ReadOnlySpan<char> after) =>
        TakesEffect().IsMatch(after)
        || (before.EndsWith("自") || before.EndsWith("于") || before.EndsWith("从") || before.EndsWith("定于")) && TakesEffectBare().IsMatch(after)
        || EffectiveOn().IsMatch(before);

    /// <summary>Whether what is published on the date is a text, not a mark or a list: "于5月9日印发《……》", "《……》于5月9日发布".</summary>
    private static bool IsOfText(ReadOnlySpan<char> before, ReadOnlySpan<char> after) =>
        after[..Math.Min(14, after.Length)].IndexOf('《') >= 0 || (before.LastIndexOf('》') is var title and >= 0 && (before.Length - title <= 10 || DrawnUp().IsMatch(before[title..])));

    // 《办法》由某某局制定并于5月1日印发.
    [GeneratedRegex("^》由[^，。；]{2,30}(?:制定|起草|编制)，?并于$")]
    private static partial Regex DrawnUp();

    /// <summary>What is repealed on the same day: "……自某日起施行，《甲》同时废止".</summary>
    private static string? RepealedWith(string s, int from)
    {
        var rest = s.AsSpan(from, Math.Min(220, s.Length - from));
        foreach (var word in (ReadOnlySpan<string>)["同时废止", "同时停止执行", "同时失效", "自同日起废止", "同日起废止", "同日废止"])
        {
            if (rest.IndexOf(word, StringComparison.Ordinal) is var at and >= 0 && LastTitle(rest[..at]) is { } title)
                return title;
        }

        return rest.IndexOf("同时废止《", StringComparison.Ordinal) is var open and >= 0 && rest[open..].IndexOf('》') is var close and > 0
            ? rest.Slice(open + 4, close - 3).ToString()
            : null;
    }

    /// <summary>"《甲》同时废止" in a paragraph of its own: on the day that the paragraphs before named for taking effect.</summary>
    private static void RepealedApart(FactText text, FactList found)
    {
        var at = text.Text.IndexOf("同时废止", StringComparison.Ordinal);
        if (at < 0 || found.LastOf(FactKind.InForce) is not { } inForce || inForce.Span.Paragraph == text.Paragraph || InForceHere().IsMatch(text.Text.AsSpan(0, at)))
            return;
        var before = text.Text.AsSpan(SentenceStart(text.Text, at), at - SentenceStart(text.Text, at));
        if (LastTitle(before) is var title && (title is not null || OldText().IsMatch(before)))
            found.Add(FactKind.Repealed, inForce.Value, text.Span(at, "同时废止".Length), title);
    }

    /// <summary>"自公布之日起施行。某年发布的《甲》同时废止": on the day that this takes effect.</summary>
    public static void RepealedBeside(string s, int from, string day, int paragraph, FactList found)
    {
        if (s.IndexOf("同时废止", from, StringComparison.Ordinal) is var at and > 0 && LastTitle(s.AsSpan(from, at - from)) is { } title)
            found.Add(FactKind.Repealed, day, new FactSpan(paragraph, at, "同时废止".Length), title);
    }

    // 自某日起施行，2016年印发的试行意见同时停止执行.
    [GeneratedRegex(@"^[^。]{0,60}[0-9]{4}年[^，。]{0,14}(?:印发|发布|公布|制定|出台)的[^，。《》]{2,24}同时(?:废止|停止执行|失效)")]
    private static partial Regex OldBeside();

    // 解释施行后 only points to the day; 自某日起施行 names it.
    [GeneratedRegex("施行(?!后|之日|以后|的?同时)")]
    private static partial Regex InForceHere();

    /// <summary>"自某日起废止《甲》".</summary>
    private static string? TitleAfter(ReadOnlySpan<char> after) =>
        after.IndexOf("《") is >= 0 and < 8 and var open && after.IndexOf("》") is var close && close > open ? after[open..(close + 1)].ToString() : null;

    private static string? LastTitle(ReadOnlySpan<char> text)
    {
        var close = text.LastIndexOf('》');
        if (close < 0)
            return null;
        var depth = 0;
        for (var i = close; i >= 0; i--)
        {
            depth += text[i] == '》' ? 1 : text[i] == '《' ? -1 : 0;
            if (depth == 0)
                return text[i..(close + 1)].ToString();
        }

        return null;
    }

    /// <summary>A hearing or an exam that the sentence puts on this date, with no other date in between.</summary>
    private static FactKind? Session(string s, List<DateHit> hits, int index, int start, int end)
    {
        var hit = hits[index];
        var after = s.AsSpan(hit.End, end - hit.End);
        var before = s.AsSpan(start, hit.Start - start);
        var isRange = after.StartsWith("至") && index + 1 < hits.Count && hits[index + 1].Start == hit.End + 1;
        if (after.StartsWith("前") || after.StartsWith("之前") || (after.StartsWith("至") && !isRange) || after.StartsWith("起") || after.StartsWith("以前"))
            return null;
        if (SessionTime().Match(before.ToString()) is { Success: true } named)
            return named.Groups["h"].Success ? FactKind.Hearing : FactKind.Exam;

        // A list of dates ("9月14日、15日举行") shares what follows its last one, and what stands before its first.
        var last = index;
        while (last + 1 < hits.Count && hits[last + 1].Start - hits[last].End <= 8 && s.AsSpan(hits[last].End, hits[last + 1].Start - hits[last].End).ContainsAny(_ties))
            last++;
        var first = index;
        while (first > 0 && hits[first].Start - hits[first - 1].End <= 8 && s.AsSpan(hits[first - 1].End, hits[first].Start - hits[first - 1].End).ContainsAny(_ties))
            first--;
        var next = last + 1 < hits.Count ? Math.Min(hits[last + 1].Start, end) : end;
        var told = s.AsSpan(hits[last].End, Math.Min(Reach, next - hits[last].End));
        var lead = s.AsSpan(start, hits[first].Start - start);
        if (first != index && SessionTime().Match(lead.ToString()) is { Success: true } listed)
            return listed.Groups["h"].Success ? FactKind.Hearing : FactKind.Exam;
        var clause = lead[(lead.LastIndexOfAny('，', '；', '：') + 1)..];
        var opens = clause.IsEmpty || Cue().IsMatch(clause) || EndsWithExam().IsMatch(clause);
        var own = told.IndexOf('，') is > 0 and var comma ? told[..comma] : told;
        if (!opens || NotTheSession().IsMatch(own) || NotTheSession().IsMatch(clause))
            return null;
        // 考核分为两批，第一批于6月15日举行: the sentence says before of what.
        if (InTurn().IsMatch(clause))
            clause = lead;
        if (Hears().IsMatch(told) || (HearsBefore().IsMatch(clause) && Held().IsMatch(told)))
            return FactKind.Hearing;
        return Examines().IsMatch(told) || (ExamBefore().IsMatch(clause) && Held().IsMatch(told)) ? FactKind.Exam : null;
    }

    private static int SentenceStart(string s, int at) => s.AsSpan(0, at).LastIndexOfAny('。', '！', '\n') + 1;

    private static int SentenceEnd(string s, int from) => s.AsSpan(from).IndexOfAny('。', '！', '\n') is var at and >= 0 ? from + at : s.Length;

    [GeneratedRegex(@"^\s?(?:（[^）]{1,8}）)?(?:零时|0时|0:00|00:00|凌晨)?起(?:，)?(?:至[^，。；]{4,14}日止?，?)?(?:正式|全面|开始|统一|在全[省市区国]|同步)*(?:(?:施行|生效)(?!方案|细则|以来|后)|(?:实施|执行|试行|启用)(?=[，。；、！）)”\s《]|$))|^\s?起，《[^》]{2,60}》(?:[（(][^）)]{1,20}[）)])?(?:将)?(?:正式|全面)*(?:施行|实施|执行|生效)")]
    private static partial Regex TakesEffect();

    [GeneratedRegex(@"^(?:正式|全面|开始)*(?:施行|生效|实施(?=[，。；、！）)”\s]|$))")]
    private static partial Regex TakesEffectBare();

    [GeneratedRegex(@"(?:施行|实施|生效|执行)(?:日期|时间)(?:为|是|：|:)?\s*(?:自)?$|(?:施行|执行)期限(?:为|：|:)\s*(?:自)?$")]
    private static partial Regex EffectiveOn();

    [GeneratedRegex(@"(?:公布|发布|印发|制定|出台|颁布|施行|实施)的?(?:同名)?[^，。]{0,12}(?:解释|办法|规定|条例|细则|通知|规则|意见|决定|规章|规范)$|^原[^，。]{0,12}(?:解释|办法|规定|条例|细则|规则)$")]
    private static partial Regex OldText();

    [GeneratedRegex(@"^\s?(?:起)?(?:正式|同时)?(?:废止|失效|停止执行)")]
    private static partial Regex Repeals();

    [GeneratedRegex(@"(?:成文日期|成文时间)(?:为|：|:)?\s*$")]
    private static partial Regex Signed();

    [GeneratedRegex(@"^\s?(?:正式|联合|对外|向社会|公开)*(?:发布|公布|印发|颁布)(?!会|的)")]
    private static partial Regex Publishes();

    [GeneratedRegex(@"^[\u4e00-\u9fff]{2,24}(?:令|公告)(?:[0-9]{4}年)?第[^，。；]{1,8}号(?:公布|发布)|^由[^，。；]{2,30}?(?:公布|发布|印发)(?=[，。；）]|$)|^(?:起)?，?在[^，。；]{2,20}(?:全文|正式|公开)*(?:公布|发布)(?=[，。；、）]|$)")]
    private static partial Regex PublishedBy();

    [GeneratedRegex(@"(?<!成绩|结果|名单|分数|信息|拟)(?:发布|公布|公开|印发)(?:日期|时间)(?:为|：|:|】)\s*$")]
    private static partial Regex PublishedOn();

    [GeneratedRegex(@"(?:(?<h>听证会?|开庭|庭审)|考试|中考|高考|笔试|面试|考核|机考|(?:速录|技能|体能|专业|能力|听打|上机|实操)测[试评])(?:举行|举办|召开)?(?:的)?(?:(?:日期|时间)(?:为|是|：|:|初定于|暂定于|拟定于|定于|定在|安排在)?|安排在|初定于|暂定于|拟定于|定于|定在)\s*$")]
    private static partial Regex SessionTime();

    [GeneratedRegex(@"(?:定于|拟于|将于|定在|于|在|时间为|时间：|将在|安排在)\s*$|^(?:现|兹)?(?:定于|拟于)")]
    private static partial Regex Cue();

    // 中考6月13日举行.
    [GeneratedRegex("(?:考试|中考|高考|笔试|面试)$")]
    private static partial Regex EndsWithExam();

    [GeneratedRegex("^(?:其中)?第[一二三四五六0-9]{1,2}(?:批|场|次|阶段|轮|类|期)")]
    private static partial Regex InTurn();

    [GeneratedRegex(@"报名|准考证|立案|成绩|缴费|确认|截止|公布|提交|发布|公示|受理|打印")]
    private static partial Regex NotTheSession();

    [GeneratedRegex(@"(?:举行|召开|组织|举办)[^。；]{0,40}?听证会?|公开开庭|公开审理|开庭审理|开庭(?!前|后|率)|举行听证|公开听证")]
    private static partial Regex Hears();

    [GeneratedRegex(@"听证会?|开庭|庭审")]
    private static partial Regex HearsBefore();

    [GeneratedRegex(@"^[^。；]{0,40}?(?:举行|进行|开考|召开|举办|开庭|开始)")]
    private static partial Regex Held();

    [GeneratedRegex(@"(?:考试|中考|高考|笔试|面试|机考|面试考核|(?:速录|技能|体能|专业|能力|听打|上机|实操)测[试评])[^。；，]{0,24}?(?:举行|开考|开始|进行|举办)|(?:举行|组织|进行|开展)[^。；，]{0,24}?(?:考试|笔试|面试)")]
    private static partial Regex Examines();

    [GeneratedRegex(@"考试|中考|高考|笔试|面试|机考|(?:岗前|任职|资格|面试|集中|统一)考核|^考核|，考核分|(?:速录|技能|体能|专业|能力|听打|上机|实操)测[试评]")]
    private static partial Regex ExamBefore();
}

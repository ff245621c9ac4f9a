using System.Text.RegularExpressions;
using Bot.Sources.Pages.Text;

namespace Bot.Sources.Pages.Signs;

/// <summary>What an article closes with: who supplied it, or who wrote it.</summary>
/// <param name="Start">Where in the text it begins; all after it belongs to it.</param>
internal sealed partial record ArticleTail(string? Credit, string? Byline, IReadOnlyList<Contributor> People, int Start)
{
    [GeneratedRegex(@"[（(](?<in>[^（）()。！？]{2,90})[）)]\s*$")]
    private static partial Regex LastBracket { get; }

    [GeneratedRegex(@"^(?:.{2,30}(?:供稿|供文|稿)|(?:供稿|来源|稿源|來源|供稿单位)\s*[:：]?\s*.{2,30}|据\s*[《]?.{2,20}(?:报|网|社|新闻|台|客户端)[》]?(?:报道|消息)?|(?:本文)?(?:转自|摘自|选自|摘[编編]自|原载|转载自|综合|据).{2,24}|摘[编編]自.{2,70}|(?:案例|素材|图片|数据|资料)来源[:：].{2,50}|(?:本文)?作者(?:[为為]|系|单位|是)[:：]?.{2,60}|.{2,40}(?:参与采写|整理|编译|提供|供图|供稿)|新[华華]社.{2,14}[电電]|综合.{2,70}报道)$")]
    private static partial Regex CreditWords { get; }

    [GeneratedRegex(@"^(?:(?:供稿|来源|稿源|來源|供稿单位)\s*[:：]\s*[^，。；]{2,30}|[^，。；：、]{2,24}\s*供\s*稿)$")]
    private static partial Regex CreditLine { get; }

    /// <summary>Words in brackets, alone behind a whole article: whoever they name supplied it.</summary>
    [GeneratedRegex(@"^[（(](?<in>[^。；！？:：]{3,60})[）)]$")]
    private static partial Regex Alone { get; }

    /// <summary>A line that is nothing but a bracket, where a text has just ended. Null where it speaks of pictures, or opens a text.</summary>
    public static ArticleTail? ReadAlone(string line)
    {
        var match = Alone.Match(line.Trim());
        var words = match.Groups["in"].Value;
        return match.Success && !words.AsSpan().ContainsAny('图', '圖', '摄') && words[0] is not ('一' or '二' or '三' or '四' or '五' or '六' or '七' or '八' or '九' or '十' or '下' or '上')
            && !words.AsSpan().EndsWith("施行") && !words.AsSpan().EndsWith("通过")
            ? new(Spacing.Unspaced(words.Trim()), null, [], 0) : null;
    }

    /// <summary>Reads the end of a paragraph, or a line of its own. Null where neither stands there.</summary>
    public static ArticleTail? Read(string text)
    {
        var line = text.AsSpan().Trim();
        if (line is [.., '）' or ')'] && LastBracket.Match(text) is { Success: true } bracket)
        {
            var words = bracket.Groups["in"].Value.Trim();
            var alone = bracket.Index == 0;
            var afterSentence = alone || Sentences.Ends(text.AsSpan(0, bracket.Index));
            if (afterSentence && CreditWords.IsMatch(words))
                return new(Spacing.Unspaced(words), null, [], bracket.Index);
            if (afterSentence && Bylines.Parse(words) is { } by)
                return new(null, by.Text, by.People, bracket.Index);
        }

        return line.Length <= 34 && line is [.., '稿'] or ['供' or '来' or '稿' or '來', ..] && CreditLine.IsMatch(line) ? new(Spacing.Unspaced(line.ToString()), null, [], 0) : null;
    }
}

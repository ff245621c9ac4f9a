using System.Buffers;
using System.Text.RegularExpressions;

namespace Bot.Summaries;

/// <summary>
/// What stands before the news: agency lines, datelines, by-lines and the phrases that only say that something is being told
/// ("近日，", "记者从某局获悉，"). Answers how many characters to leave out from a sentence's start.
/// </summary>
internal static partial class Openings
{
    private static readonly string[] _hollow =
    [
        "近日", "日前", "近期", "近来", "连日来", "据悉", "据了解", "据介绍", "另据悉", "另据了解", "与此同时", "同时", "此外", "另外", "值得一提的是", "值得注意的是",
        "对此", "为此", "随后", "可以说", "总的来看", "当前", "目前",
        "具体来看", "具体而言", "一直以来", "据透露", "不久前", "现将有关事项通知如下", "现公告如下", "最近",
    ];

    private static readonly SearchValues<char> _signs = SearchValues.Create("讯电（(记【消通编摘核导");

    /// <summary>The length of the dateline and by-line that open a paragraph.</summary>
    public static int Dateline(string paragraph)
    {
        var at = 0;
        for (var round = 0; round < 4 && at < paragraph.Length; round++)
        {
            var rest = paragraph.AsSpan(at);
            var length = Longest(rest);
            if (length == 0)
                break;
            at += length;
        }

        return at;
    }

    /// <summary>The length of the hollow phrases that open a sentence.</summary>
    public static int Hollow(string sentence)
    {
        var at = Marker(sentence);
        at += Basis(sentence, at);
        for (var round = 0; round < 4; round++)
        {
            var rest = sentence.AsSpan(at);
            var length = Told(rest);
            foreach (var phrase in length > 0 ? [] : _hollow)
            {
                if (!rest.StartsWith(phrase, StringComparison.Ordinal))
                    continue;
                if (rest.Length > phrase.Length && rest[phrase.Length] is '，' or ',' or '：' or ':')
                    length = phrase.Length + 1;
                else if (phrase is "近日" or "日前" or "据悉" && rest.Length > phrase.Length && rest[phrase.Length] is not ('来' or '的'))
                    length = phrase.Length;
            }

            length = length == 0 ? Attribution(rest) : length;
            if (length == 0 || at + length >= sentence.Length || PointsBack(sentence.AsSpan(at + length), rest[..length]))
                break;
            at += length;
        }

        return at;
    }

    /// <summary>The length of an item's or an article's number: 第一条, 三、, （二）, 4.</summary>
    private static int Marker(string sentence)
    {
        foreach (var match in ItemNumber().EnumerateMatches(sentence))
            return match.Length < sentence.Length ? match.Length : 0;
        return 0;
    }

    /// <summary>"综上，依照……第某条规定，判决如下：": on what law a court rules is no news beside what it rules.</summary>
    private static int Basis(string sentence, int at)
    {
        if (!Phrases.Rules(sentence))
            return 0;
        foreach (var match in LegalBasis().EnumerateMatches(sentence.AsSpan(at)))
            return match.Length;
        return 0;
    }

    /// <summary>Whether a whole paragraph is apparatus: a by-line, a source line, a caption, an editor's line.</summary>
    public static bool IsApparatus(string paragraph) => Apparatus().IsMatch(paragraph);

    private static int Longest(ReadOnlySpan<char> text)
    {
        var best = 0;
        if (text[0] is ' ' or '　' or '\t' or '■' or '□' or '●' or '◆' or '▲' or '△' or '★' or '☆' or '◎' or '○')
            best = 1;
        // One cheap look before the patterns: nearly all paragraphs open with none of these.
        var head = text[..Math.Min(48, text.Length)];
        if (head.IndexOfAny(_signs) < 0)
            return best;
        foreach (var match in Agency().EnumerateMatches(text))
            best = Math.Max(best, match.Length);
        foreach (var match in Credit().EnumerateMatches(text))
            best = Math.Max(best, match.Length);
        foreach (var match in Reporter().EnumerateMatches(text))
            best = Math.Max(best, match.Length);
        return best;
    }

    /// <summary>Whether what follows calls somebody of the opening 该委, 该院: without the opening nobody knows whom.</summary>
    private static bool PointsBack(ReadOnlySpan<char> rest, ReadOnlySpan<char> opening) =>
        opening.Length > 8 && rest[..Math.Min(24, rest.Length)].IndexOfAny("该其") >= 0;

    /// <summary>"白皮书显示，", "某某院院长甲乙介绍，": what follows is a fact whoever tells it. What somebody demands or hopes keeps its speaker.</summary>
    private static int Attribution(ReadOnlySpan<char> text)
    {
        var comma = text[..Math.Min(40, text.Length)].IndexOfAny('，', '。', '；');
        if (comma < 4 || text[comma] != '，' || comma + 1 >= text.Length || text[comma + 1] is '将' or '要')
            return 0;
        var speaker = text[..comma];
        foreach (var verb in (ReadOnlySpan<string>)["介绍", "介绍说", "显示", "查明", "告诉记者"])
        {
            if (speaker.EndsWith(verb, StringComparison.Ordinal))
                return comma + 1;
        }

        return 0;
    }

    /// <summary>"记者从……获悉，", "据……消息，": everything up to and including the comma.</summary>
    private static int Told(ReadOnlySpan<char> text)
    {
        var head = text[..Math.Min(70, text.Length)];
        if (head.IndexOf('悉') < 0 && head.IndexOf('解') < 0 && head.IndexOf('据') != 0 && head.IndexOf("日消息", StringComparison.Ordinal) < 0)
            return 0;
        foreach (var match in Learned().EnumerateMatches(text))
            return match.Length;
        return 0;
    }

    [GeneratedRegex(@"^(?:(?:本报|本刊|本网|本台|[\u4e00-\u9fff]{1,8}(?:社|网|日报|晚报|时报|早报|电视台|客户端|频道|新闻))[\u4e00-\u9fff]{0,9}\s?(?:(?:[\d×]{1,2}月)?[\d×]{1,2}日\s?(?:综合|专|特)?(?:讯|电)(?![子力话商信网视影])|(?:综合|专|特)?(?:消息|讯|电)(?=[\s（(：:，,【]|记者|通讯员|$))|[\u4e00-\u9fff]{1,8}?(?:网|报|社|财经|娱乐|体育|科技)(?:快|综合|专)?讯(?![息问号飞])|[\u4e00-\u9fff]{2,8}(?:网|社|报)(?:[\d×]{1,2}月)?[\d×]{1,2}日(?:报道|消息)(?:称)?(?=[，,：:]?[\u4e00-\u9fff])|[\u4e00-\u9fff]{2,10}(?:\d{1,2}月)?(?:\d{1,2}日)?(?:讯|电)(?=[\s（(：:])|(?:本报讯|本网讯|本刊讯))\s*(?:[（(][^（）()]{0,60}[）)])?[\s：:，,]*(?:(?:记者|通讯员)[\s\u4e00-\u9fff、]{2,20}?报道[\s：:，,]*)?")]
    private static partial Regex Agency();

    [GeneratedRegex(@"^(?:第[一二三四五六七八九十百零]{1,5}条[\s　]+|[（(][一二三四五六七八九十]{1,3}[）)]\s?|[一二三四五六七八九十]{1,3}、\s?|[0-9]{1,2}[、.．](?![0-9])\s?)")]
    private static partial Regex ItemNumber();

    [GeneratedRegex(@"^(?:综上所述|综上|据此|为此|因此|故|，)*(?:依照|根据|依据|按照)[^。；：]{4,300}?，(?=(?:判决|裁定)如下：)")]
    private static partial Regex LegalBasis();

    [GeneratedRegex(@"^(?:[（(][^（）()，。]{0,12}?(?:记者|通讯员|实习生|作者|摄影|供稿|编辑)[^（）()。]{0,60}[）)]|【[^】]{1,16}】|编者按[：:]|摘要[：:]|核心提示[：:]|导读[：:])[\s：:，,]*")]
    private static partial Regex Credit();

    [GeneratedRegex(@"^(?:本报|本刊|本网|本台|全媒体|首席|特约|实习|见习|融媒体)*(?:记者|通讯员|特约撰稿人)[\s:：][\s\u4e00-\u9fff、·]{2,24}?(?:报道[\s：:，,]*|\s(?=[^\s]{6,}))(?:通讯员\s?[\u4e00-\u9fff、]{2,12}\s)?")]
    private static partial Regex Reporter();

    [GeneratedRegex(@"^(?:(?:\d{4}年)?(?:\d{1,2}月)?(?:\d{1,2}日)?[，,]?(?:据)?(?:[\u4e00-\u9fff]{0,6}记者)?(?:\d{1,2}日|今天|昨天|昨日|今日|近日)?(?:从|在|通过)?[^，。,；：]{0,40}?(?:获悉|了解到|了解|得知)[，,：:]|(?:北京时间|当地时间)?(?:[\d×]{1,2}月)?[\d×]{1,2}日消息[，,]|据[^，。,；：]{1,24}?(?:消息|报道|报导|介绍|透露|了解|通报)[，,：:])")]
    private static partial Regex Learned();

    [GeneratedRegex(@"^\s*(?:[□■▲●]?\s*(?:本报|本刊|本网|全媒体|首席|特约|见习|法治日报)*(?:记者|通讯员|作者|文/|图/|文\s*/|摄影|见习记者|实习生)[^。！？]{0,40}$|(?:来源|作者|编辑|责编|责任编辑|审核|监制|校对|供稿|原标题|记者|摄影|本文来源|新闻来源|信息来源|发布时间|浏览次数|字号|通讯员|主编|制作|统筹|索引号|信息分类|发文机关|主题词|联系人|联系电话|当前位置|您的位置|您当前的位置|文章字体|发布日期|成文日期|时间|日期|阅读|点击数|分享到|打印|关键词|标签)\s?[：:].{0,80}$|[（(](?:[^（）()]{0,24}(?:供稿|摄|记者|通讯员|编辑|来源|作者|撰稿|整理)[^（）()]{0,40})[）)]\s*$|(?:图为|上图|下图|左图|右图|图[一二三四五六\d])[^。]{0,60}。?$|(?:点击|扫码|长按|扫描|更多精彩|推荐阅读|相关阅读|延伸阅读|附件[：:\d]|附[：:]).{0,60}$|(?:[一二三四五六七八九十]{1,2}、|[0-9]{1,2}[、.．])?\s?[\u4e00-\u9fff（）]{0,10}(?:文号|编号|电话|地址|邮编|邮箱|传真|联系人|网址|公告期限|评审专家)[：:].{0,80}$|.{0,4}(?:摘编自|摘自|转载自|原载|据《[^》]{2,20}》报道整理).{0,80}$|.{0,24}(?:各位代表|同志们|朋友们)[：:！!]\s*$)")]
    private static partial Regex Apparatus();
}

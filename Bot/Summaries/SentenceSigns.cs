using System.Buffers;
using Bot.Bulletins.Facts;

namespace Bot.Summaries;

/// <summary>By what a sentence is judged. Shares run from 0 to 1; the rest are 0 or 1.</summary>
internal enum Sign
{
    /// <summary>The text's first sentence.</summary>
    First,

    Second,

    Third,

    /// <summary>1 for the first sentence, falling to 0 with its place among the first ten.</summary>
    Early,

    /// <summary>Begins the text as news begins, with a time or an organ, and somebody decides, holds or opens something in it.</summary>
    News,

    /// <summary>Opens a paragraph.</summary>
    OpensParagraph,

    /// <summary>How much of the title it takes up.</summary>
    Title,

    /// <summary>How central its words are, 1 for the most central sentence.</summary>
    Central,

    /// <summary>How much of the first sentence's words it has; 0 for the first itself.</summary>
    LikeFirst,

    /// <summary>Somebody decides, publishes, judges, opens something.</summary>
    Decides,

    /// <summary>Says from when something is in force, or what a court rules.</summary>
    Binds,

    Digit,

    /// <summary>Names a document 《……》.</summary>
    Document,

    /// <summary>Opens with an organ's name.</summary>
    Organ,

    /// <summary>Tells what somebody said.</summary>
    Speech,

    /// <summary>Tells what somebody wants.</summary>
    Wants,

    /// <summary>A scene, as features begin before they come to the news; more where it has nothing of a title that others take up.</summary>
    Scene,

    /// <summary>The early place of a sentence that does nothing and has nothing of a title that others take up.</summary>
    OffTitle,

    /// <summary>Who attended.</summary>
    Company,

    /// <summary>Leans on an earlier sentence: 他, 此, 但, 同时.</summary>
    Leans,

    Promises,

    /// <summary>A quote or a question.</summary>
    Quote,

    /// <summary>An item of a list.</summary>
    Numbered,

    /// <summary>A formula: why there is a rule and for whom (制定本条例), when a notice counts as delivered.</summary>
    Purpose,

    /// <summary>Repeals an older document and does nothing else.</summary>
    Repeals,

    Short,

    /// <summary>Has no end mark: a heading, a table's cell.</summary>
    Broken,

    /// <summary>Announces what follows: 如下。, 特此公告。, a colon.</summary>
    Announces,

    /// <summary>Its length as a share of 120 characters, at most 1.</summary>
    Length,

    /// <summary>What a sentence of more than 120 characters has too much, as a share of another 120.</summary>
    Overlong,
}

/// <summary>Reads the signs of each sentence of a text.</summary>
internal sealed class SentenceSigns
{
    private static readonly SearchValues<string> _decides = SearchValues.Create(
        ["印发", "出台", "发布", "公布", "通过", "决定", "判处", "判决", "宣判", "处罚", "罚款", "批准", "施行", "实施", "启动", "召开", "举行", "举办", "签署", "签订", "达成", "成立", "修订", "废止", "征求意见", "公开", "试点", "开展", "通报", "审结", "查处", "抓获", "逮捕", "起诉"], StringComparison.Ordinal);

    private static readonly SearchValues<string> _speech = SearchValues.Create(["指出", "强调", "要求", "表示", "认为", "说，", "称，", "说：", "介绍说", "告诉记者", "寄语", "呼吁"], StringComparison.Ordinal);

    private static readonly SearchValues<string> _wants = SearchValues.Create(["，将", "，要", "，希望", "：要", "：将", "要坚持", "要以", "，必须", "将继续", "将进一步", "下一步"], StringComparison.Ordinal);

    private static readonly SearchValues<string> _scenes = SearchValues.Create(
        ["天还没亮", "整装待发", "一大早", "走进", "映入眼帘", "记者看到", "记者来到", "记者走访", "笑着", "高兴地", "激动地", "感激地", "握着", "一声令下", "阳光洒", "热火朝天", "热闹非凡", "井然有序", "络绎不绝", "忙碌"], StringComparison.Ordinal);

    // Weather, light, gestures: a scene where the sentence does nothing and counts nothing.
    private static readonly SearchValues<string> _sights = SearchValues.Create(
        ["薄雾", "春光", "阳光", "暖阳", "微风", "秋风", "寒风", "春风", "夜色", "夜幕", "清晨", "傍晚", "晨曦", "晨光", "早晨", "黄昏", "华灯初上", "灯火", "深秋", "初冬", "盛夏", "初夏", "初春", "隆冬", "冬日", "夏日", "春日", "秋日", "细雨", "雪花", "雪山", "巍巍", "炊烟", "碧波", "波光", "绿意", "花香", "飘香",
        "稻浪", "麦浪", "鸟鸣", "静静", "笑容", "笑声", "欢声笑语", "忙活", "正忙", "忙得", "脸上", "望着", "看着", "指着", "大拇指", "扑面而来", "琳琅满目", "人头攒动", "座无虚席", "热气腾腾", "香气", "晚饭后", "翻过", "驱车", "漫步", "置身", "眼前", "心中", "眼神", "眼泪", "泪水"], StringComparison.Ordinal);

    private static readonly string[] _backgrounds = ["近年来", "多年来", "长期以来", "一直以来", "如今", "随着", "当前", "当下", "时值", "正值", "众所周知"];

    private static readonly string[] _times = ["近日", "日前", "昨日", "昨天", "今日", "今天", "本月", "上月"];

    private static readonly SearchValues<string> _company = SearchValues.Create(["出席", "列席", "陪同", "参加会议", "主持会议", "并讲话", "参加活动", "参加调研"], StringComparison.Ordinal);

    private static readonly string[] _leaning = ["他", "她", "它", "这", "此", "该", "其", "对此", "因此", "所以", "但", "然而", "不过", "而", "同时", "此外", "另外", "还", "也", "明确", "规定", "提出", "要求", "强调", "指出", "其中", "并", "为此", "随后", "之后", "接下来", "二是", "三是", "四是", "五是", "第二", "第三", "一是", "（二）", "（三）", "（四）", "（五）", "二、", "三、", "四、", "再", "又"];

    private static readonly string[] _promises = ["下一步", "今后", "接下来", "未来", "希望", "愿", "让我们"];

    private static readonly string[] _announces = ["如下。", "如下意见。", "如下公告。", "特此公告。", "特此通知。", "如下：", "：", ":"];

    private static readonly SearchValues<string> _purposes = SearchValues.Create(["，制定本", "适用本", "依法适用简易程序", "依法适用普通程序", "依法适用小额诉讼程序", "依法组成合议庭", "办法适用于", "条例适用于", "规定适用于", "办法所称", "条例所称", "规定所称", "负责解释", "自公告之日起", "视为送达", "如不服本"], StringComparison.Ordinal);

    private const int Whole = 120;

    private readonly HashSet<uint>[] _pairs;
    private readonly double[][] _signs;

    public SentenceSigns(IReadOnlyList<Sentence> sentences, string title)
    {
        _pairs = [.. sentences.Select(s => Bigrams.Of(s.Text))];
        _signs = new double[sentences.Count][];
        var titlePairs = Bigrams.Of(title);
        var covers = _pairs.Select(p => Bigrams.Coverage(titlePairs, p)).ToArray();
        var central = Centralities();
        var told = covers.Length > 0 && covers.Max() >= 0.3;
        for (var i = 0; i < _signs.Length; i++)
        {
            var signs = Of(sentences[i], i);
            signs[(int)Sign.Title] = covers[i];
            signs[(int)Sign.Central] = central[i];
            signs[(int)Sign.LikeFirst] = i == 0 ? 0 : Bigrams.Coverage(_pairs[0], _pairs[i]);
            signs[(int)Sign.OffTitle] = told && signs[(int)Sign.Decides] + signs[(int)Sign.Digit] == 0 ? signs[(int)Sign.Early] * (1 - Math.Min(1, covers[i] / 0.3)) : 0;
            _signs[i] = signs;
        }
    }

    public int Count => _signs.Length;

    public ReadOnlySpan<double> this[int sentence] => _signs[sentence];

    /// <summary>The share of the sentence's words that the other sentence has too.</summary>
    public double Repeats(int sentence, int other) => Bigrams.Coverage(_pairs[sentence], _pairs[other]);

    private static double[] Of(Sentence sentence, int index)
    {
        var text = sentence.Text.AsSpan();
        var signs = new double[(int)Sign.Overlong + 1];
        // The lines of a form have no order of worth.
        var placed = sentence.IsWhole ? index : 10;
        Set(Sign.First, placed == 0);
        Set(Sign.Second, placed == 1);
        Set(Sign.Third, placed == 2);
        signs[(int)Sign.Early] = Math.Max(0, 10 - placed) / 10.0;
        Set(Sign.OpensParagraph, sentence.InParagraph == 0);
        Set(Sign.Decides, text.ContainsAny(_decides));
        Set(Sign.News, placed == 0 && signs[(int)Sign.Decides] > 0 && (Clause.StartsWithAny(text, _times) || BeginsWithDate(text) || Phrases.StartsWithOrgan(text)));
        Set(Sign.Binds, Phrases.Binds(text) || Phrases.Rules(text));
        Set(Sign.Digit, Phrases.HasDigit(text));
        Set(Sign.Document, text.Contains('《'));
        Set(Sign.Organ, Phrases.StartsWithOrgan(text));
        Set(Sign.Speech, text.ContainsAny(_speech));
        Set(Sign.Wants, signs[(int)Sign.Speech] > 0 && text.ContainsAny(_wants));
        Set(Sign.Scene, text.ContainsAny(_scenes) || (signs[(int)Sign.Decides] + signs[(int)Sign.Digit] == 0 && (text.ContainsAny(_sights) || Clause.StartsWithAny(text, _backgrounds))));
        Set(Sign.Company, text.ContainsAny(_company));
        Set(Sign.Leans, Leans(text));
        Set(Sign.Promises, Clause.StartsWithAny(text, _promises));
        Set(Sign.Quote, text[0] is '“' or '"' or '「' || text.EndsWith("？") || text.EndsWith("?"));
        Set(Sign.Numbered, IsNumbered(text));
        Set(Sign.Purpose, text.ContainsAny(_purposes));
        Set(Sign.Repeals, text.IndexOf("同时废止", StringComparison.Ordinal) >= 0 && !Phrases.Binds(text));
        Set(Sign.Short, text.Length < 14);
        Set(Sign.Broken, !sentence.IsWhole);
        Set(Sign.Announces, Clause.EndsWithAny(text, _announces) && !SaysMore(text));
        signs[(int)Sign.Length] = Math.Min(Whole, text.Length) / (double)Whole;
        signs[(int)Sign.Overlong] = Math.Clamp(text.Length - Whole, 0, Whole) / (double)Whole;
        return signs;

        void Set(Sign sign, bool value) => signs[(int)sign] = value ? 1 : 0;
    }

    /// <summary>Whether a sentence that announces says before that who does what: 某某局将于……举行……，现公告如下.</summary>
    private static bool SaysMore(ReadOnlySpan<char> text)
    {
        var comma = text.LastIndexOf('，');
        return comma > 0 && text[comma..].IndexOf("如下", StringComparison.Ordinal) > 0
            && Clause.Split(text[..comma].ToString()).Exists(c => Phrases.StartsWithOrgan(c.Body) && c.HasPredicate);
    }

    /// <summary>6月3日, 2024年6月3日.</summary>
    private static bool BeginsWithDate(ReadOnlySpan<char> text)
    {
        var digits = text.IndexOfAnyExceptInRange('0', '9');
        return digits is > 0 and <= 4 && text[digits] is '月' or '日' or '年';
    }

    /// <summary>Whether it points to what stands before it: at its start, or after a time (今年以来，该公证处……).</summary>
    private static bool Leans(ReadOnlySpan<char> text)
    {
        if (Clause.StartsWithAny(text, _leaning))
            return true;
        var comma = text[..Math.Min(24, text.Length)].IndexOf('，');
        return comma > 0 && comma + 1 < text.Length && text[comma + 1] is '该' or '其' or '此' or '这' or '他' or '她';
    }

    /// <summary>Whether it is an item of a list or a numbered heading: 一、……, （二）……, 3.……</summary>
    private static bool IsNumbered(ReadOnlySpan<char> text)
    {
        var head = text.TrimStart("（(第");
        var digits = 0;
        while (digits < head.Length && (Numerals.IsDigit(head[digits]) || Numerals.IsChinese(head[digits])))
            digits++;
        return digits is > 0 and < 4 && digits < head.Length && head[digits] is '、' or '）' or ')' or '.' or '．' && (digits + 1 >= head.Length || !char.IsAsciiDigit(head[digits + 1]));
    }

    /// <summary>For each sentence, how often its words come in the others, 1 for the most central.</summary>
    private double[] Centralities()
    {
        var holders = new Dictionary<uint, int>();
        foreach (var pairs in _pairs)
        {
            foreach (var pair in pairs)
                holders[pair] = holders.GetValueOrDefault(pair) + 1;
        }

        var central = new double[_pairs.Length];
        for (var i = 0; i < central.Length; i++)
        {
            var sum = 0.0;
            foreach (var pair in _pairs[i])
                sum += Math.Min(holders[pair] - 1, 5);
            central[i] = _pairs[i].Count == 0 ? 0 : sum / Math.Sqrt(_pairs[i].Count + 8);
        }

        var most = central.Length == 0 ? 0 : central.Max();
        for (var i = 0; most > 0 && i < central.Length; i++)
            central[i] /= most;
        return central;
    }
}

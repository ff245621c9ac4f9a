using System.Buffers;
using Bot.Bulletins.Facts;

namespace Bot.Summaries;

/// <summary>
/// How well each sentence tells the bulletin: where it stands, how much of the title it takes up, how central its words are, what
/// it decides or counts; less for speech, for what leans on an earlier sentence, and for what is only promised.
/// </summary>
internal sealed class SentenceScores
{
    private static readonly double[] _positions = [1.45, 0.62, 0.46, 0.36, 0.28, 0.22, 0.18, 0.14, 0.12, 0.1];

    /// <summary>What is left of a place's worth where the sentence has nothing of the title.</summary>
    private const double Scene = 0.4;

    private static readonly SearchValues<string> _decides = SearchValues.Create(
        ["印发", "出台", "发布", "公布", "通过", "决定", "判处", "判决", "宣判", "处罚", "罚款", "批准", "施行", "实施", "启动", "召开", "举行", "举办", "签署", "签订", "达成", "成立", "修订", "废止", "征求意见", "公开", "试点", "开展", "通报", "审结", "查处", "抓获", "逮捕", "起诉"], StringComparison.Ordinal);

    private static readonly SearchValues<string> _speech = SearchValues.Create(["指出", "强调", "要求", "表示", "认为", "说，", "称，", "说：", "介绍说", "告诉记者", "寄语", "呼吁"], StringComparison.Ordinal);

    private static readonly SearchValues<string> _wants = SearchValues.Create(["，将", "，要", "，希望", "：要", "：将", "要坚持", "要以", "，必须", "将继续", "将进一步", "下一步"], StringComparison.Ordinal);

    // How features begin before they come to the news.
    private static readonly SearchValues<string> _scenes = SearchValues.Create(
        ["天还没亮", "整装待发", "一大早", "走进", "映入眼帘", "记者看到", "记者来到", "记者走访", "笑着", "高兴地", "激动地", "感激地", "握着", "一声令下", "阳光洒", "热火朝天", "热闹非凡", "井然有序", "络绎不绝", "忙碌"], StringComparison.Ordinal);

    private static readonly SearchValues<string> _company = SearchValues.Create(["出席", "列席", "陪同", "参加会议", "主持会议", "并讲话", "参加活动", "参加调研"], StringComparison.Ordinal);

    private static readonly string[] _leaning = ["他", "她", "它", "这", "此", "该", "其", "对此", "因此", "所以", "但", "然而", "不过", "而", "同时", "此外", "另外", "还", "也", "并", "为此", "随后", "之后", "接下来", "二是", "三是", "四是", "五是", "第二", "第三", "一是", "（二）", "（三）", "（四）", "（五）", "二、", "三、", "四、", "再", "又"];

    private static readonly string[] _promises = ["下一步", "今后", "接下来", "未来", "希望", "愿", "让我们"];

    private readonly HashSet<uint>[] _pairs;
    private readonly double[] _scores;

    public SentenceScores(IReadOnlyList<Sentence> sentences, string title)
    {
        _pairs = [.. sentences.Select(s => Bigrams.Of(s.Text))];
        _scores = new double[sentences.Count];
        var titlePairs = Bigrams.Of(title);
        var covers = _pairs.Select(p => Bigrams.Coverage(titlePairs, p)).ToArray();
        var central = Centralities();
        for (var i = 0; i < _scores.Length; i++)
            _scores[i] = Score(sentences[i], Position(sentences[i].Text, i, covers), covers[i], central[i]);
    }

    public double this[int sentence] => _scores[sentence];

    /// <summary>The share of the sentence's words that the other sentence has too.</summary>
    public double Repeats(int sentence, int other) => Bigrams.Coverage(_pairs[sentence], _pairs[other]);

    /// <summary>What the place in the text is worth: less for a scene before the news, which does nothing and has nothing of a title that other sentences take up.</summary>
    private static double Position(string text, int index, double[] covers)
    {
        var place = index < _positions.Length ? _positions[index] : 0.08;
        return covers.Max() < 0.3 || text.AsSpan().ContainsAny(_decides) || Phrases.HasDigit(text) ? place : place * (Scene + ((1 - Scene) * Math.Min(1, covers[index] / 0.3)));
    }

    private static double Score(Sentence sentence, double position, double title, double central)
    {
        var text = sentence.Text.AsSpan();
        var score = position + (1.1 * title) + (0.5 * central);
        if (sentence.InParagraph == 0)
            score += 0.06;
        if (text.ContainsAny(_decides))
            score += 0.15;
        if (Phrases.Binds(text))
            score += 0.3;
        if (Phrases.HasDigit(text))
            score += 0.12;
        if (text.IndexOf('《') >= 0)
            score += 0.05;
        if (text.ContainsAny(_speech))
            score -= text.ContainsAny(_wants) ? 0.45 : 0.2;
        if (text.ContainsAny(_scenes))
            score -= 1.3;
        if (text.ContainsAny(_company))
            score -= 0.2;
        if (Clause.StartsWithAny(text, _leaning))
            score -= 0.3;
        if (Clause.StartsWithAny(text, _promises))
            score -= 0.35;
        if (text[0] is '“' or '"' or '「' || text.EndsWith("？") || text.EndsWith("?"))
            score -= 0.3;
        if (IsNumbered(text))
            score -= 0.5;
        if (text.IndexOf("同时废止", StringComparison.Ordinal) >= 0 && !Phrases.Binds(text))
            score -= 0.4;
        if (text.Length < 14)
            score -= 0.4;
        if (!sentence.IsWhole)
            score -= text.Length < 30 ? 0.8 : 0.4;
        if (text.EndsWith("如下。") || text.EndsWith("如下意见。") || text.EndsWith("如下公告。") || text.EndsWith("特此公告。") || text.EndsWith("特此通知。"))
            score -= 0.6;
        if (text.EndsWith("：") || text.EndsWith(":"))
            score -= 0.6;
        return score;
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

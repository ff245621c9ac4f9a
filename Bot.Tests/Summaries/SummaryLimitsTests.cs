using Bot.Commands.Evaluation;
using Bot.Summaries;
using Microsoft.Extensions.Options;

namespace Bot.Tests.Summaries;

/// <summary>What holds for every summary whatever the text: made-up texts of odd parts, with a fixed seed.</summary>
public sealed class SummaryLimitsTests
{
    private static readonly string[] _parts =
    [
        "青禾市司法局", "印发《办法（试行）》", "近日，", "据悉，", "（记者 林原）", "会上，", "为进一步规范执法，", "“要抓好落实。", "”", "《", "》", "（", "）", "等12项", "、公证、仲裁、调解", "，", "。", "；", "：", "！", "？", "……", "3.5万元", "2024年7月1日起施行", "出席会议并讲话",
        "\n", " ", "　", "The court ruled on Monday that ", "fees fall by 2.5 percent. ", "Mr. Lin ", ", which ", "一是", "1.", "—", "①", "\ud842\udfb7", "，切实维护群众合法权益", "由甲厅主办，乙局承办的活动", "本报讯", "召开", "了", "的", "\"", "'", "\t",
    ];

    [Theory]
    [InlineData(2, 120)]
    [InlineData(1, 120)]
    [InlineData(2, 30)]
    [InlineData(3, 400)]
    public void A_summary_keeps_its_limits_and_says_nothing_of_its_own(int sentences, int characters)
    {
        var random = new Random(7);
        var summarizer = new Summarizer(Options.Create(new SummariesOptions { MaxSentences = sentences, MaxCharacters = characters }));
        for (var round = 0; round < 3_000; round++)
        {
            var paragraphs = Enumerable.Range(0, random.Next(0, 5)).Select(_ => string.Concat(Enumerable.Range(0, random.Next(0, 40)).Select(_ => _parts[random.Next(_parts.Length)]))).ToList();
            var title = random.Next(3) == 0 ? null : "青禾市司法局印发办法";
            var summary = summarizer.Summarize(new SummaryInput(title, null, paragraphs));
            var text = string.Join('\n', paragraphs);
            Assert.True(summary.Length <= characters, text);
            Assert.True(SummaryScores.IsFaithful(summary, paragraphs), $"{summary}\n---\n{text}");
            Assert.True(EndMarks(summary) <= sentences, $"{summary}\n---\n{text}");
            Assert.False(char.IsLowSurrogate(summary.FirstOrDefault()) || char.IsHighSurrogate(summary.LastOrDefault()), text);
            Assert.Equal(summary, summarizer.Summarize(new SummaryInput(title, null, paragraphs)));
        }
    }

    /// <summary>Runs of Chinese end marks: each ends a sentence for whoever counts them.</summary>
    private static int EndMarks(string text)
    {
        var runs = 0;
        for (var i = 0; i < text.Length; i++)
            runs += text[i] is '。' or '！' or '？' && (i + 1 == text.Length || text[i + 1] is not ('。' or '！' or '？')) ? 1 : 0;
        return runs;
    }
}

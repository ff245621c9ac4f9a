using Bot.Summaries;

namespace Bot.Tests.Summaries;

public sealed class SentenceSplitterTests
{
    [Theory]
    [InlineData("甲。乙！丙？", "甲。|乙！|丙？")]
    [InlineData("他说：“好。就这样。”随后离开。", "他说：“好。就这样。”|随后离开。")]
    [InlineData("印发《关于甲。乙的通知》（试行。草案）。自3.5日起", "印发《关于甲。乙的通知》（试行。草案）。|自3.5日起")]
    [InlineData("开展“不忘初心。”等活动。", "开展“不忘初心。”等活动。")]
    [InlineData("未闭合的“引号。下一句。", "未闭合的“引号。|下一句。")]
    [InlineData("Fees fell 2.5 percent. Mr. Lin agreed.", "Fees fell 2.5 percent.|Mr. Lin agreed.")]
    [InlineData("第一行\n第二行", "第一行|第二行")]
    [InlineData("一、总体要求", "一、总体要求")]
    public void Sentences_end_where_a_reader_ends_them(string text, string expected) =>
        Assert.Equal(expected.Split('|'), SentenceSplitter.Split([text]).Select(s => s.Text));
}

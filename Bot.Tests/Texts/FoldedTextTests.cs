using System.Diagnostics.CodeAnalysis;
using Bot.Texts;
using FsCheck.Xunit;

namespace Bot.Tests.Texts;

public sealed class FoldedTextTests
{
    [Theory]
    [InlineData("ＡＢＣ１２３", "abc123")]
    [InlineData("律師事務所", "律师事务所")]
    [InlineData("知 识\n　产 权", "知识产权")]
    [InlineData("知识\u200B产\uFEFF权", "知识产权")]
    [InlineData("Legal \n Aid", "legal aid")]
    [InlineData("在 AI 时代", "在ai时代")]
    [InlineData("⽴法", "立法")]
    [InlineData("第十二号", "第12号")]
    [InlineData("第一百零三批", "第103批")]
    [InlineData("二〇二四年", "2024年")]
    [InlineData("一心一意", "一心一意")]
    [InlineData("〔２０２４〕12号", "[2024]12号")]
    [InlineData("「法司」", "\"法司\"")]
    [InlineData("㈠ ㎏ ﬁne", "(一) kg fine")]
    [InlineData("𠁞", "𠀾")]
    public void What_looks_different_and_means_the_same_folds_to_the_same(string text, string folded) =>
        Assert.Equal(folded, FoldedText.Of(text).Text);

    [Theory]
    [InlineData("各地第\n十 二号令", "第12号", "第\n十 二号")]
    [InlineData("看㈠条", "一", "㈠")]
    [InlineData("請律 師", "律师", "律 師")]
    public void A_find_leads_back_to_what_was_printed(string text, string word, string printed)
    {
        var folded = FoldedText.Of(text);
        var span = folded.SpanOf(folded.Text.IndexOf(word, StringComparison.Ordinal), word.Length);
        Assert.Equal(printed, text.Substring(span.Start, span.Length));
    }

    [Property]
    [SuppressMessage("Globalization", "CA1307", Justification = "Ordinal by default for characters.")]
    public void Every_folded_character_came_from_the_text_in_order(string? any)
    {
        var text = (any ?? "") + "第一百\u200B号 " + any;
        var folded = FoldedText.Of(text);
        var before = 0;
        for (var i = 0; i < folded.Text.Length; i++)
        {
            var span = folded.SpanOf(i, 1);
            Assert.InRange(span.Start, before, text.Length - 1);
            Assert.InRange(span.End, span.Start + 1, text.Length);
            before = span.Start;
        }
    }

    [Property]
    public void Folding_twice_changes_nothing_more(string? any)
    {
        var once = FoldedText.Of((any ?? "") + "Ａ 律師 第二十号").Text;
        Assert.Equal(once, FoldedText.Of(once).Text);
    }

    [Theory]
    [InlineData("gb", "GB2312", true)]
    [InlineData("ai", "said", false)]
    [InlineData("ai", "用AI办案", true)]
    [InlineData("12号", "第112号", false)]
    [InlineData("12号", "第12号", true)]
    public void Latin_words_and_numbers_do_not_count_inside_longer_ones(string word, string text, bool isWhole)
    {
        var folded = FoldedText.Of(text);
        Assert.Equal(isWhole, folded.IsWhole(folded.Text.IndexOf(word, StringComparison.Ordinal), word.Length));
    }
}

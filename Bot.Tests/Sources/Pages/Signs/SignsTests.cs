using Bot.Sources.Pages.Signs;

namespace Bot.Tests.Sources.Pages.Signs;

public sealed class SignsTests
{
    [Theory]
    [InlineData("新闻热线：0899-8123456 投稿邮箱：fazhibao@example.com")]
    [InlineData("责任编辑：洪波 版式：安澜 校对：甘霖")]
    [InlineData("A03 法治新闻  2025.03.18 星期二")]
    public void Furniture_is_known(string line) => Assert.True(Furniture.Is(line));

    [Theory]
    [InlineData("天，报警电话响个不停。")]
    [InlineData("会公布举报渠道。")]
    [InlineData("平台客服的电话，对方准确报出其订单信息，")]
    [InlineData("挥室的电话骤然响起")]
    [InlineData("编辑同志：")]
    public void A_sentence_that_speaks_of_a_telephone_is_no_furniture(string line) => Assert.False(Furniture.Is(line));

    [Theory]
    [InlineData("基本案情", true)]
    [InlineData("【法官提醒】", true)]
    [InlineData("编后", true)]
    [InlineData("法官提醒老人捂紧钱袋子", false)]
    public void Sections_have_names_of_their_own(string line, bool expected) => Assert.Equal(expected, SectionNames.Is(line));

    [Theory]
    [InlineData("钟未央", "钟未央")]
    [InlineData("柯岩松 宁小荞", "柯岩松 宁小荞")]
    [InlineData("千公里", null)]
    [InlineData("助力企业重生", null)]
    public void A_name_alone_is_a_by_line(string line, string? expected) => Assert.Equal(expected, ArticleHead.ReadNames(line, surely: false)?.Byline);

    [Theory]
    [InlineData("文/贡小楼", "文/贡小楼")]
    [InlineData("文 白知秋", "文 白知秋")]
    [InlineData("本报评论员", "本报评论员")]
    [InlineData("文 化下乡", null)]
    public void A_pen_is_a_by_line(string line, string? expected) => Assert.Equal(expected, ArticleHead.ReadLine(line)?.Byline);

    [Theory]
    [InlineData("澜江省律师协会", true)]
    [InlineData("青禾市发展和改革委员会", true)]
    [InlineData("春分茶香里的普法课", false)]
    public void An_issuer_alone_signs(string line, bool expected) => Assert.Equal(expected, Notices.IsSignature(line));
}

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
    [InlineData("编辑手记")]
    [InlineData("律师信箱")]
    [InlineData("拉响防空警报。")]
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
    [InlineData("新华社记者 柯岩松", "新华社记者 柯岩松")]
    [InlineData("云岭日报记者 钟未央", "云岭日报记者 钟未央")]
    [InlineData("方知秋 本报特约记者 柯岩松", "方知秋 本报特约记者 柯岩松")]
    public void A_pen_is_a_by_line(string line, string? expected) => Assert.Equal(expected, ArticleHead.ReadLine(line)?.Byline);

    [Theory]
    [InlineData("（青禾市融媒体中心综合报道）", "青禾市融媒体中心综合报道")]
    [InlineData("（澜江省消费者权益保护委员会）", "澜江省消费者权益保护委员会")]
    [InlineData("（资料图片）", null)]
    [InlineData("（2025年12月16日第71次常务会议审议通过）", null)]
    [InlineData("（一）基本情况", null)]
    public void A_bracket_alone_behind_a_text_says_who_supplied_it(string line, string? expected) => Assert.Equal(expected, ArticleTail.ReadAlone(line)?.Credit);

    [Theory]
    [InlineData("青禾县委党史研究室 钟未央", "青禾县委党史研究室 钟未央")]
    [InlineData("澜江数控有限公司董事长 柯岩松", "澜江数控有限公司董事长 柯岩松")]
    [InlineData("公益劳动促矫正 回归社会", null)]
    public void A_name_behind_an_office_is_a_by_line(string line, string? expected) => Assert.Equal(expected, ArticleHead.ReadPlacedName(line)?.Byline);

    [Theory]
    [InlineData("澜江省律师协会", true)]
    [InlineData("青禾市发展和改革委员会", true)]
    [InlineData("春分茶香里的普法课", false)]
    public void An_issuer_alone_signs(string line, bool expected) => Assert.Equal(expected, Notices.IsSignature(line));
}

using Bot.Summaries;

namespace Bot.Tests.Summaries;

/// <summary>Texts that are no news: letters, rules, lists, forms.</summary>
public sealed class FormalTextTests
{
    [Fact]
    public void Addressee_number_and_signature_are_left_out() => Assert.Equal(
        "市司法局决定自6月起开展公证质量检查，每个机构抽查案卷80卷。",
        Sum("关于开展检查的通知", "青司发〔2024〕12号", "各区（县）司法局：", "市司法局决定自6月起开展公证质量检查，每个机构抽查案卷80卷。", "青禾市司法局", "2024年5月20日"));

    [Fact]
    public void A_rule_is_told_by_what_it_orders_and_not_by_why_there_is_one()
    {
        var summary = Sum(
            "青禾市停车条例",
            "（2024年5月28日青禾市第十六届人民代表大会常务委员会第二十五次会议通过）",
            "第一条　为了规范停车秩序，根据有关法律，结合本市实际，制定本条例。",
            "第二条　本条例适用于本市行政区域内停车场的管理。",
            "第十一条　新建住宅小区应当按照每户不低于1.2个的标准配建停车泊位。",
            "第二十六条　本条例自2024年10月1日起施行。");
        Assert.Contains("本条例自2024年10月1日起施行。", summary, StringComparison.Ordinal);
        Assert.DoesNotContain("制定本条例", summary, StringComparison.Ordinal);
        Assert.DoesNotContain("第二十六条", summary, StringComparison.Ordinal);
        Assert.DoesNotContain("（2024年5月28日", summary, StringComparison.Ordinal);
    }

    [Fact]
    public void The_lines_of_a_list_are_told_with_what_they_are_a_list_of() =>
        Assert.StartsWith("任命：张三丰为青禾市司法局副局长；", Sum("任免名单", "任命：", "张三丰为青禾市司法局副局长；", "何远为青禾市公安局局长。"), StringComparison.Ordinal);

    [Fact]
    public void A_form_is_told_by_its_weightiest_line() => Assert.Contains(
        "罚款人民币95万元",
        Sum("行政处罚信息公示", "行政处罚决定书文号：青金罚决字〔2024〕11号", "被处罚当事人：青禾乡村银行", "行政处罚内容：对青禾乡村银行罚款人民币95万元", "2024年3月8日"),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("青禾市司法局等三部门联合印发《青禾市法律援助机构工作人员信用管理实施细则》，从今年3月起，对全市五百二十六家法律援助机构及其全部工作人员实行记分管理。", "起。")]
    [InlineData("针对广大群众反映强烈的物业服务企业未公开公共收益收支、未按规定提供维修资金账目等问题，青禾市住房和城乡建设局组织力量对全市二百一十六家物业服务企业逐一开展检查整治。", "等问题。")]
    [InlineData("青禾市网信办依据《青禾市个人信息保护办法》《青禾市网络数据安全管理条例》等法律法规，对社会反映强烈的八十二款应用程序的个人信息收集使用情况进行了集中检测，并依法公开通报。", "法律法规。")]
    public void A_cut_never_ends_where_the_news_is_still_to_come(string sentence, string end) =>
        Assert.False(Sum("专项整治", sentence).EndsWith(end, StringComparison.Ordinal));

    [Fact]
    public void A_purpose_that_goes_takes_no_doer_with_it() => Assert.StartsWith(
        "云门区司法局起草了",
        Sum("云门区征集意见", "为进一步规范行政调解，云门区司法局起草了《云门区行政调解工作规则（征求意见稿）》，3月12日在区政府网站全文公布。"),
        StringComparison.Ordinal);

    private static string Sum(string title, params string[] paragraphs) => new Summarizer().Summarize(new SummaryInput(title, null, paragraphs));
}

using Bot.Bulletins.Facts;

namespace Bot.Tests.Bulletins.Facts;

/// <summary>What people, numbers of orders, currencies and counts are called in the forms that are rarer in print.</summary>
public sealed class FactNamesTests
{
    private static readonly DateOnly _edition = new(2024, 5, 30);

    [Theory]
    [InlineData("《青禾省渔业办法》（禾政令第166号）同时废止。", "禾政令第166号")]
    [InlineData("《青禾省渔业办法》（原银监会令第5号，已修改）", "银监会令第5号")]
    [InlineData("《青禾省渔业办法》（省政府令第271号）", "省政府令第271号")]
    [InlineData("中华人民共和国主席令第四十六号", "主席令第46号")]
    [InlineData("青市监罚〔2025〕第436号", "青市监罚〔2025〕第436号")]
    public void A_number_stands_as_the_text_writes_it(string text, string number) =>
        Assert.Equal(number, Assert.Single(Read(text, FactKind.Number)).Value);

    [Fact]
    public void An_announcement_counted_within_its_matter_has_no_number_of_its_own()
    {
        var facts = FactReader.Read(new FactInput("青禾市司法局关于召开听证会的公告（第二号）", ["特此公告。"], _edition));
        Assert.DoesNotContain(facts, f => f.Kind == FactKind.Number);
    }

    [Theory]
    [InlineData("查扣现金380万元、港币120万元。", "CNY 3800000|HKD 1200000")]
    [InlineData("注册资本为日元5000万元，另有欧元3万元。", "JPY 50000000|EUR 30000")]
    [InlineData("新台币200元、澳门元300元、英镑40万。", "TWD 200|MOP 300|GBP 400000")]
    [InlineData("涉案500万美元3台设备。", "USD 5000000")]
    [InlineData("折合人民币1.2亿元。", "CNY 120000000")]
    [InlineData("人民币3个月期存款利率。", "")]
    public void A_currency_before_the_figure_is_the_amounts(string text, string money) =>
        Assert.Equal(money, string.Join('|', Read(text, FactKind.Money).Select(f => f.Value)));

    [Theory]
    [InlineData("考点设在青禾市、川泽县等九个考区。", "9 个")]
    [InlineData("十二个县同时开考。", "12 个")]
    [InlineData("三名旁听人员到场。", "3 名")]
    [InlineData("热线来电逾百万 家事咨询占两成", "")]
    [InlineData("近千人参加，数十家到场，逾百件办结。", "")]
    [InlineData("百分之三十的人员。", "")]
    [InlineData("增强四个意识，抓好三个方面。", "")]
    [InlineData("经过四个多月。", "")]
    public void A_count_in_words_counts_things_and_is_exact(string text, string counts) =>
        Assert.Equal(counts, string.Join('|', Read(text, FactKind.Count).Select(f => f.Value)));

    [Theory]
    [InlineData("青禾市司法局副局长游天鹏说，", "游天鹏 青禾市司法局副局长")]
    [InlineData("青禾市公安局副局长沐天成表示，", "沐天成 青禾市公安局副局长")]
    [InlineData("青禾市司法局局长向川泽介绍，", "向川泽 青禾市司法局局长")]
    [InlineData("青禾市司法局局长尉迟青出席。", "尉迟青 青禾市司法局局长")]
    [InlineData("青禾旗司法局局长阿古拉表示，", "阿古拉 青禾旗司法局局长")]
    [InlineData("青禾县司法局局长次仁多吉介绍，", "次仁多吉 青禾县司法局局长")]
    [InlineData("青禾县司法局局长买买提·吐尔逊介绍，", "买买提·吐尔逊 青禾县司法局局长")]
    [InlineData("接受扈小楼辞去青禾县人民政府副县长职务的请求；", "扈小楼 青禾县人民政府副县长")]
    [InlineData("青禾市司法局局长欧冶明介绍，", "欧冶明 青禾市司法局局长")]
    [InlineData("青禾区法院院长舟行远表示，", "舟行远 青禾区法院院长")]
    [InlineData("青禾市司法局局长星期一表示，青禾市市长毅然表示。", "")]
    [InlineData("青禾市司法局局长随后介绍，青禾市市长逐一介绍，青禾县县长代表全县表示。", "")]
    [InlineData("青禾市司法局局长向全市通报情况。", "")]
    [InlineData("青禾市司法局局长查看现场。", "")]
    [InlineData("青禾市司法局局长都参加会议。", "")]
    [InlineData("青禾市司法局局长和当地群众交流，", "")]
    public void A_rarer_name_is_one_where_only_a_name_can_stand(string text, string people) =>
        Assert.Equal(people, string.Join('|', Read(text, FactKind.Person).Select(f => $"{f.Value} {f.Detail}")));

    [Theory]
    [InlineData("青禾市司法局公告2020年第12号自本公告施行之日起废止。")]
    [InlineData("自本公告实施之日起，《青禾市公证办法》停止执行。")]
    public void What_ends_when_this_begins_ends_on_the_day_that_this_names(string text)
    {
        var facts = FactReader.Read(new FactInput("青禾市司法局公告", [text, "本公告自2024年7月1日起施行。"], _edition));
        Assert.Equal("2024-07-01", Assert.Single(facts, f => f.Kind == FactKind.Repealed).Value);
        Assert.DoesNotContain(FactReader.Read(new FactInput("青禾市司法局公告", [text], _edition)), f => f.Kind == FactKind.Repealed);
    }

    private static List<Fact> Read(string text, FactKind kind) => [.. FactReader.Read(new FactInput(null, [text], _edition)).Where(f => f.Kind == kind)];
}

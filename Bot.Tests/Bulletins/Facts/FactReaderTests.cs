using Bot.Bulletins.Facts;
using Bot.Tests.Summaries;

namespace Bot.Tests.Bulletins.Facts;

public sealed class FactReaderTests
{
    private static readonly DateOnly _edition = new(2024, 5, 30);

    [Theory]
    [InlineData("依据司发通〔2024〕12号执行。", "司发通〔2024〕12号")]
    [InlineData("《通知》（司发通[2024]12号）", "司发通〔2024〕12号")]
    [InlineData("青政办发（2024）8号文件", "青政办发〔2024〕8号")]
    [InlineData("青司规【2024】３号", "青司规〔2024〕3号")]
    [InlineData("松政办发〔2024〕 18 号", "松政办发〔2024〕18号")]
    [InlineData("经研究，以松政办发〔2024〕18号文件印发", "松政办发〔2024〕18号")]
    [InlineData("《细则》（松建发〔2019〕33号）", "松建发〔2019〕33号")]
    [InlineData("根据国办发〔2024〕012号精神", "国办发〔2024〕012号")]
    [InlineData("转发国办函〔2023〕5号", "国办函〔2023〕5号")]
    [InlineData("签署国务院令第779号，公布条例。", "国务院令第779号")]
    [InlineData("中华人民共和国司法部令第173号", "司法部令第173号")]
    [InlineData("青禾省人民政府令第十二号", "青禾省人民政府令第12号")]
    [InlineData("市场监管总局公告2024年第12号", "市场监管总局公告2024年第12号")]
    public void A_document_number_reads_the_same_in_every_bracket(string text, string number) =>
        Assert.Equal(number, Assert.Single(Read(text, FactKind.Number)).Value);

    [Theory]
    [InlineData("案号为（2024）内01民终123号。", "（2024）内01民终123号")]
    [InlineData("(2023)最高法知民终45号判决", "（2023）最高法知民终45号")]
    [InlineData("〔2022〕京0105刑初6号之一", "（2022）京0105刑初6号之一")]
    public void A_case_number_is_told_from_a_document_number(string text, string number)
    {
        Assert.Equal(number, Assert.Single(Read(text, FactKind.CaseNumber)).Value);
        Assert.Empty(Read(text, FactKind.Number));
    }

    [Theory]
    [InlineData("本办法自2024年7月1日起施行。", nameof(FactKind.InForce), "2024-07-01")]
    [InlineData("本办法自二〇二四年七月一日起施行。", nameof(FactKind.InForce), "2024-07-01")]
    [InlineData("新规将于7月1日起正式实施。", nameof(FactKind.InForce), "2024-07-01")]
    [InlineData("自本月15日起施行。", nameof(FactKind.InForce), "2024-05-15")]
    [InlineData("自下月1日起执行。", nameof(FactKind.InForce), "2024-06-01")]
    [InlineData("自明年1月1日起施行。", nameof(FactKind.InForce), "2025-01-01")]
    [InlineData("施行日期：2024-07-01", nameof(FactKind.InForce), "2024-07-01")]
    [InlineData("现公开征求意见，意见反馈截止日期为2024年6月28日。", nameof(FactKind.CommentsUntil), "2024-06-28")]
    [InlineData("现向社会征求意见，请于6月28日前将意见反馈至邮箱。", nameof(FactKind.CommentsUntil), "2024-06-28")]
    [InlineData("征求意见时间为2024年5月28日至6月28日。", nameof(FactKind.CommentsUntil), "2024-06-28")]
    [InlineData("《暂行办法》自2024年6月1日起废止。", nameof(FactKind.Repealed), "2024-06-01")]
    [InlineData("定于6月20日上午9时举行价格听证会。", nameof(FactKind.Hearing), "2024-06-20")]
    [InlineData("该案将于6月20日公开开庭审理。", nameof(FactKind.Hearing), "2024-06-20")]
    [InlineData("笔试时间为6月20日上午。", nameof(FactKind.Exam), "2024-06-20")]
    [InlineData("昨日，青禾市司法局发布《青禾市公证指南》。", nameof(FactKind.Published), "2024-05-29")]
    [InlineData("发布日期：2024-05-27", nameof(FactKind.Published), "2024-05-27")]
    public void A_date_that_binds_is_counted_out_to_the_day(string text, string kindName, string date) =>
        Assert.Equal(date, Assert.Single(Read(text, Enum.Parse<FactKind>(kindName))).Value);

    [Theory]
    [InlineData("自收到通知之日起15日内申请。")]
    [InlineData("自发布之日起施行。")]
    [InlineData("近日起施行。")]
    [InlineData("6月30日前报送工作方案。")]
    [InlineData("考试成绩于9月21日公布，报名截止9月1日。")]
    [InlineData("自2024年2月30日起施行。")]
    [InlineData("7月1日起实施专项行动的单位")]
    public void A_date_that_binds_nothing_is_no_fact(string text) =>
        Assert.DoesNotContain(FactReader.Read(new FactInput(null, [text], _edition)), f => f.Date is not null);

    [Fact]
    public void Without_an_edition_a_date_without_a_year_is_no_fact()
    {
        Assert.Empty(FactReader.Read(new FactInput(null, ["自7月1日起施行。"], null)));
        Assert.Single(FactReader.Read(new FactInput(null, ["自2024年7月1日起施行。"], null)));
    }

    [Theory]
    [InlineData("市监总局印发《办法》。", "国家市场监督管理总局")]
    [InlineData("最高法、最高检联合发布典型案例。", "最高人民法院|最高人民检察院")]
    [InlineData("近日，自治区高院印发《意见》。", "自治区高级人民法院")]
    [InlineData("自治区教育厅、民政厅、卫生健康委联合印发《方案》。", "自治区教育厅|自治区民政厅|自治区卫生健康委员会")]
    [InlineData("青禾市人力资源和社会保障局和青禾市财政局出台《办法》。", "青禾市人力资源和社会保障局|青禾市财政局")]
    [InlineData("由青禾市司法局制定的《规程》", "青禾市司法局")]
    public void Whoever_issues_is_the_issuer_under_the_full_name(string text, string issuers) =>
        Assert.Equal(issuers.Split('|'), Read(text, FactKind.Issuer).Select(f => f.Value));

    [Theory]
    [InlineData("青禾市司法局召开会议。")]
    [InlineData("青禾市司法局将出台《办法》。")]
    [InlineData("根据青禾市司法局制定的计划开展。")]
    [InlineData("该局印发《办法》。")]
    [InlineData("有关部门发布提示。")]
    public void Whoever_only_acts_or_is_going_to_issue_is_no_issuer(string text) => Assert.Empty(Read(text, FactKind.Issuer));

    [Theory]
    [InlineData("青禾市司法局党委书记、局长林原出席会议。", "林原", "青禾市司法局党委书记、局长")]
    [InlineData("省水利厅党组书记、厅长，湖区管理局第一政委欧阳若出席。", "欧阳若", "省水利厅党组书记、厅长，湖区管理局第一政委")]
    [InlineData("会上，青禾中院副院长何其远通报情况。", "何其远", "青禾中院副院长")]
    [InlineData("决定任命苏晚晴为青禾市司法局局长。", "苏晚晴", "青禾市司法局局长")]
    [InlineData("青禾市司法局局长林　原表示", "林原", "青禾市司法局局长")]
    [InlineData("松岭集团董事长华灼说，希望加大保护力度。", "华灼", "松岭集团董事长")]
    [InlineData("青禾研究院院长林原认为，应当加大保护力度。", "林原", "青禾研究院院长")]
    [InlineData("林原，男，1975年3月生，现任青禾市司法局副局长，拟任一级调研员。", "林原", "青禾市司法局副局长")]
    public void A_person_is_read_with_the_office_that_the_text_gives(string text, string name, string office)
    {
        var person = Assert.Single(Read(text, FactKind.Person));
        Assert.Equal((name, office), (person.Value, person.Detail));
    }

    [Theory]
    [InlineData("局长应当出席会议。")]
    [InlineData("青禾市委书记强调，要抓好落实。")]
    [InlineData("青禾市司法局局长解读新规，青禾市委书记任职以来")]
    [InlineData("林原出席会议。")]
    [InlineData("青禾市司法局局长在会上讲话。")]
    [InlineData("人民法院院长和副院长分别表示")]
    [InlineData("常务委员会任命的主任委员")]
    public void A_name_without_office_or_an_office_without_name_is_no_person(string text) => Assert.Empty(Read(text, FactKind.Person));

    [Theory]
    [InlineData("价值10.68万元的慰问品", nameof(FactKind.Money), "CNY 106800")]
    [InlineData("罚款1,200元", nameof(FactKind.Money), "CNY 1200")]
    [InlineData("投资三百二十万元", nameof(FactKind.Money), "CNY 3200000")]
    [InlineData("出口25亿美元", nameof(FactKind.Money), "USD 2500000000")]
    [InlineData("达成16项议题", nameof(FactKind.Count), "16 项")]
    [InlineData("发布八起典型案例", nameof(FactKind.Count), "8 起")]
    [InlineData("服务1.2万人次", nameof(FactKind.Count), "12000 人次")]
    [InlineData("同比增长31.6％", nameof(FactKind.Count), "31.6 %")]
    public void Money_and_counts_are_read_as_numbers(string text, string kindName, string value) =>
        Assert.Equal(value, Assert.Single(Read(text, Enum.Parse<FactKind>(kindName))).Value);

    [Theory]
    [InlineData("元旦期间，2024年元月")]
    [InlineData("第三批、第12项")]
    [InlineData("“四个重大”和三方会商")]
    [InlineData("6个月、15个工作日、24小时")]
    [InlineData("现年35岁，电话12345")]
    public void Numbers_that_count_nothing_are_no_facts(string text) => Assert.Empty(FactReader.Read(new FactInput(null, [text], _edition)));

    [Fact]
    public void Every_span_points_at_the_words_it_was_read_from()
    {
        string[] paragraphs =
        [
            "近日，青禾市司法局印发《办法》（青司规〔2024〕3号），局长林原介绍，全市受理申请1260件，减免费用3.5万元。",
            "本办法自2024年7月1日起施行。",
            "青禾市司法局",
            "2024年5月28日",
        ];
        var facts = FactReader.Read(new FactInput("青禾市司法局印发办法", paragraphs, _edition));
        Assert.All(facts, f => Assert.NotEmpty(Words(f)));
        Assert.Equal("青司规〔2024〕3号", Words(facts.Single(f => f.Kind == FactKind.Number)));
        Assert.Equal("1260件", Words(facts.Single(f => f.Kind == FactKind.Count)));
        Assert.Equal("2024年7月1日", Words(facts.Single(f => f.Kind == FactKind.InForce)));
        Assert.Equal("2024年5月28日", Words(facts.Single(f => f.Kind == FactKind.Signed)));

        string Words(Fact fact) => (fact.Span.Paragraph == FactSpan.InTitle ? "青禾市司法局印发办法" : paragraphs[fact.Span.Paragraph]).Substring(fact.Span.Start, fact.Span.Length);
    }

    [Fact]
    public void The_real_page_gives_its_facts_and_no_others()
    {
        var read = SharedPage.Bulletins().Select(b => FactReader.Read(new FactInput(b.Title, [b.Body], _edition)).Select(f => $"{f.Kind} {f.Value} {f.Detail}".TrimEnd()).ToList()).ToList();
        Assert.Equal(7, read.Count);
        Assert.Equal("24f3bc68143efc47a4b8678c610c13c8453784ea2240f88860ee31b7ca04e29b", Hash(read[0]));
        Assert.Empty(read[1]);
        Assert.Empty(read[2]);
        Assert.Equal(["Money CNY 106800"], read[3]);
        Assert.Equal("1df1d2a4a72018dc627238692841c0d6f8a7252ec24f913e9b153026dc5000ef", Hash(read[4]));
        Assert.Empty(read[5]);
        Assert.Empty(read[6]);
    }

    /// <summary>The page names real people, so what is expected of it stands here as a hash: SHA-256 of its facts, sorted, a line each.</summary>
    private static string Hash(IEnumerable<string> facts) => Convert.ToHexStringLower(
        System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(string.Join('\n', facts.Order(StringComparer.Ordinal)))));

    private static List<Fact> Read(string text, FactKind kind) =>
        [.. FactReader.Read(new FactInput(null, [text], _edition)).Where(f => f.Kind == kind)];
}

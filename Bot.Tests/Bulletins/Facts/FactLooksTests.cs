using Bot.Bulletins.Facts;

namespace Bot.Tests.Bulletins.Facts;

/// <summary>What only looks like a fact, or looks like another than it is, in print of every kind.</summary>
public sealed class FactLooksTests
{
    private static readonly DateOnly _edition = new(2024, 5, 30);

    [Theory]
    [InlineData("两口子每月三四千元，多时七八百元、二三十万元。", "")]
    [InlineData("规模有望突破千亿元，带动千元消费。", "")]
    [InlineData("他连中三元，家住三元区，打破二元结构。", "")]
    [InlineData("灯会办到2月24日元宵节。", "")]
    [InlineData("付20块钱，又付3元5角。", "CNY 20|CNY 3.5")]
    [InlineData("人民币壹佰贰拾元捌角玖分", "CNY 120.89")]
    [InlineData("现金流量净额为－2.3亿元，", "")]
    [InlineData("￥ 6,000.00；4 000元", "CNY 6000|CNY 4000")]
    [InlineData("注册资本RMB200万元，保函USD 5,000。", "CNY 2000000|USD 5000")]
    public void A_sum_is_one_that_the_text_counts_out(string text, string money) =>
        Assert.Equal(money, Values(text, FactKind.Money));

    [Theory]
    [InlineData("单产7500公斤/公顷，浓度30微克每立方米，50毫克/升。", "")]
    [InlineData("库存近120万人份，农机16台套，出动30辆次。", "1200000 人份|16 台套|30 辆次")]
    [InlineData("中央八项规定、三人篮球、两位数增长、四人间。", "")]
    [InlineData("位于林泽路66号2幢，5幢301室，青禾花园9幢，7座汽车。", "")]
    [InlineData("前3名获奖，输入后12位考生号。", "")]
    [InlineData("目前3家已开业，经复议后90.3%办结。", "3 家|90.3 %")]
    [InlineData("甲、乙二人随后离开，两人均认罪。", "")]
    [InlineData("造成三人受伤，八人被救出，来了一百三十多人。", "3 人|8 人|130 人")]
    [InlineData("两名至三四名，七八十家，百件以上。", "2 名")]
    [InlineData("两位残疾老人，三千亩林地，最后一公里。", "2 位|3000 亩")]
    [InlineData("柴油300升，已升级3次。", "300 升|3 次")]
    [InlineData("十一批次不合格，两台挖掘机、五千余次咨询、七十余栋，路灯88盏。", "11 批次|2 台|5000 次|70 栋|88 盏")]
    [InlineData("四座大山，一只奶瓶，三个方面，二次供水。", "")]
    [InlineData("1000 余件、36节微课、7面锦旗、400万股，面积不足。", "1000 件|36 节|7 面|4000000 股")]
    [InlineData("出口4,700 万件，分两批引进，分为3期。", "47000000 件")]
    public void A_count_is_of_things_and_not_a_place_a_rate_or_a_word(string text, string counts) =>
        Assert.Equal(counts, Values(text, FactKind.Count));

    [Theory]
    [InlineData("图中是青禾区柳河镇长木桥村，村民正在晒粮。", "")]
    [InlineData("可能与青禾研究院前院长林立会面。", "林立 青禾研究院前院长")]
    [InlineData("基地负责人石远说，公司总经理高远说，", "")]
    [InlineData("禾远（青禾）农业发展有限公司总经理高飞说，", "高飞 禾远（青禾）农业发展有限公司总经理")]
    [InlineData("国务院总理石远日前签署国务院令。", "石远 国务院总理")]
    [InlineData("青禾县水务局局长石雷满怀期待。", "石雷 青禾县水务局局长")]
    [InlineData("省公安厅厅长林原到会，新任青禾县县长高远上任。", "林原 省公安厅厅长|高远 青禾县县长")]
    [InlineData("青禾市纪委常委林原还介绍，", "林原 青禾市纪委常委")]
    [InlineData("外交部发言人林原4日表示，", "林原 外交部发言人")]
    [InlineData("青禾市司法局局长王自强调研时说，", "王自强 青禾市司法局局长")]
    public void An_office_and_a_name_end_where_other_words_begin(string text, string people) =>
        Assert.Equal(people, string.Join('|', Read(text, FactKind.Person).Select(f => $"{f.Value} {f.Detail}")));

    [Theory]
    [InlineData("（2024）青01破2-3号", "（2024）青01破2-3号")]
    [InlineData("（2015）执申字第50号", "（2015）执申字第50号")]
    [InlineData("（2023）最高法知民终123号", "（2023）最高法知民终123号")]
    [InlineData("（2024）青0102执恢33号", "（2024）青0102执恢33号")]
    [InlineData("（2024）青0102行审8号", "（2024）青0102行审8号")]
    [InlineData("（2025）青0102民初第 1186 号民事判决书", "（2025）青0102民初第1186号")]
    [InlineData("（2024）青0105诉前调12号", "（2024）青0105诉前调12号")]
    [InlineData("（2025）青仲案字第0312号", "（2025）青仲案字第0312号")]
    public void A_case_keeps_its_whole_number(string text, string number) => Assert.Equal(number, Values(text, FactKind.CaseNumber));

    [Theory]
    [InlineData("中国证监会令【第220号】", "中国证监会令第220号", "中国证券监督管理委员会")]
    [InlineData("中国证券监督管理委员会公告〔2024〕3号", "中国证券监督管理委员会公告〔2024〕3号", "中国证券监督管理委员会")]
    [InlineData("财政部 税务总局 公告2024年第12号", "税务总局公告2024年第12号", "国家税务总局|财政部")]
    [InlineData("青禾省人民代表大会常务委员会公告（十四届）第12号", "青禾省人民代表大会常务委员会公告（十四届）第12号", "青禾省人民代表大会常务委员会")]
    [InlineData("青禾市第十六届人大常委会公告第8号", "青禾市第十六届人大常委会公告第8号", "青禾市人民代表大会常务委员会")]
    public void An_organs_number_is_its_own_in_every_term_and_bracket(string text, string number, string issuers)
    {
        Assert.Equal(number, Values(text, FactKind.Number));
        Assert.Equal(issuers, Values(text, FactKind.Issuer));
    }

    [Theory]
    [InlineData("市委依法治市办、市司法局联合发布典型案例。", "市委全面依法治市委员会办公室|市司法局")]
    [InlineData("青禾市司法局、市教育局、团市委联合印发《办法》。", "青禾市司法局|青禾市教育局|共青团青禾市委")]
    [InlineData("青禾经济技术开发区管委会发布《规定》。", "青禾经济技术开发区管理委员会")]
    [InlineData("中国人民银行青禾省分行、青禾证监局联合印发《意见》。", "中国人民银行青禾省分行|青禾证监局")]
    [InlineData("青禾市委、市政府印发《方案》。", "青禾市委|青禾市人民政府")]
    [InlineData("记者从青禾市教育局获悉，该局联合市公安局印发《意见》。", "青禾市教育局|青禾市公安局")]
    [InlineData("青禾市司法局副局长林原介绍，该局将出台措施。", "")]
    [InlineData("青禾市卫健委、市疾控局联合发文部署防控。", "青禾市卫生健康委员会|青禾市疾病预防控制局")]
    [InlineData("青禾市司法局编制的《指引》正式发布。", "青禾市司法局")]
    [InlineData("青禾市司法局印发《甲》，市财政局印发《乙》。", "青禾市司法局|青禾市财政局")]
    public void Each_organ_of_a_list_issues_under_its_whole_name(string text, string issuers) => Assert.Equal(issuers, Values(text, FactKind.Issuer));

    [Theory]
    [InlineData("州文化和旅游局副局长吉克阿依说，", "吉克阿依 州文化和旅游局副局长")]
    [InlineData("青禾乡卫生院院长扎西旺堆摸着新设备，", "扎西旺堆 青禾乡卫生院院长")]
    [InlineData("青禾自治州卫生健康委员会主任玛依努尔·艾合买提出席仪式。", "玛依努尔·艾合买提 青禾自治州卫生健康委员会主任")]
    [InlineData("决定：任命乌云其木格为旗林业和草原局局长（试用期一年）；", "乌云其木格 旗林业和草原局局长")]
    [InlineData("决定任免，免去苏日娜旗乡村振兴局副局长职务，退休。", "苏日娜 旗乡村振兴局副局长")]
    [InlineData("青禾市人民政府印发《任免名单》：免去林原青禾市司法局副局长职务。", "林原 青禾市司法局副局长")]
    [InlineData("青禾市市长和克拉玛依市市长会谈。", "")]
    [InlineData("决定任命林原为青禾市副市长、石远为青禾市司法局局长。", "林原 青禾市副市长|石远 青禾市司法局局长")]
    [InlineData("林原当选为青禾市市长，石远不再担任青禾市教育局局长职务。", "林原 青禾市市长|石远 青禾市教育局局长")]
    [InlineData("高云兼任青禾市律师协会会长。补选林原为青禾市人大常委会副主任。", "高云 青禾市律师协会会长|林原 青禾市人大常委会副主任")]
    [InlineData("林原（市教育局局长）说，", "林原 市教育局局长")]
    [InlineData("石远历任青禾县县长，石远曾任青禾市司法局局长。高度信任青禾市司法局局长。", "")]
    [InlineData("青禾市中级人民法院一审公开宣判青禾省交通运输厅原副厅长石某某受贿案，", "石某某 青禾省交通运输厅原副厅长")]
    [InlineData("中纪委先后宣布青禾省委常委石远被查，2009年青禾州旅游局局长林原说。", "石远 青禾省委常委|林原 青禾州旅游局局长")]
    [InlineData("何时亮相呢?青禾置业策划总监石远表示，被曝光的人是青禾国驻南国大使馆参赞高原。", "石远 青禾置业策划总监|高原 青禾国驻南国大使馆参赞")]
    [InlineData("青禾区法院法官应原告的请求到现场勘验，家事法官石麦说。", "")]
    [InlineData("决定免去：\n乌兰图雅州教育局副局长职务。", "乌兰图雅 州教育局副局长")]
    [InlineData("青禾县科技局局长石远打了个比方，副县长步青云笑说。", "石远 青禾县科技局局长")]
    [InlineData("——对话青禾市中级人民法院庭长林原", "林原 青禾市中级人民法院庭长")]
    [InlineData("任命名单：\n叱干小满（女，满族）、石远为青禾市人民检察院检察员。", "叱干小满 青禾市人民检察院检察员|石远 青禾市人民检察院检察员")]
    public void A_name_is_whole_in_sounds_and_where_the_office_follows(string text, string people) =>
        Assert.Equal(people, string.Join('|', Read(text, FactKind.Person).Select(f => $"{f.Value} {f.Detail}")));

    [Theory]
    [InlineData("栾发改公告﹝2023﹞7号", "栾发改公告〔2023〕7号")]
    [InlineData("霁市监处罚〔2025〕第 0217 号", "霁市监处罚〔2025〕第0217号")]
    [InlineData("（青劳人仲案〔2025〕第617、618号）", "青劳人仲案〔2025〕第617、618号")]
    [InlineData("（青）市监罚字〔2025〕3号", "（青）市监罚字〔2025〕3号")]
    [InlineData("青市监罚字[2025]第3－12号", "青市监罚字〔2025〕第3-12号")]
    [InlineData("青环罚〔2024〕B03号", "青环罚〔2024〕B03号")]
    [InlineData("国办发〔二〇二四〕6号", "国办发〔2024〕6号")]
    [InlineData("《关于某事的通知》（法〔2023〕88号）", "法〔2023〕88号")]
    public void A_number_keeps_its_figures_and_not_its_layout(string text, string number) => Assert.Equal(number, Values(text, FactKind.Number));

    [Fact]
    public void A_case_printed_with_spaces_is_the_same_case() => Assert.Equal("（2024）青0105民初2716号", Values("案号为〔2024〕青 0105 民初 2716 号，", FactKind.CaseNumber));

    [Fact]
    public void What_takes_effect_when_it_is_published_does_so_on_the_day_of_its_signature()
    {
        var facts = FactReader.Read(new FactInput("青禾州人民政府通告", ["现予公布，自公布之日起施行。2011年发布的《青禾州检疫办法》同时废止。", "青禾州人民政府", "2023年2月10日"], new DateOnly(2023, 2, 17)));
        Assert.Equal("2023-02-10", Assert.Single(facts, f => f.Kind == FactKind.InForce).Value);
        Assert.Equal("《青禾州检疫办法》", Assert.Single(facts, f => f.Kind == FactKind.Repealed).Detail);
    }

    [Fact]
    public void A_text_repeals_on_the_day_that_another_paragraph_names()
    {
        var facts = FactReader.Read(new FactInput(null, ["《解释》自2025年12月1日起施行。", "解释施行后，《青禾规定》同时废止。"], _edition));
        Assert.Equal("2025-12-01", Assert.Single(facts, f => f.Kind == FactKind.Repealed).Value);
    }

    [Fact]
    public void Exams_in_turn_are_all_exams() =>
        Assert.Equal("2024-06-15|2024-06-22", Values("考核分为两批，第一批于6月15日举行，第二批于6月22日举行，报名期限为6月1日至6月5日。", FactKind.Exam));

    [Theory]
    [InlineData("青禾县采购公告", "青禾县公共资源交易中心")]
    [InlineData("青禾市自然资源局网上挂牌出让公告", "青禾市自然资源局", "挂牌时间为6月20日。")]
    [InlineData("致外卖小哥", "青禾市公安局|青禾市总工会", "青禾市公安局", "青禾市总工会", "2026年1月")]
    [InlineData("青禾县的一天", "")]
    [InlineData("选举公告", "青禾市人民代表大会第四次会议主席团", "青禾市第十七届人民代表大会第四次会议主席团")]
    public void Whoever_signs_without_a_day_issues_too(string title, string issuers, params string[] end)
    {
        var lines = end.Length > 0 ? end : ["青禾县公共资源交易中心"];
        var facts = FactReader.Read(new FactInput(title, ["正文的第一段。", .. lines], _edition));
        Assert.Equal(issuers, string.Join('|', facts.Where(f => f.Kind == FactKind.Issuer).Select(f => f.Value).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void Who_holds_a_press_conference_publishes_what_comes_of_it()
    {
        var facts = FactReader.Read(new FactInput(null, ["5月18日，青禾市中级人民法院召开新闻发布会，通报审判情况，并发布典型案例。"], _edition));
        Assert.Equal("青禾市中级人民法院", Assert.Single(facts, f => f.Kind == FactKind.Issuer).Value);
        Assert.Equal("2024-05-18", Assert.Single(facts, f => f.Kind == FactKind.Published).Value);
    }

    [Fact]
    public void A_briefing_publishes_only_a_text()
    {
        Assert.Equal("青禾市中级人民法院", Values("12月18日，青禾市中级人民法院召开新闻通气会，通报情况并发布十大典型案例。", FactKind.Issuer));
        Assert.Equal("", Values("青禾市公安局5月8日召开新闻通气会，公布战果，并征集线索。", FactKind.Issuer));
    }

    [Fact]
    public void A_heading_says_what_the_day_below_it_is_for()
    {
        var facts = FactReader.Read(new FactInput("青禾市遴选公告", ["一、笔试时间", "2024年6月21日（星期五）", "二、打印准考证", "2024年6月17日", "面试时间初定于2024年7月12日。"], _edition));
        Assert.Equal("2024-06-21|2024-07-12", string.Join('|', facts.Where(f => f.Kind == FactKind.Exam).Select(f => f.Value)));
    }

    [Fact]
    public void An_older_text_without_a_name_ends_with_it_too() =>
        Assert.Equal("2025-09-01", Values("意见自2025年9月1日起执行，2016年印发的试行意见同时停止执行。", FactKind.Repealed));

    [Fact]
    public void An_organ_told_by_half_a_name_has_the_whole_one_that_is_written_alike()
    {
        var facts = FactReader.Read(new FactInput("青禾县人大常委会立法计划公布", ["县人大常委会5月6日公布年度立法计划。"], _edition));
        Assert.Equal("青禾县人民代表大会常务委员会", Assert.Single(facts, f => f.Kind == FactKind.Issuer).Value);
    }

    [Fact]
    public void A_year_alone_is_none_of_an_organs_name() => Assert.Equal("青禾省司法厅", Values("2009年青禾省司法厅印发《办法》。", FactKind.Issuer));

    [Fact]
    public void The_day_on_which_a_case_was_filed_is_no_hearing() => Assert.Equal("", Values("本院于2024年5月2日立案后，依法适用普通程序，公开开庭进行了审理。", FactKind.Hearing));

    [Fact]
    public void A_reminder_to_another_organ_issues_nothing() => Assert.Equal("", Values("青禾区监委向区住建局发出工作提示。", FactKind.Issuer));

    [Theory]
    [InlineData("中考6月13日至15日举行。", "2024-06-13|2024-06-15")]
    [InlineData("体能测评安排在7月10日。", "2024-07-10")]
    [InlineData("成绩公布时间：8月1日。", "")]
    public void An_exam_is_on_its_days(string text, string days) => Assert.Equal(days, Values(text, FactKind.Exam));

    [Theory]
    [InlineData("《青禾市停车条例》今起施行", "2024-05-30")]
    [InlineData("自7月5日起，正式实施《青禾市停车条例》。", "2024-07-05")]
    [InlineData("今起，这些新规影响生活。", "")]
    [InlineData("《青禾市停车条例》自2025年元旦起施行。", "2025-01-01")]
    [InlineData("本公告执行期限为2026年1月1日至2027年12月31日。", "2026-01-01")]
    [InlineData("《青禾市停车条例》自2024年7月1日（含当日）起施行。", "2024-07-01")]
    public void What_takes_effect_today_does_so_on_the_editions_day(string text, string days) => Assert.Equal(days, Values(text, FactKind.InForce));

    [Theory]
    [InlineData("公众可自即日起至6月27日提出意见建议，征求意见后修改。", "2024-06-27")]
    [InlineData("征求意见时间为30日，自2024年5月30日至2024年6月26日。", "2024-06-26")]
    [InlineData("征求意见稿提出，2025年12月31日前完成整改。", "")]
    [InlineData("公众可于6月15日前对征求意见稿提出意见。", "2024-06-15")]
    [InlineData("公开征求意见，请于6月25日（星期二）17:00前反馈。", "2024-06-25")]
    public void Comments_end_where_their_time_ends(string text, string days) => Assert.Equal(days, Values(text, FactKind.CommentsUntil));

    [Fact]
    public void A_feast_tells_the_day_of_what_was_published_on_it() =>
        Assert.Equal("2024-05-28", Values("5月28日是青禾节，青禾省高级人民法院举行新闻发布会，发布《白皮书》。", FactKind.Published));

    [Fact]
    public void What_is_repealed_may_stand_after_the_word() =>
        Assert.Equal("《青禾市采购办法》", Assert.Single(Read("自2024年6月15日起废止《青禾市采购办法》。", FactKind.Repealed)).Detail);

    private static string Values(string text, FactKind kind) => string.Join('|', Read(text, kind).Select(f => f.Value));

    private static List<Fact> Read(string text, FactKind kind) => [.. FactReader.Read(new FactInput(null, [text], _edition)).Where(f => f.Kind == kind)];
}

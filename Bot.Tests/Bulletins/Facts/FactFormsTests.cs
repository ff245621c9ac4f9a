using Bot.Bulletins.Facts;

namespace Bot.Tests.Bulletins.Facts;

/// <summary>The forms in which official texts print the same facts.</summary>
public sealed class FactFormsTests
{
    private static readonly DateOnly _edition = new(2024, 5, 30);

    [Theory]
    [InlineData("司法部2024年第12号公告", "司法部公告2024年第12号")]
    [InlineData("财政部、税务总局公告2024年第12号", "税务总局公告2024年第12号")]
    [InlineData("（2024年2月7日应急管理部令第21号公布）", "应急管理部令第21号")]
    [InlineData("（2024年2月7日青禾市人民政府令第5号公布）", "青禾市人民政府令第5号")]
    [InlineData("青府规〔２０２４〕１２号", "青府规〔2024〕12号")]
    [InlineData("市长林原签署青禾市人民政府令第12号。", "青禾市人民政府令第12号")]
    [InlineData("青公（治）行罚决字〔2024〕123号", "青公（治）行罚决字〔2024〕123号")]
    [InlineData("税委会公告2024年第5号", "税委会公告2024年第5号")]
    public void A_number_is_read_wherever_its_organ_stands(string text, string number) =>
        Assert.Equal(number, Assert.Single(Read(text, FactKind.Number)).Value);

    [Fact]
    public void A_case_number_of_the_old_style_keeps_its_word() =>
        Assert.Equal("（2015）青民初字第123号", Assert.Single(Read("（2015）青民初字第123号民事判决书", FactKind.CaseNumber)).Value);

    [Fact]
    public void A_heading_that_ends_with_its_number_gives_organ_and_number()
    {
        var facts = FactReader.Read(new FactInput("青禾市市场监督管理局关于食品抽检情况的通告（2024年第15号）", ["特此通告。"], _edition));
        Assert.Contains(facts, f => f is { Kind: FactKind.Issuer, Value: "青禾市市场监督管理局" });
        Assert.Contains(facts, f => f is { Kind: FactKind.Number, Value: "青禾市市场监督管理局通告2024年第15号" });
    }

    [Fact]
    public void A_subtitle_is_read_too()
    {
        var facts = FactReader.Read(new FactInput("某规定", ["第一条　为了规范管理，制定本规定。"], _edition) { Subtitle = "（2024年2月7日应急管理部令第21号公布　自2024年6月1日起施行）" });
        Assert.Equal(["应急管理部令第21号", "应急管理部", "2024-02-07", "2024-06-01"], facts.Select(f => f.Value));
        Assert.All(facts, f => Assert.Equal(FactSpan.InSubtitle, f.Span.Paragraph));
    }

    [Theory]
    [InlineData("青禾省司法厅、省财政厅印发《办法》。", "青禾省司法厅|青禾省财政厅")]
    [InlineData("青禾市司法局会同市审计局制定了《办法》。", "青禾市司法局|青禾市审计局")]
    [InlineData("青禾市司法局、市场监管局等五部门联合出台《意见》。", "青禾市司法局|青禾市市场监督管理局")]
    [InlineData("中共青禾市委办公室 青禾市人民政府办公室印发《方案》。", "中共青禾市委办公室|青禾市人民政府办公室")]
    [InlineData("《青禾市公证条例》由青禾市人民代表大会常务委员会公布。", "青禾市人民代表大会常务委员会")]
    [InlineData("昨日，青禾市司法局会同市场监管、交通运输等部门发布清单。", "青禾市司法局")]
    [InlineData("近日，公安部、司法部、国家网信办三部门联合印发《意见》。", "公安部|司法部|国家互联网信息办公室")]
    [InlineData("今年以来，青禾市司法局开展专项行动，印发《指引》，规范公证收费。", "青禾市司法局")]
    [InlineData("国务院总理近日签署国务院令，公布条例。", "国务院")]
    public void Every_organ_of_a_list_is_an_issuer_under_its_own_name(string text, string issuers) =>
        Assert.Equal(issuers.Split('|'), Read(text, FactKind.Issuer).Select(f => f.Value));

    [Fact]
    public void An_older_order_in_brackets_was_not_published_now_and_is_of_the_same_place()
    {
        var facts = FactReader.Read(new FactInput("青禾省人民政府关于废止部分规章的决定", ["对《青禾省渔业办法》（2005年8月1日省人民政府令第180号公布）予以废止。"], _edition));
        Assert.Contains(facts, f => f is { Kind: FactKind.Number, Value: "省人民政府令第180号", Detail: "青禾省人民政府令第180号" });
        Assert.DoesNotContain(facts, f => f.Kind == FactKind.Published);
    }

    [Fact]
    public void Half_a_name_gets_the_whole_one_that_the_bulletin_has()
    {
        var facts = FactReader.Read(new FactInput("关于启用新版文书的公告", ["市司法局印发《规程》。", "咨询青禾市司法局。"], _edition));
        Assert.Equal("青禾市司法局", Assert.Single(facts, f => f.Kind == FactKind.Issuer).Value);
    }

    [Theory]
    [InlineData("记者从青禾市司法局获悉，《青禾市公证条例》将施行。")]
    [InlineData("本公告由青禾市税务局负责解释。")]
    [InlineData("《办法》由青禾市司法局负责解释。")]
    [InlineData("2010年3月1日青禾市人民政府公布的《青禾市办法》同时废止。")]
    public void Who_is_only_asked_or_explains_is_no_issuer(string text) => Assert.Empty(Read(text, FactKind.Issuer));

    [Theory]
    [InlineData("处五百元以上两千元以下罚款", "CNY 500|CNY 2000")]
    [InlineData("损失约1亿2000万元，其中三千五百余万元", "CNY 120000000|CNY 35000000")]
    [InlineData("退还两万五千元", "CNY 25000")]
    [InlineData("人民币壹拾贰万叁仟元整", "CNY 123000")]
    [InlineData("罚款3-5万元", "CNY 30000|CNY 50000")]
    [InlineData("处3万元—5万元罚款", "CNY 30000|CNY 50000")]
    [InlineData("处5000至10000元罚款", "CNY 5000|CNY 10000")]
    [InlineData("票价50元/人，￥1,200，500万澳元", "CNY 50|CNY 1200|AUD 5000000")]
    [InlineData("几十万元、上千元、数百万元、元旦", "")]
    public void Money_is_read_in_words_ranges_and_currencies(string text, string values) =>
        Assert.Equal(values, string.Join('|', Read(text, FactKind.Money).Select(f => f.Value)));

    [Theory]
    [InlineData("计六章三十八条。", "38 条")]
    [InlineData("用电500千瓦时，查获毒品1.2千克、海洛因350克、子弹30发", "500 千瓦时|1.2 千克|350 克|30 发")]
    [InlineData("培训2个半小时", "")]
    [InlineData("发电90亿千瓦时", "9000000000 千瓦时")]
    [InlineData("栽种苗木500余株", "500 株")]
    [InlineData("查获假烟320条、假酒56瓶", "320 条|56 瓶")]
    [InlineData("抽检8批次", "8 批次")]
    [InlineData("数百名群众、上百名干部", "")]
    [InlineData("第三十二条第二款、第3款规定，柳营路77号2号楼15层，1:3的比例", "")]
    [InlineData("共5部分", "")]
    public void Counts_are_read_with_every_measure_word(string text, string values) =>
        Assert.Equal(values, string.Join('|', Read(text, FactKind.Count).Select(f => f.Value)));

    [Theory]
    [InlineData("经开区管委会主任李和平主持。", "李和平", "经开区管委会主任")]
    [InlineData("和平区人民法院院长种及灵表示。", "种及灵", "和平区人民法院院长")]
    [InlineData("江坪村党总支书记俞志刚告诉记者。", "俞志刚", "江坪村党总支书记")]
    [InlineData("松岭公司总工程师张满洲说，项目已建成。", "张满洲", "松岭公司总工程师")]
    [InlineData("乌泽县司法局局长达吾列提·毕里汗介绍。", "达吾列提·毕里汗", "乌泽县司法局局长")]
    [InlineData("5月20日上午青禾市司法局局长林原出席。", "林原", "青禾市司法局局长")]
    [InlineData("青禾市人民检察院依法对青禾市原副市长林原（正厅级）提起公诉。", "林原", "青禾市原副市长")]
    [InlineData("青禾市公安局民警赵明、青禾市公安局大队长何远参加。", "何远", "青禾市公安局大队长")]
    [InlineData("松州市委常委、青禾市委书记林原表示。", "林原", "松州市委常委、青禾市委书记")]
    [InlineData("苇泊县人民检察院检察长　阮籍", "阮籍", "苇泊县人民检察院检察长")]
    [InlineData("会议选举柳永和为青禾市法学会会长。", "柳永和", "青禾市法学会会长")]
    [InlineData("全国人大代表何远建议。", "何远", "全国人大代表")]
    [InlineData("拟任命林原同志为青禾市司法局局长。", "林原", "青禾市司法局局长")]
    public void An_office_is_read_from_its_first_character(string text, string name, string office)
    {
        var person = Assert.Single(Read(text, FactKind.Person));
        Assert.Equal((name, office), (person.Value, person.Detail));
    }

    [Theory]
    [InlineData("公司总经理和员工在现场参加了活动。")]
    [InlineData("长安汽车集团长安分公司在会上介绍，青禾工程师范学院在会上表示。")]
    [InlineData("青禾法院副院长毕业于青禾大学，云门派出所所长元旦在岗。")]
    [InlineData("松岭集团法务经理张先生表示。")]
    [InlineData("检察官助理温庭参加。")]
    public void A_word_that_opens_like_a_name_is_no_person(string text) => Assert.Empty(Read(text, FactKind.Person));

    [Fact]
    public void An_office_that_several_hold_is_of_each_of_them() =>
        Assert.Equal(["林原 青禾市司法局副局长", "何远 青禾市司法局副局长"], Read("青禾市司法局副局长林原、何远出席。", FactKind.Person).Select(f => $"{f.Value} {f.Detail}"));

    [Fact]
    public void A_list_of_appointments_says_who_becomes_what()
    {
        var facts = FactReader.Read(new FactInput("青禾市人大常委会任免名单", ["任命：", "张三丰、赵明为青禾市司法局副局长（试用期一年）；", "免去：", "何远的青禾市公安局局长职务。", "免去曾静雯青禾市信访局副局长职务。"], _edition));
        Assert.Equal(["张三丰 青禾市司法局副局长", "赵明 青禾市司法局副局长", "何远 青禾市公安局局长", "曾静雯 青禾市信访局副局长"], facts.Where(f => f.Kind == FactKind.Person).Select(f => $"{f.Value} {f.Detail}"));
    }

    [Theory]
    [InlineData("5月20日，青禾市司法局印发《办法》，自印发之日起施行。", nameof(FactKind.InForce), "2024-05-20")]
    [InlineData("本条例自2024年7月1日零时起施行。", nameof(FactKind.InForce), "2024-07-01")]
    [InlineData("意见反馈截止时间为6月28日17:00。", nameof(FactKind.CommentsUntil), "2024-06-28")]
    [InlineData("【发布日期】2024-05-18", nameof(FactKind.Published), "2024-05-18")]
    [InlineData("上周五，青禾市司法局发布《指南》。", nameof(FactKind.Published), "2024-05-24")]
    [InlineData("征求意见稿5月20日在区政府网站全文公布。", nameof(FactKind.Published), "2024-05-20")]
    [InlineData("《规定》于2024年5月20日由司法部公布。", nameof(FactKind.Published), "2024-05-20")]
    [InlineData("2024年6月10日（周一）14:30在第五审判庭公开审理一起故意伤害案。", nameof(FactKind.Hearing), "2024-06-10")]
    [InlineData("今年中考定于6月20日举行。", nameof(FactKind.Exam), "2024-06-20")]
    [InlineData("体能测评时间定于6月8日。", nameof(FactKind.Exam), "2024-06-08")]
    [InlineData("本报青禾5月28日讯 青禾市司法局今天发布《指南》。", nameof(FactKind.Published), "2024-05-28")]
    public void A_date_is_counted_from_what_the_text_says(string text, string kindName, string date) =>
        Assert.Equal(date, Assert.Single(Read(text, Enum.Parse<FactKind>(kindName))).Value);

    [Fact]
    public void Both_days_of_a_range_are_read() =>
        Assert.Equal(["2024-07-06", "2024-07-07"], Read("面试时间：2024年7月6日-7日。", FactKind.Exam).Select(f => f.Value));

    [Fact]
    public void A_dateline_apart_from_the_text_tells_its_today() =>
        Assert.Equal("2024-05-28", Assert.Single(FactReader.Read(new FactInput(null, ["青禾市司法局今天发布《指南》。"], _edition) { Dateline = "本报青禾5月28日讯" }), f => f.Kind == FactKind.Published).Value);

    [Fact]
    public void A_deadline_that_a_draft_sets_is_none_for_comments() =>
        Assert.Empty(Read("现公开征求意见。各单位应当在2024年12月31日前完成整改。", FactKind.CommentsUntil));

    private static List<Fact> Read(string text, FactKind kind) => [.. FactReader.Read(new FactInput(null, [text], _edition)).Where(f => f.Kind == kind)];
}

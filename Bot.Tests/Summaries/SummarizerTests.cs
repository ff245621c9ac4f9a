using Bot.Summaries;

namespace Bot.Tests.Summaries;

public sealed class SummarizerTests(ITestOutputHelper output)
{
    private static readonly Summarizer _summarizer = new();

    [Fact]
    public void The_bulletins_of_the_real_page_each_get_a_summary_in_their_own_words()
    {
        foreach (var (title, subtitle, body) in SharedPage.Bulletins())
        {
            var summary = _summarizer.Summarize(new SummaryInput(title, subtitle, [body]));
            output.WriteLine($"{title}\n  {summary.Length} {summary}");
            Assert.InRange(summary.Length, 20, 120);
            Assert.True(IsSubsequence(summary, body), summary);
            Assert.DoesNotContain("记者", summary, StringComparison.Ordinal);
            Assert.DoesNotContain("近日", summary, StringComparison.Ordinal);
            Assert.EndsWith("。", summary, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("本报讯（记者 林原 通讯员 何其）近日，青禾市司法局印发《社区矫正对象外出管理办法》。办法自2024年7月1日起施行。")]
    [InlineData("新华社北京5月3日电（记者林原）青禾市司法局印发《社区矫正对象外出管理办法》。办法自2024年7月1日起施行。")]
    [InlineData("青禾讯 日前，青禾市司法局印发《社区矫正对象外出管理办法》。办法自2024年7月1日起施行。")]
    [InlineData("中新网青禾6月3日电 (林原)记者从青禾市政府获悉，青禾市司法局印发《社区矫正对象外出管理办法》。办法自2024年7月1日起施行。")]
    [InlineData("青禾网讯近日，青禾市司法局印发《社区矫正对象外出管理办法》。办法自2024年7月1日起施行。")]
    [InlineData("新华社北京5月3日电青禾市司法局印发《社区矫正对象外出管理办法》。办法自2024年7月1日起施行。")]
    [InlineData("据某某社报导，青禾市司法局印发《社区矫正对象外出管理办法》。办法自2024年7月1日起施行。")]
    [InlineData("青禾网5月3日报道，北京时间5月3日消息，青禾市司法局印发《社区矫正对象外出管理办法》。办法自2024年7月1日起施行。")]
    [InlineData("（记者 林原）据悉，青禾市司法局印发《社区矫正对象外出管理办法》。办法自2024年7月1日起施行。")]
    public void A_summary_opens_with_the_news(string body) =>
        Assert.Equal("青禾市司法局印发《社区矫正对象外出管理办法》。办法自2024年7月1日起施行。", Summary("社区矫正有了新规矩", body));

    [Fact]
    public void A_sentence_that_only_repeats_the_title_is_passed_over()
    {
        var summary = Summary("青禾市法院发布十起典型案例", "青禾市法院发布十起典型案例。案例涉及劳动争议、网络购物等领域，6月3日起在法院网站公开。");
        Assert.Equal("案例涉及劳动争议、网络购物等领域，6月3日起在法院网站公开。", summary);
    }

    [Fact]
    public void A_sentence_that_has_the_whole_title_in_it_gives_way_to_one_that_says_more()
    {
        var summary = Summary("青禾市法院发布典型案例", "6月3日，青禾市法院发布典型案例，并回答记者提问。这批案例共10起，涉及劳动争议、网络购物等领域。");
        Assert.Equal("这批案例共10起，涉及劳动争议、网络购物等领域。", summary);
        Assert.NotEmpty(Summary("青禾市法院发布典型案例", "6月3日，青禾市法院发布典型案例，并回答记者提问。"));
        Assert.StartsWith("《青禾市公证办法》", Summary("青禾市公证办法", "《青禾市公证办法》已经市政府同意，自2024年7月1日起施行。请认真执行。"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("深秋的清晨，林泽河边起了薄雾。")]
    [InlineData("近年来，老城的商铺越开越多。")]
    public void The_news_comes_before_the_scene(string scene) =>
        Assert.StartsWith("青禾县司法局", Summary("", $"{scene}青禾县司法局设立12个法律服务点，帮助商户处理合同纠纷。服务点全年开放，商户可以当场签订调解协议。"), StringComparison.Ordinal);

    [Fact]
    public void A_quote_that_closes_in_another_sentence_leaves_no_mark_behind() =>
        Assert.DoesNotContain("“", Summary("", "石远介绍：“青禾市司法局设立12个法律服务点，帮助商户处理合同纠纷。服务点全年开放，商户可以当场签订调解协议。青禾市司法局还印发了服务指南。服务点由六十二家律师事务所轮流值守，每天上午九时开门，商户可以当面咨询，也可以打电话咨询，还可以在网上留言，律师会在一天以内答复。”"), StringComparison.Ordinal);

    [Fact]
    public void A_list_is_shortened_only_within_itself() =>
        Assert.Contains("诉你单位", Summary("", "本委受理申请人林原、石远、高云诉你单位关于工资、加班费等争议案件，定于2026年4月8日上午9时在青禾县和平街12号本委仲裁庭公开开庭审理，请你单位准时到庭参加审理。"), StringComparison.Ordinal);

    [Fact]
    public void A_judgment_is_told_by_what_the_court_rules() =>
        Assert.Contains("判决如下：由原告石某继承青禾镇房屋一套。", Summary("", "原告石某诉被告石某某继承纠纷一案，本院立案受理后，依法适用简易程序，公开开庭进行了审理。经审理查明事实清楚。据此，依照《中华人民共和国继承法》第十条、第十三条第一款、第二十五条之规定，判决如下：由原告石某继承青禾镇房屋一套。"), StringComparison.Ordinal);

    [Fact]
    public void A_sentence_that_is_a_little_long_keeps_what_came_of_it() =>
        Assert.EndsWith("饭店已被责令停业整改。", Summary("", "5月3日下午三点多钟青禾市林泽区一家新开张的饭店后厨突然冒出浓烟，消防队员在四分钟以内赶到现场，从三楼救出两名被困的服务员，火在一小时后扑灭，饭店已被责令停业整改。"), StringComparison.Ordinal);

    [Fact]
    public void Who_attended_is_left_out()
    {
        var summary = Summary("推进会", "青禾市司法局召开人民调解工作推进会，市司法局党组书记、局长林原，副局长何其出席会议并讲话，会议部署了120个村级调解室的建设任务。");
        Assert.Equal("青禾市司法局召开人民调解工作推进会，会议部署了120个村级调解室的建设任务。", summary);
    }

    [Fact]
    public void A_sentence_that_is_too_long_is_cut_where_it_can_stop_and_keeps_its_end_mark()
    {
        var clause = string.Concat(Enumerable.Repeat("，对全市各级法律援助机构的受理条件、办理时限和服务标准作出统一规定", 6));
        var summary = Summary("法援新规", $"青禾市人民政府办公室印发《青禾市法律援助工作规程》{clause}。");
        Assert.InRange(summary.Length, 20, 120);
        Assert.EndsWith("规定。", summary, StringComparison.Ordinal);
    }

    [Fact]
    public void An_endless_sentence_still_ends_within_the_limit()
    {
        var body = string.Concat(Enumerable.Repeat("法律援助", 60));
        var summary = Summary("标题", body);
        Assert.InRange(summary.Length, 1, 120);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("（某某局供稿）")]
    public void A_text_without_news_has_an_empty_summary(string body) => Assert.Equal("", Summary("标题", body));

    [Fact]
    public void English_sentences_are_told_apart_at_full_stops_but_not_at_abbreviations()
    {
        var summary = Summary("Notary fees cut", "The U.S. office of the Qinghe Notary Chamber said on Monday that fees fall by 2.5 percent. Dr. Lin Yuan will head the review. The rule takes effect on July 1, 2024.");
        Assert.StartsWith("The U.S. office of the Qinghe Notary Chamber said on Monday that fees fall by 2.5 percent.", summary, StringComparison.Ordinal);
        Assert.InRange(summary.Length, 60, 120);
    }

    internal static bool IsSubsequence(string part, string whole)
    {
        var at = 0;
        foreach (var c in whole)
        {
            if (at < part.Length && part[at] == c)
                at++;
        }

        return at == part.Length;
    }

    private static string Summary(string title, string body) => _summarizer.Summarize(new SummaryInput(title, null, [body]));
}

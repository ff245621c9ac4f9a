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

using System.Text;
using Bot.Sources;
using Bot.Sources.WebPages;

namespace Bot.Tests.Sources.WebPages;

public sealed class BodyProposalTests
{
    private const string Text = "各县区司法局：现就本批法律援助工作作出安排，请认真执行，按时上报进展情况，并于月底前把全部材料一式三份送交办公室汇总存档，逾期不再受理。";

    [Fact]
    public void The_element_that_holds_the_text_of_all_articles_is_proposed() =>
        Assert.Equal("div.zw", BodyProposal.Of([Page($"<div class=nav><a href='/'>首页</a></div><div class=zw><p>{Text}</p></div>"), Page($"<div class=zw><p>{Text}</p><p>{Text}</p></div>")]));

    [Theory]
    [InlineData("")]
    [InlineData("<div class=zw><p>见附件。</p></div>")]
    [InlineData("<p>没有容器的一段话。</p>")]
    public void Nothing_is_proposed_where_the_articles_have_no_text(string body) =>
        Assert.Null(BodyProposal.Of([Page(body)]));

    private static Document Page(string body) =>
        new() { Location = "https://a.example/1", MediaType = "text/html", Charset = "utf-8", Bytes = Encoding.UTF8.GetBytes($"<!doctype html><title>t</title>{body}"), FetchedAt = default };
}

namespace Bot.Tests.Sources.Syndication;

/// <summary>Documents that are made to cost much. Where the cost grows with the square of the length each takes many minutes; else less than a second.</summary>
public sealed class CostTests
{
    private const int Times = 400_000;

    [Theory]
    [InlineData("&lt;a ")]
    [InlineData("&lt;a b=&quot;")]
    [InlineData("&lt;a b=&quot;'&gt;")]
    [InlineData("&lt;!--")]
    [InlineData("&lt;!DOCTYPE ")]
    [InlineData("&lt;![CDATA[")]
    [InlineData("&lt;script&gt;")]
    [InlineData("&lt;script&gt;&lt;/")]
    [InlineData("<![CDATA[<a ]]>")]
    [InlineData("<![CDATA[")]
    [InlineData("<a ")]
    [InlineData("<x:y xmlns:x='u'>")]
    public Task A_text_of_broken_beginnings_costs_no_more_than_its_length(string beginning) =>
        Reads($"<rss><channel><item><title>{string.Concat(Enumerable.Repeat(beginning, Times))}</title></item>");

    [Fact]
    public Task Angle_brackets_without_end_before_one_end_cost_no_more_than_their_length() =>
        Reads($"<rss><channel><item><title>{string.Concat(Enumerable.Repeat("<a ", Times))}></title></item>");

    [Fact]
    public Task A_tag_of_very_many_attributes_costs_no_more_than_its_length() =>
        Reads($"<rss><channel><item {string.Concat(Enumerable.Range(0, Times / 4).Select(n => $" a{n}='{n}'"))}><title>x</title></item></channel></rss>");

    private static async Task Reads(string feed)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await Task.Run(() => Feeds.Read(feed), cancellationToken).WaitAsync(TimeSpan.FromMinutes(5), TimeProvider.System, cancellationToken);
    }
}

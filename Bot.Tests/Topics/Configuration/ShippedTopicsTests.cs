using System.Text.Json;
using Bot.Tests.Sources.Pages;
using Bot.Texts;
using Bot.Topics;

namespace Bot.Tests.Topics.Configuration;

public sealed class ShippedTopicsTests
{
    private static readonly Dictionary<string, string> _names = new()
    {
        ["司法行政"] = "judicial-administration",
        ["法院"] = "courts",
        ["监狱"] = "prisons",
        ["纪检监察"] = "discipline",
        ["知识产权"] = "intellectual-property",
        ["未成年人保护"] = "minors",
        ["民政"] = "civil-affairs",
        ["科技"] = "science",
        ["律师"] = "lawyers",
    };

    [Fact]
    public void They_load_and_no_name_stands_twice()
    {
        var topics = Shipped();
        Assert.InRange(topics.Count, 20, 30);
        Assert.Equal(topics.Count, topics.Select(t => t.NameZh).Distinct().Count());
        Assert.Equal(topics.Count, topics.Select(t => t.NameEn).Distinct().Count());
    }

    [Fact]
    public void Each_article_of_a_real_page_reaches_the_topics_that_it_is_about()
    {
        var page = PageFiles.Real("000_4a6160887b23c619.txt");
        using var expected = JsonDocument.Parse(File.ReadAllText(PageFiles.Real("000_4a6160887b23c619.expected.json")));
        var catalogue = Catalogue();
        var entries = PageFiles.Read(page).Entries;
        foreach (var bulletin in expected.RootElement.GetProperty("bulletins").EnumerateArray())
        {
            var entry = Assert.Single(entries, e => e.Title == bulletin.GetProperty("title").GetString());
            var found = catalogue.Match(new RuleText { Title = entry.Title ?? "", Subtitle = entry.Subtitle ?? "", Paragraphs = [.. entry.Paragraphs] });
            Assert.Subset(found.Select(m => m.Topic.Id).ToHashSet(), bulletin.GetProperty("about").EnumerateArray().Select(a => _names[a.GetString()!]).ToHashSet());
            Assert.InRange(found.Count, 1, 4);
        }
    }

    /// <summary>Headlines and openings of invented towns, with what a reader would say they are about.</summary>
    [Theory]
    [InlineData("青禾县法院开设夜间调解室", "居民下班后可以来调解。", "courts arbitration-mediation")]
    [InlineData("高院校毕业生就业形势向好", "云塘市各高校举办招聘会。", "")]
    [InlineData("云塘市公证处推出上门服务", "公证员为行动不便的老人办理公证书。", "notaries-forensics")]
    [InlineData("青禾县检察院对一起环境污染案提起公诉", "检察官出庭支持公诉。", "procuratorate environment")]
    [InlineData("云塘马拉松鸣枪开跑", "民警在沿途维持秩序，一名律师获得第三名。", "")]
    [InlineData("云塘市出台电动车管理办法", "本办法自2025年8月1日起施行。", "legislation")]
    [InlineData("少年宫迎来新学期", "孩子们学习书法。", "minors")]
    [InlineData("青禾县清理拖欠农民工工资", "农民工工资专户已经设立。", "legal-aid")]
    [InlineData("樱花大道进入盛花期", "市民纷纷前往赏花。", "")]
    public void A_bulletin_reaches_the_topics_that_it_is_about(string title, string body, string topics) =>
        Assert.Equal(topics.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(),
            Catalogue().Match(new RuleText { Title = title, Paragraphs = [body] }).Select(m => m.Topic.Id).Order());

    private static TopicCatalogue Catalogue()
    {
        var catalogue = new TopicCatalogue();
        catalogue.Replace(Shipped());
        return catalogue;
    }

    private static IReadOnlyList<Topic> Shipped() =>
        Assert.IsType<TopicsFileResult.Loaded>(TopicsFile.Load(Path.Combine(PageFiles.Root, "config", "topics.yaml"), Language.En)).Topics;
}

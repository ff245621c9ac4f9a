using System.Text.Json;
using Bot.Bulletins.Places;

namespace Bot.Tests.Bulletins.Places;

public sealed class BulletinRegionsTests
{
    private static readonly PlaceFinder _finder = new();
    private static readonly BulletinRegions _regions = new(_finder);
    private static readonly Place _home = Gazetteer.Default.ByName("内蒙古自治区")!;

    [Fact]
    public void A_place_that_holds_another_is_left_out() =>
        Assert.Equal(["赛罕区"], _regions.Of(["法治讲座开讲"], null, ["内蒙古自治区呼和浩特市赛罕区司法局", "自治区司法厅"], _home));

    [Fact]
    public void What_the_headline_names_stays_and_comes_first() =>
        Assert.Equal(["内蒙古自治区", "包头市"], _regions.Of(["全区调解员培训班在包头举办"], "包头讯", ["近日，包头市司法局"], _home));

    [Fact]
    public void A_headline_is_not_about_the_place_that_only_introduces_another() =>
        Assert.Equal(["包头市"], _regions.Of(["内蒙古包头：调解进社区"], null, [], _home));

    [Fact]
    public void The_dateline_counts_only_where_nothing_else_is_named()
    {
        Assert.Equal(["内蒙古自治区"], _regions.Of(["法治讲座开讲"], "呼和浩特讯", ["自治区司法厅"], _home));
        Assert.Equal(["呼和浩特市"], _regions.Of(["法治讲座开讲"], "呼和浩特讯", ["律师们"], _home));
    }

    [Fact]
    public void A_page_belongs_to_the_province_that_most_of_its_places_lie_in()
    {
        var homes = new HomeRegion(_finder);
        Assert.Equal("内蒙古自治区", homes.Of(["包头市司法局", "内蒙古与锡林郭勒盟", "北京专家"])?.Name);
        Assert.Equal("包头市", homes.Of(["包头市", "包头市昆都仑区", "包头警方", "东河区"])?.Name);
        Assert.Null(homes.Of(["北京、上海、广东、四川"]));
        Assert.Null(homes.Of(["没有地名"]));
    }

    /// <summary>The page's text is not of this project, so it is read where it lies, and only its shape is compared.</summary>
    [Fact]
    public void The_regions_of_a_real_page_are_all_found()
    {
        var folder = RealPages();
        Assert.SkipWhen(folder is null, "The real page is not here.");
        var homes = new HomeRegion(_finder);
        foreach (var file in Directory.GetFiles(folder!, "*.expected.json"))
        {
            using var expected = JsonDocument.Parse(File.ReadAllText(file));
            var page = string.Concat(File.ReadAllText(file.Replace(".expected.json", ".txt", StringComparison.Ordinal)).Where(c => !char.IsWhiteSpace(c)));
            var home = homes.Of([page]);
            foreach (var bulletin in expected.RootElement.GetProperty("bulletins").EnumerateArray())
            {
                string? Text(string name) => bulletin.GetProperty(name).GetString();
                var start = page.IndexOf(Text("body_starts")!, StringComparison.Ordinal);
                var end = page.IndexOf(Text("body_ends")!, start, StringComparison.Ordinal) + Text("body_ends")!.Length;
                var regions = _regions.Of([Text("title"), Text("subtitle")], Text("dateline"), [page[start..end]], home);
                Assert.Equal(bulletin.GetProperty("regions").EnumerateArray().Select(r => r.GetString()), regions);
            }
        }
    }

    private static string? RealPages()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Bot.sln")))
                return Path.Combine(folder.FullName, "..", "shared", "pages") is var pages && Directory.Exists(pages) ? pages : null;
        }

        return null;
    }
}

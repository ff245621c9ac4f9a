using Bot.Sources;

namespace Bot.Tests.Sources.Pages;

public sealed class SamplePageTests
{
    private static string Sample(string name) => Path.Combine(PageFiles.Root, "config", "sample", "pages", name);

    [Fact]
    public void The_sample_page_in_utf_8_is_read()
    {
        var result = PageFiles.Read(Sample("yunling-2025-06-12-02.txt"));
        Assert.Equal("utf-8", result.Encoding);
        Assert.Equal(
            [
                "把矛盾化解在家门口", "地理标志不容冒用 茶农信誉依法守护", "检察官走进红枫小学 上好网络安全第一课",
                "一封家书入高墙 几多亲情暖人心", "窗口当场受理 争议就地化解",
            ],
            result.Entries.Select(e => e.Title));
        Assert.Equal(["临溪讯", "本报讯", "本报讯", "本报讯", "青禾讯"], result.Entries.Select(e => e.Dateline));
        Assert.Equal(new Edition("云岭法治时报", new(2025, 6, 12), "2"), result.Entries[0].Edition);
        Assert.Equal([new("记者", "陶亦川"), new("通讯员", "蓝小禾")], result.Entries[0].Contributors);
        Assert.Equal("云岭省监狱管理局供稿", result.Entries[3].Credit);
        Assert.Equal("青禾市设立行政复议受理窗口", result.Entries[4].Subtitle);
    }

    [Fact]
    public void The_sample_page_in_gb18030_is_read()
    {
        var result = PageFiles.Read(Sample("yunling-2025-07-16-03.txt"));
        Assert.Equal("gb18030", result.Encoding);
        Assert.Equal(
            ["律师进园区 服务送上门", "公益劳动促矫正 回归社会重新行", "流动公证车开进社区", "十条措施护航企业发展", "遗失声明"],
            result.Entries.Select(e => e.Title));
        Assert.Equal(EntryKind.Notice, result.Entries[^1].Kind);
        Assert.Equal(2, result.Entries[2].Captions.Count);
        Assert.Equal("青禾市中级人民法院持续优化法治化营商环境", result.Entries[3].Subtitle);
    }
}

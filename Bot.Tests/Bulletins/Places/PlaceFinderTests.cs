using Bot.Bulletins.Places;

namespace Bot.Tests.Bulletins.Places;

public sealed class PlaceFinderTests
{
    private static readonly PlaceFinder _finder = new();
    private static readonly Place _home = Gazetteer.Default.ByName("内蒙古自治区")!;

    [Fact]
    public void The_gazetteer_holds_every_province_prefecture_and_county()
    {
        var levels = Gazetteer.Default.Places.CountBy(p => p.Level).ToDictionary();
        Assert.Equal(34, levels[PlaceLevel.Province]);
        Assert.Equal(333, levels[PlaceLevel.Prefecture]);
        Assert.InRange(levels[PlaceLevel.County], 2850, 2900);
        Assert.All(Gazetteer.Default.Places, p => Assert.Equal(p.Level == PlaceLevel.Province, p.Parent is null));
        Assert.Equal(["150100", "150000"], Gazetteer.Default.ByCode("150121")!.Ancestors.Select(p => p.Code));
    }

    [Theory]
    [InlineData("包头警方通报", "包头市")]
    [InlineData("锡盟两级法院", "锡林郭勒盟")]
    [InlineData("锡林郭勒草原", "锡林郭勒盟")]
    [InlineData("广西法院系统", "广西壮族自治区")]
    [InlineData("延边州检察院", "延边朝鲜族自治州")]
    [InlineData("延边检察机关", "延边朝鲜族自治州")]
    [InlineData("阿拉善左旗人民法院", "阿拉善左旗")]
    [InlineData("阿左旗司法局", "阿拉善左旗")]
    [InlineData("科右前旗公安局", "科尔沁右翼前旗")]
    [InlineData("达茂旗草原", "达尔罕茂明安联合旗")]
    [InlineData("积石山县灾后", "积石山保安族东乡族撒拉族自治县")]
    [InlineData("昌吉州中院", "昌吉回族自治州")]
    [InlineData("红河州司法局", "红河哈尼族彝族自治州")]
    [InlineData("呼市司法局", "呼和浩特市")]
    [InlineData("香港特区政府", "香港特别行政区")]
    [InlineData("吉林省吉林市", "吉林省,吉林市")]
    [InlineData("恩施法院", "恩施土家族苗族自治州")]
    [InlineData("陕西安康", "陕西省,安康市")]
    [InlineData("山东日照港", "山东省,日照市")]
    [InlineData("湖北公安县人民法院", "湖北省,公安县")]
    [InlineData("河南新县法院", "河南省,新县")]
    [InlineData("满洲里海关、内蒙古", "满洲里市,内蒙古自治区")]
    [InlineData("雄安新区、河北", "河北省")]
    public void A_name_is_found_in_every_form_that_is_usual(string text, string names) =>
        Assert.Equal(names.Split(','), _finder.Find(text).Select(m => m.Place.Name));

    [Theory]
    [InlineData("他穿着中山装出席")]
    [InlineData("世界大同的理想，和平与安康")]
    [InlineData("夕阳红与朝阳产业")]
    [InlineData("平安建设和公安工作取得日照时间")]
    [InlineData("推广东西部协作经验")]
    [InlineData("东西安全地带")]
    [InlineData("复合肥质量抽检")]
    [InlineData("已经组成都市圈专班")]
    [InlineData("北京时间八时")]
    [InlineData("重庆路社区与南京西路派出所")]
    [InlineData("发挥强大连接作用，隆重庆祝")]
    [InlineData("出海口与入海口")]
    [InlineData("长白山脉")]
    [InlineData("推动乡村振兴和法治建设")]
    [InlineData("新乡村建设")]
    [InlineData("公安机关、建设单位、和平条约")]
    [InlineData("鄂伦春族猎人")]
    [InlineData("新城区改造、东城区块")]
    public void A_name_inside_a_longer_word_does_not_count(string text) => Assert.Empty(_finder.Find(text));

    [Fact]
    public void The_name_that_begins_first_and_is_longest_counts() =>
        Assert.Equal(["上海市"], _finder.Find("上海南站派出所").Select(m => m.Place.Name));

    [Theory]
    [InlineData("呼和浩特市新城区人民法院", "150102")]
    [InlineData("西安市新城区人民法院", "610102")]
    [InlineData("北京市朝阳区检察院", "110105")]
    [InlineData("长春市警方说，案件发生在朝阳区", "220104")]
    public void A_district_that_several_cities_have_is_the_one_whose_city_is_named(string text, string code) =>
        Assert.Equal(code, _finder.Find(text)[^1].Place.Code);

    [Fact]
    public void A_district_that_several_cities_have_is_the_one_at_home() =>
        Assert.Equal("150102", Assert.Single(_finder.Find("新城区司法局开展宣传", _home)).Place.Code);

    [Theory]
    [InlineData("自治区司法厅、全区监狱系统", "内蒙古自治区", "内蒙古自治区,内蒙古自治区")]
    [InlineData("全市法院", "内蒙古自治区", "")]
    [InlineData("全市法院", "包头市", "包头市")]
    [InlineData("省司法厅部署", "山东省", "山东省")]
    [InlineData("各省、自治区、直辖市", "内蒙古自治区", "")]
    [InlineData("安全区域、健全市场体系", "包头市", "")]
    public void A_word_that_means_the_home_region_is_that_region(string text, string home, string names) =>
        Assert.Equal(names.Split(',', StringSplitOptions.RemoveEmptyEntries), _finder.Find(text, Gazetteer.Default.ByName(home)).Select(m => m.Place.Name));

    [Fact]
    public void A_mention_says_where_it_stands()
    {
        const string text = "近日，包头市昆都仑区";
        Assert.Equal(["包头市", "昆都仑区"], _finder.Find(text).Select(m => text.Substring(m.Start, m.Length)));
    }

    [Fact]
    public void A_word_for_the_home_region_means_nothing_without_a_home() => Assert.Empty(_finder.Find("自治区司法厅"));
}

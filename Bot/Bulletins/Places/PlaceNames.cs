namespace Bot.Bulletins.Places;

/// <summary>The short forms of a place's name, made by rule from the full one.</summary>
internal static class PlaceNames
{
    private static readonly string[] _peoples =
    [
        "蒙古", "回", "藏", "维吾尔", "苗", "彝", "壮", "布依", "朝鲜", "满", "侗", "瑶", "白", "土家", "哈尼", "哈萨克", "傣", "黎",
        "傈僳", "佤", "畲", "拉祜", "水", "东乡", "纳西", "景颇", "柯尔克孜", "土", "达斡尔", "仫佬", "羌", "布朗", "撒拉", "毛南",
        "仡佬", "锡伯", "普米", "塔吉克", "怒", "鄂温克", "德昂", "保安", "裕固", "独龙", "鄂伦春", "各",
    ];

    /// <summary>Peoples that a name has without 族: 昌吉回族 has it, 巴音郭楞蒙古 has not.</summary>
    private static readonly string[] _bare = ["蒙古", "哈萨克", "柯尔克孜", "塔吉克"];

    /// <summary>Forms that no rule makes.</summary>
    private static readonly Dictionary<string, string[]> _own = new(StringComparer.Ordinal)
    {
        ["内蒙古自治区"] = ["内蒙古", "内蒙"],
        ["广西壮族自治区"] = ["广西"],
        ["西藏自治区"] = ["西藏"],
        ["宁夏回族自治区"] = ["宁夏"],
        ["新疆维吾尔自治区"] = ["新疆"],
        ["香港特别行政区"] = ["香港", "香港特区"],
        ["澳门特别行政区"] = ["澳门", "澳门特区"],
        ["呼和浩特市"] = ["呼和浩特", "呼市"],
        ["锡林郭勒盟"] = ["锡林郭勒", "锡盟"],
        ["阿拉善盟"] = ["阿拉善", "阿盟"],
        ["兴安盟"] = [],
        ["巴音郭楞蒙古自治州"] = ["巴音郭楞州", "巴音郭楞", "巴州"],
        ["黔东南苗族侗族自治州"] = ["黔东南州", "黔东南"],
        ["达尔罕茂明安联合旗"] = ["达茂旗", "达茂联合旗"],
        ["莫力达瓦达斡尔族自治旗"] = ["莫力达瓦旗", "莫旗"],
        ["鄂伦春自治旗"] = ["鄂伦春旗"],
        ["鄂温克族自治旗"] = ["鄂温克旗"],
        ["陈巴尔虎旗"] = ["陈旗"],
        ["大柴旦行政委员会"] = ["大柴旦行委", "大柴旦"],
        ["雄安新区"] = ["雄安"],
    };

    public static IReadOnlyList<string> ShortOf(string name, PlaceLevel level)
    {
        if (_own.TryGetValue(name, out var own))
            return own;
        if (Without(name, "自治州") is { } state)
            return Autonomous(state, "州");
        if (Without(name, "自治县") is { } county)
            return Autonomous(county, "县");
        if (Without(name, "地区") is { } prefecture)
            return [prefecture];
        if (Without(name, "旗") is { } banner)
            return Banner(banner);
        if (level == PlaceLevel.County && name.EndsWith('区'))
            return [];
        return name[^1] is '省' or '市' or '县' or '盟' && name.Length > 2 ? [name[..^1]] : [];
    }

    private static string[] Autonomous(string stem, string suffix)
    {
        var cut = true;
        while (cut)
        {
            cut = false;
            foreach (var people in _peoples)
            {
                if (Cut(stem, people + "族") is { } shorter || (_bare.Contains(people) && Cut(stem, people) is { } bare && (shorter = bare) is not null))
                {
                    stem = shorter;
                    cut = true;
                }
            }
        }

        return stem.EndsWith('族') ? [] : [stem + suffix, stem];
    }

    /// <summary>土默特左旗: 土左旗. 科尔沁右翼前旗: 科右前旗. 准格尔旗: 准旗, 准格尔.</summary>
    private static string[] Banner(string stem)
    {
        if (stem.Length < 3)
            return [];
        if (stem.IndexOfAny(['左', '右', '前', '后', '中']) is var side and > 0)
            return [$"{stem[0]}{stem[side..].Replace("翼", "", StringComparison.Ordinal)}旗"];
        return [$"{stem[0]}旗", stem];
    }

    private static string? Cut(string text, string end) =>
        text.Length >= end.Length + 2 && text.EndsWith(end, StringComparison.Ordinal) ? text[..^end.Length] : null;

    private static string? Without(string name, string end) => name.Length > end.Length + 1 && name.EndsWith(end, StringComparison.Ordinal) ? name[..^end.Length] : null;
}

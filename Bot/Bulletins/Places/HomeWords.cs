namespace Bot.Bulletins.Places;

/// <summary>Words that name no place but mean the one that the paper belongs to: 自治区, 全市, 我县.</summary>
internal static class HomeWords
{
    private static readonly string[] _offices = ["委", "政府", "高院", "高级人民法院", "人民检察院", "检察院", "公安厅", "司法厅", "人大", "政协", "监委", "纪委", "厅"];

    /// <summary>Each with the last character of the name of what it means.</summary>
    public static IEnumerable<(string Word, char Kind)> All =>
    [
        ("自治区", '区'),
        .. "省区市州盟县旗".SelectMany(kind => (IEnumerable<(string, char)>)[($"全{kind}", kind), ($"我{kind}", kind)]),
        .. _offices.Select(office => ($"省{office}", '省')),
    ];

    /// <summary>The home region, or the place around it, that the word means; null where it is none of them.</summary>
    public static Place? Resolve(char kind, Place? home)
    {
        for (var place = home; place is not null; place = place.Parent)
        {
            if (place.Name.EndsWith(kind) && (kind != '市' || place.Level != PlaceLevel.County || place == home))
                return place;
        }

        return null;
    }
}

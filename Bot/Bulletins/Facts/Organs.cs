using System.Buffers;
using System.Collections.Frozen;

namespace Bot.Bulletins.Facts;

/// <summary>An organ as it stands in a text, under its full name.</summary>
internal sealed record OrganHit(string Name, int Start, int Length);

/// <summary>
/// Tells an organ's name from other words, and gives its full name. Central organs come from a list of aliases; regional ones
/// follow a pattern: the name of a place, then what kind of organ it is. Only whole names are taken: "青禾市司法局" is one,
/// "青禾市司法局将" is not.
/// </summary>
internal static class Organs
{
    private const int Longest = 32;

    private static readonly FrozenDictionary<string, string> _aliases;
    private static readonly (string Short, string Full)[] _endings;
    private static readonly int _longestAlias;

    private static readonly string[] _regionEnds = ["自治区", "自治州", "自治县", "特别行政区", "地区", "新区", "开发区", "高新区", "经开区", "省", "市", "县", "区", "盟", "旗", "州", "镇", "乡", "街道", "兵团"];

    private static readonly string[] _kinds =
    [
        "人民法院", "人民检察院", "法院", "检察院", "人民政府办公厅", "人民政府办公室", "人民政府", "政府办公厅", "政府办公室", "人大常委会", "人民代表大会常务委员会", "人民代表大会", "厅", "局", "委员会", "办公厅", "办公室", "协会", "学会", "总队", "支队", "大队",
        "监狱", "总工会", "联合会", "管理中心", "服务中心", "交易中心", "保护中心", "仲裁院", "公证处", "纪委监委", "纪委", "监委", "政协", "党委", "省委", "市委", "区委", "县委", "旗委", "盟委", "州委", "税务局", "海关", "研究院", "考试院", "基金会", "商会", "集团", "公司", "大学", "学院", "中心", "分局", "派出所", "法庭", "工商联", "办", "监管局", "组织部", "宣传部", "统战部", "政法委", "分行", "支行", "出版社", "管委会", "检查站", "边检站", "主席团",
    ];

    /// <summary>Of these a name and the kind are the whole name: 漱玉海关.</summary>
    private static readonly string[] _namedKinds = ["海关", "监狱", "公证处", "看守所", "戒毒所", "铁路运输法院", "铁路运输检察院", "海事法院", "海事局", "证监局", "出入境边防检查站", "边检站"];

    private static readonly string[] _many = ["全国", "全省", "全市", "全区", "口岸", "当地", "多地", "属地", "沿海", "直属", "所属", "外地", "驻地", "地方", "基层"];

    private static readonly string[] _ownNames = ["国务院", "国家", "中国", "中央", "全国", "最高", "中共", "中华"];

    // A name has none of these; a phrase that only ends like a name does.
    private static readonly SearchValues<char> _breaks = SearchValues.Create("，。；：、！？“”‘’《》（）()[]〔〕【】 　,.;:!?的了在对为将被从是由向把与同给让使此该各该每我其这那某等说称获即已曾并也又还就到至于以及或");

    private static readonly SearchValues<string> _verbs = SearchValues.Create(
        ["召开", "举行", "举办", "开展", "印发", "发布", "公布", "出台", "制定", "要求", "组织", "推进", "推动", "通过", "联合", "近日", "日前", "今日", "昨日", "有关", "相关", "部分", "多个", "多家", "关于", "根据", "按照", "经过", "成立", "获悉", "记者", "修订", "面向", "签署", "签发", "主持", "随后", "首次", "首个", "首家", "接受", "走进", "来到"], StringComparison.Ordinal);

    static Organs()
    {
        var aliases = new Dictionary<string, string>(StringComparer.Ordinal);
        var endings = new List<(string, string)>();
        foreach (var line in Lines())
        {
            var cells = line.Split('\t');
            var full = cells[0];
            if (full.StartsWith('*'))
            {
                endings.AddRange(cells[1..].Select(c => (c[1..], full[1..])));
                continue;
            }

            foreach (var cell in cells)
                aliases[cell] = full;
        }

        _aliases = aliases.ToFrozenDictionary(StringComparer.Ordinal);
        _longestAlias = aliases.Keys.Max(k => k.Length);
        _endings = [.. endings.OrderByDescending(e => e.Item1.Length)];
    }

    /// <summary>The full name where the text is an organ's name from first to last character; otherwise null.</summary>
    public static string? NameOf(ReadOnlySpan<char> text)
    {
        if (text.Length is < 2 or > Longest)
            return null;
        if (_aliases.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text, out var full))
            return full;
        if (text.Length < 3 || text.ContainsAny(_breaks) || (text.EndsWith("组织部") ? text[..^3] : text).ContainsAny(_verbs))
            return null;
        var region = RegionLength(text);
        if (region == 0 && OfCentral(text) is { } part)
            return part;
        if (region == 0 && !IsOwnName(text))
            return null;
        var kind = text[region..];
        // 青禾市第十六届人大常委会 is the same organ in every term.
        if (region > 0 && kind[0] == '第' && kind.IndexOf('届') is > 1 and < 6 and var term)
            return NameOf(string.Concat(text[..region], kind[(term + 1)..]));
        if (region > 0)
        {
            foreach (var (abbreviation, whole) in _endings)
            {
                if (kind.SequenceEqual(abbreviation))
                    return string.Concat(text[..region], whole);
            }
        }

        return EndsWithKind(kind) || (region > 2 && kind is "委") ? text.ToString() : null;
    }

    /// <summary>A part of a central organ under its full name: 商务部贸易救济调查局.</summary>
    private static string? OfCentral(ReadOnlySpan<char> text)
    {
        var aliases = _aliases.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var length = Math.Min(_longestAlias, text.Length - 3); length >= 2; length--)
        {
            if (aliases.TryGetValue(text[..length], out var full))
            {
                var rest = text[length..];
                return (rest[^1] is '司' or '局' or '厅' && !aliases.ContainsKey(rest) && RegionLength(rest) == 0) || rest.EndsWith("分行") ? string.Concat(full, rest) : null;
            }
        }

        return null;
    }

    /// <summary>The length of the place that opens a name: 青禾市川泽区 in 青禾市川泽区司法局; 0 for none.</summary>
    public static int RegionLength(ReadOnlySpan<char> text)
    {
        var length = 0;
        for (var level = 0; level < 3; level++)
        {
            var next = NextRegion(text[length..]);
            if (next == 0 || length + next >= text.Length)
                break;
            length += next;
        }

        return length > 0 ? length : ProvinceWithoutSuffix(text);
    }

    /// <summary>The organ whose name ends right before <paramref name="end"/>, the longest there is.</summary>
    public static OrganHit? EndingAt(string text, int end)
    {
        for (var start = Math.Max(0, end - _longestAlias); start < end - 1; start++)
        {
            if (_aliases.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text.AsSpan(start, end - start), out var full))
                return new OrganHit(full, start, end - start);
        }

        var from = end;
        while (from > 0 && end - from < Longest && char.IsLetter(text[from - 1]) && text[from - 1] >= '\u4e00' && !_breaks.Contains(text[from - 1]))
            from--;
        // 2025年2月7日某某部令: the day's last character is none of the name's.
        if (from > 0 && from < end && text[from] is '日' or '年' && char.IsAsciiDigit(text[from - 1]))
            from++;
        foreach (var opener in (ReadOnlySpan<string>)["根据", "按照", "依据", "公布", "发布", "签署", "废止"])
        {
            if (text.AsSpan(from, end - from).LastIndexOf(opener, StringComparison.Ordinal) is var at and >= 0)
                from += at + opener.Length;
        }

        return NameOf(text.AsSpan(from, end - from)) is { } name ? new OrganHit(name, from, end - from) : null;
    }

    private static int NextRegion(ReadOnlySpan<char> text)
    {
        if (text.StartsWith("市场", StringComparison.Ordinal) || text.StartsWith("区域", StringComparison.Ordinal) || text.StartsWith("州际", StringComparison.Ordinal))
            return 0;
        // "自治区司法厅", "市司法局": a paper of the place itself leaves its name out.
        foreach (var bare in (ReadOnlySpan<string>)["自治区", "自治州", "自治县", "省", "市", "县", "区", "盟", "旗", "州"])
        {
            if (text.StartsWith(bare, StringComparison.Ordinal))
                return bare.Length;
        }

        for (var i = 1; i < Math.Min(9, text.Length); i++)
        {
            foreach (var end in _regionEnds)
            {
                // 市委依法治市办: a committee's name goes on, and no place begins.
                if (text[i..].StartsWith(end, StringComparison.Ordinal) && !text[..i].Contains('委') && i + end.Length >= 3 - (end.Length > 1 ? 0 : 1))
                    return i + end.Length;
            }
        }

        return 0;
    }

    private static int ProvinceWithoutSuffix(ReadOnlySpan<char> text)
    {
        foreach (var province in (ReadOnlySpan<string>)["内蒙古", "黑龙江", "北京", "天津", "上海", "重庆", "河北", "山西", "辽宁", "吉林", "江苏", "浙江", "安徽", "福建", "江西", "山东", "河南", "湖北", "湖南", "广东", "广西", "海南", "四川", "贵州", "云南", "西藏", "陕西", "甘肃", "青海", "宁夏", "新疆"])
        {
            if (text.StartsWith(province, StringComparison.Ordinal) && text.Length > province.Length)
                return province.Length;
        }

        return 0;
    }

    private static bool IsOwnName(ReadOnlySpan<char> text)
    {
        foreach (var opener in _ownNames)
        {
            if (text.StartsWith(opener, StringComparison.Ordinal))
                return text.Length >= 5;
        }

        foreach (var kind in _namedKinds)
        {
            if (text.EndsWith(kind, StringComparison.Ordinal) && text.Length - kind.Length is 2 or 3)
                return !StartsWithAny(text, _many);
        }

        foreach (var kind in (ReadOnlySpan<string>)["大学", "律师协会", "仲裁委员会", "有限公司", "证券交易所", "公证协会"])
        {
            if (text.EndsWith(kind, StringComparison.Ordinal) && text.Length >= kind.Length + 2)
                return true;
        }

        return false;
    }

    private static bool StartsWithAny(ReadOnlySpan<char> text, string[] openings)
    {
        foreach (var opening in openings)
        {
            if (text.StartsWith(opening, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private static bool EndsWithKind(ReadOnlySpan<char> text)
    {
        foreach (var kind in _kinds)
        {
            if (text.EndsWith(kind, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private static IEnumerable<string> Lines()
    {
        using var stream = typeof(Organs).Assembly.GetManifestResourceStream("Bot.Bulletins.Facts.Data.issuers.tsv")
            ?? throw new InvalidOperationException("The list of organs is not in the program.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
                yield return line;
        }
    }
}

using System.Buffers;

namespace Bot.Bulletins.Facts;

/// <summary>
/// Names without a surname, as Mongols, Tibetans and others have them, are written in characters that stand for sounds: 阿古拉, 次仁多吉.
/// Three and more such characters in a row are one, or two that are a name of their own.
/// </summary>
internal static class SoundNames
{
    private const int Longest = 6;

    private static readonly SearchValues<char> _sounds = SearchValues.Create(
        "阿艾敖巴白班宝保本毕边宾布才策朝赤楚茨次丹旦当达德登迪丁顿多额恩尔噶嘎盖戈嘉格根古桂贡哈罕和呼吉加杰金晋久卡康克库拉莱兰勒乐力丽列林玲琳隆鲁伦罗洛玛马买麦满曼孟米明莫姆木穆娜那乃尼尧牛努诺盘培平普齐奇其恰强钦青琼曲却热仁日如瑞萨赛桑森色沙莎山珊什斯松苏索朔塔泰坦特腾提图吐土托娃瓦旺维乌希西锡仙央雅亚娅伊依音永尤玉云赞泽扎珠卓孜宗措堆姬甫逊都朗措拜江");

    private static readonly string[] _pairs =
        ["扎西", "多吉", "次仁", "尼玛", "旦增", "丹增", "洛桑", "索朗", "格桑", "卓玛", "央金", "平措", "顿珠", "达瓦", "巴桑", "普布", "边巴", "米玛", "斯琴", "图雅", "朝鲁", "布和", "哈斯", "塔娜", "那顺", "宝音", "孟克", "娜仁", "拉姆", "德吉", "仁青", "旺堆", "罗布", "贡布"];

    public static bool IsSound(char c) => _sounds.Contains(c);

    /// <summary>Whether a name of this length needs no word after it that only names go before.</summary>
    public static bool IsSure(string s, int at, int length) =>
        length >= 4 && s[at] != '和' && (length > 4 || Array.Exists(_pairs, pair => string.CompareOrdinal(s, at, pair, 0, 2) == 0 || string.CompareOrdinal(s, at + 2, pair, 0, 2) == 0));

    /// <summary>The length of the name that stands here, 0 for none.</summary>
    public static int NameAt(string s, int at)
    {
        var rest = s.AsSpan(at, Math.Min(Longest + 1, s.Length - at));
        var length = rest.IndexOfAnyExcept(_sounds) is var other and >= 0 ? other : rest.Length;
        if (length is >= 3 and <= Longest)
            return length;
        return length == 2 && Array.Exists(_pairs, pair => string.CompareOrdinal(s, at, pair, 0, 2) == 0) ? 2 : 0;
    }
}

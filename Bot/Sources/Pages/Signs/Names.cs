using Bot.Sources.Pages.Layout;

namespace Bot.Sources.Pages.Signs;

/// <summary>Whether a word can be a person's name.</summary>
internal static class Names
{
    /// <summary>The surnames that nearly all Han people have.</summary>
    private static readonly HashSet<char> _surnames =
    [
        .. "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦傅方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤",
        .. "温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚",
        .. "岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝郗仪牧云那塔乌布宝额斯洛亓钮逯宓虢漆竺郅逄仉肇鄂禹亢阙邸束宦阿孛巴敏其哈娜图旦扎次德格尼平强珠索达拉普旺",
        .. "劉張陳楊黃趙吳孫馬羅鄭謝許韓馮鄧曾蕭蔣葉蘇魏呂盧鍾譚陸範賈韋傅鄒閆龍陶賀顧龔邵萬錢嚴覃湯溫齊喬龐顏莊聶魯歐關蘭甯紀畢單塗駱藍",
    ];

    /// <summary>Two to four Chinese characters that open with a surname, or a longer name of another people with a dot in it.</summary>
    public static bool IsName(ReadOnlySpan<char> word) =>
        IsNameLike(word) && (word.Contains('·') || (_surnames.Contains(word[0]) && word.Length <= 4));

    /// <summary>What can stand for a name beside a role: two to eight Chinese characters, a dot among them or not.</summary>
    public static bool IsNameLike(ReadOnlySpan<char> word)
    {
        if (word.Length is < 2 or > 15 || (word.Length > 8 && !word.Contains('·')))
            return false;
        foreach (var c in word)
        {
            if (!Glyphs.IsHan(c) && c != '·')
                return false;
        }

        return true;
    }

    public static bool IsSurname(char c) => _surnames.Contains(c);
}

namespace Bot.Bulletins.Facts;

/// <summary>What stands after a number: currencies, and measure words with the longer words that only begin like one.</summary>
internal static class Measures
{
    private static readonly (string Word, string Code)[] _currencies =
    [
        ("元人民币", "CNY"), ("元", "CNY"), ("圆整", "CNY"), ("yuan", "CNY"), ("人民币", "CNY"), ("美元", "USD"), ("美金", "USD"), ("欧元", "EUR"), ("港元", "HKD"), ("港币", "HKD"), ("澳门元", "MOP"), ("澳门币", "MOP"), ("新台币", "TWD"),
        ("日元", "JPY"), ("英镑", "GBP"), ("卢布", "RUB"), ("韩元", "KRW"), ("澳元", "AUD"), ("澳大利亚元", "AUD"), ("加元", "CAD"), ("加拿大元", "CAD"), ("新加坡元", "SGD"), ("新元", "SGD"), ("瑞士法郎", "CHF"), ("泰铢", "THB"), ("卢比", "INR"), ("越南盾", "VND"), ("林吉特", "MYR"),
    ];

    /// <summary>What a sign or a word before the number tells of its currency.</summary>
    private static readonly (string Word, string Code)[] _before = [("￥", "CNY"), ("¥", "CNY"), ("RMB", "CNY"), ("US$", "USD"), ("HK$", "HKD"), ("$", "USD"), ("€", "EUR"), ("£", "GBP")];

    // Longest first, where one begins another.
    private static readonly string[] _words =
    [
        "人次", "批次", "家次", "场次", "架次", "艘次", "车次", "班次", "件次", "剂次", "课时", "学分", "平方米", "平方千米", "平方公里", "立方米", "千瓦时", "千瓦", "兆瓦", "公里", "千米", "公斤", "千克", "毫克", "毫升", "毫米", "厘米", "公顷",
        "名", "人", "件", "起", "项", "家", "场", "例", "宗", "份", "条", "批", "部", "所", "户", "辆", "台", "套", "篇", "期", "亩", "吨", "个", "次", "处", "艘", "架", "幅", "本", "册", "支", "位", "对", "%", "％", "‰",
        "座", "块", "枚", "株", "棵", "头", "只", "尾", "羽", "颗", "粒", "款", "种", "类", "张", "封", "卷", "页", "根", "间", "栋", "幢", "箱", "瓶", "盒", "袋", "桶", "笔", "口", "门", "道", "组", "支", "斤", "剂", "票", "席", "枝", "把", "副", "则", "趟", "轮", "字", "米", "克", "发",
    ];

    /// <summary>Of numbers in words only those that really count: the rest make slogans (四个重大) and turns of phrase (一位).</summary>
    private static readonly string[] _wordsOfNumerals = ["人次", "件", "起", "名", "家", "例", "宗", "场", "份", "项", "部", "户", "辆", "批", "所"];

    private static readonly string[] _notAfter =
    [
        "个月", "个半月", "个半小时", "个半天", "个多月", "个多小时", "个工作日", "个小时", "个自然日", "个交易日", "个学时", "个百分点", "个星期", "个季度", "个年度", "个周", "个昼夜", "个世纪", "个学期", "次会议", "次全体", "次常委会", "次集体学习", "次主任会议", "次常务会", "次党", "部门", "部委", "部曲", "部分", "部长", "期间", "期货", "件大事", "件实事", "件事", "人民", "人大", "人均",
        "项规定精神", "条第", "条规定", "条之", "条款", "本书记", "位一体", "条、", "条和", "条的", "条至", "期徒刑", "所有", "家庭", "名单", "名称", "名义", "场所", "场面", "处罚", "处理", "处置", "处于", "处分", "处长", "处级", "对应", "支持", "支付", "支出", "套餐", "份额", "所以", "所在", "户籍", "户口", "人员", "人才", "人口", "人工", "人力", "人身", "人文", "人物",
        "位于", "位数", "位数字", "起始", "起诉", "起草", "台湾", "对口", "对接", "批准", "批复", "批评", "款规定", "款第", "款的", "款、", "款项", "类似", "类型", "类别", "种植", "种子", "种族", "头部", "口岸", "口径", "门诊", "门槛", "门票", "道路", "道德", "组织", "组成", "字号", "字第", "字起", "字/", "米粉", "米制", "页岩", "间接", "间隔", "箱包", "卷第", "轮船", "轮候", "座谈", "座位", "把握", "则为", "则是", "则由", "则不", "则应", "克服", "克制", "克隆", "发生", "发布", "发放", "发现", "发展", "发出", "发起", "发送", "发给", "发言", "发行", "发电", "粒子", "根据", "票房", "票据", "票价", "席位", "副", "只要", "只有", "只能", "只是", "块钱", "家电", "家装", "家长", "家属", "件套", "期限", "例外", "例如", "张家",
    ];

    // Words that 元 only begins.
    private static readonly string[] _notMoney = ["元旦", "元宵", "元素", "元首", "元件", "元月", "元年", "元宇宙", "元老", "元帅", "元勋"];

    /// <summary>The currency that stands here, with the length of its word; 0 for none.</summary>
    public static (int Length, string Code) Currency(string s, int at)
    {
        foreach (var (word, code) in _currencies)
        {
            if (Stands(s, at, word) && !(word == "元" && AnyStands(s, at, _notMoney)))
                return (word.Length, code);
        }

        return (0, "");
    }

    /// <summary>The currency whose sign ends right before here.</summary>
    public static (int Length, string Code) CurrencyBefore(string s, int at)
    {
        foreach (var (word, code) in _before)
        {
            if (at >= word.Length && Stands(s, at - word.Length, word))
                return (word.Length, code);
        }

        return (0, "");
    }

    /// <summary>The measure word that stands here and counts something; null for none.</summary>
    /// <param name="figures">Whether the number before it is written in figures.</param>
    public static string? Word(string s, int at, bool figures)
    {
        foreach (var word in figures ? _words : _wordsOfNumerals)
        {
            if (Stands(s, at, word))
                return AnyStands(s, at, _notAfter) ? null : word;
        }

        return null;
    }

    private static bool AnyStands(string s, int at, string[] words)
    {
        foreach (var word in words)
        {
            if (at < s.Length && word[0] == s[at] && Stands(s, at, word))
                return true;
        }

        return false;
    }

    private static bool Stands(string s, int at, string word) => string.CompareOrdinal(s, at, word, 0, word.Length) == 0;
}

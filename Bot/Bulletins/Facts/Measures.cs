namespace Bot.Bulletins.Facts;

/// <summary>What stands after a number: currencies, and measure words with the longer words that only begin like one.</summary>
internal static class Measures
{
    private static readonly (string Word, string Code)[] _currencies =
    [
        ("元人民币", "CNY"), ("元", "CNY"), ("块钱", "CNY"), ("圆整", "CNY"), ("yuan", "CNY"), ("人民币", "CNY"), ("美元", "USD"), ("美金", "USD"), ("欧元", "EUR"), ("港元", "HKD"), ("港币", "HKD"), ("澳门元", "MOP"), ("澳门币", "MOP"), ("新台币", "TWD"),
        ("日元", "JPY"), ("英镑", "GBP"), ("卢布", "RUB"), ("韩元", "KRW"), ("澳元", "AUD"), ("澳大利亚元", "AUD"), ("加元", "CAD"), ("加拿大元", "CAD"), ("新加坡元", "SGD"), ("新元", "SGD"), ("瑞士法郎", "CHF"), ("泰铢", "THB"), ("卢比", "INR"), ("越南盾", "VND"), ("林吉特", "MYR"),
    ];

    /// <summary>What a sign or a word before the number tells of its currency.</summary>
    private static readonly (string Word, string Code)[] _before = [("￥", "CNY"), ("¥", "CNY"), ("￥ ", "CNY"), ("¥ ", "CNY"), ("RMB", "CNY"), ("CNY", "CNY"), ("USD", "USD"), ("HKD", "HKD"), ("EUR", "EUR"), ("RMB ", "CNY"), ("CNY ", "CNY"), ("USD ", "USD"), ("HKD ", "HKD"), ("EUR ", "EUR"), ("US$", "USD"), ("HK$", "HKD"), ("$", "USD"), ("€", "EUR"), ("£", "GBP"),
        ("人民币", "CNY"), ("港币", "HKD"), ("港元", "HKD"), ("澳门元", "MOP"), ("澳门币", "MOP"), ("新台币", "TWD"), ("美元", "USD"), ("美金", "USD"), ("欧元", "EUR"), ("日元", "JPY"), ("日币", "JPY"), ("英镑", "GBP"), ("韩元", "KRW"), ("韩币", "KRW"), ("澳元", "AUD"), ("加元", "CAD"), ("加币", "CAD"), ("新加坡元", "SGD"), ("泰铢", "THB"), ("卢布", "RUB"), ("瑞士法郎", "CHF")];

    // Longest first, where one begins another.
    private static readonly string[] _words =
    [
        "人次", "批次", "家次", "场次", "架次", "艘次", "车次", "班次", "件次", "剂次", "辆次", "台次", "户次", "例次", "人份", "人天", "人日", "台套", "课时", "学分", "平方米", "平方千米", "平方公里", "立方米", "千瓦时", "千瓦", "兆瓦", "公里", "千米", "公斤", "千克", "毫克", "毫升", "毫米", "厘米", "公顷",
        "名", "人", "件", "起", "项", "家", "场", "例", "宗", "份", "条", "批", "部", "所", "户", "辆", "台", "套", "篇", "期", "亩", "吨", "个", "次", "处", "艘", "架", "幅", "本", "册", "支", "位", "对", "%", "％", "‰",
        "座", "块", "枚", "株", "棵", "头", "只", "尾", "羽", "颗", "粒", "款", "种", "类", "张", "封", "卷", "页", "根", "间", "栋", "幢", "箱", "瓶", "盒", "袋", "桶", "笔", "口", "门", "道", "组", "支", "斤", "剂", "票", "席", "枝", "把", "副", "则", "趟", "轮", "字", "米", "克", "发", "升", "集", "节", "首", "股", "海里", "面", "包", "匹", "顿", "桌", "列", "盏", "顶", "床",
    ];

    /// <summary>Of numbers in words only those that really count: the rest make slogans (四个重大) and turns of phrase (一位).</summary>
    private static readonly string[] _wordsOfNumerals =
        ["人次", "件次", "场次", "批次", "架次", "辆次", "件", "起", "名", "家", "例", "宗", "场", "份", "项", "部", "户", "辆", "批", "所", "位", "人", "亩", "吨", "公里", "公斤", "千克", "公顷", "平方米", "平方公里", "立方米", "千瓦时", "台", "栋", "幢", "座", "艘", "只", "株", "棵", "架", "枚", "瓶", "箱", "本", "册", "间", "封", "幅"];

    // Words that a measure word only begins after a number in words: 八项规定, 三人篮球, 两位数.
    private static readonly string[] _notOfNumerals =
        ["人间", "人份", "人制", "人赛", "人篮球", "人足球", "人排球", "人飞", "人转", "人世", "人行", "人成虎", "人一", "人组", "人以上单", "人座", "人床", "人桌", "人房", "人合议", "人团", "人三足", "人帮", "人同行", "人家", "人工", "人类", "人流", "人生", "人格", "人社", "人事", "人防", "人为", "人力", "本高校", "本院校", "本大学", "本线", "本批", "本科", "座大山", "座谈", "只要", "只有", "只能", "台阶", "间接", "本书记", "本来", "本人", "本报", "本市", "本省", "本级", "本地", "项规定", "位数", "位小数", "位一体", "位同体", "部曲", "部委"];

    private static readonly string[] _counted =
        ["徒弟", "孩子", "儿子", "女儿", "老人", "学生", "代表队", "村落", "村寨", "自然村", "行政村", "企业", "公司", "家庭", "考区", "考点", "考场", "赛区", "省", "市", "县", "区县", "区（", "旗县", "盟市", "地市", "州市", "城区", "城市", "乡镇", "镇", "街道", "村", "社区", "居民小区", "小区", "窝点", "团伙", "账户", "账号", "银行账户", "网点", "站点", "窗口", "标段", "法庭", "人民法庭", "派出所", "检察院", "法院", "监狱", "园区", "品种", "摊位", "车位", "床位", "学位", "岗位", "职位", "名额", "国家和", "工作组", "检查组", "督查组", "督导组", "小组", "合议庭", "仲裁庭", "工地", "厂区", "车间", "仓库"];

    private static readonly string[] _notAfter =
    [
        "个月", "个半月", "个半小时", "个半天", "个多月", "个多小时", "个工作日", "个小时", "个自然日", "个交易日", "个学时", "个百分点", "个星期", "个季度", "个年度", "个周", "个昼夜", "个世纪", "个学期", "次会议", "次全体", "次常委会", "次集体学习", "次主任会议", "次常务会", "次党", "部门", "部委", "部曲", "部分", "部长", "期间", "期货", "件大事", "件实事", "件事", "人民", "人大", "人均",
        "项规定精神", "条第", "条规定", "条之", "条款", "本书记", "位一体", "条、", "条和", "条的", "条至", "期徒刑", "所有", "家庭", "名单", "名称", "名义", "场所", "场面", "处罚", "处理", "处置", "处于", "处分", "处长", "处级", "对应", "支持", "支付", "支出", "套餐", "份额", "所以", "所在", "户籍", "户口", "人员", "人才", "人口", "人工", "人力", "人身", "人文", "人物",
        "位于", "位数", "位数字", "起始", "起诉", "起草", "台湾", "对口", "对接", "批准", "批复", "批评", "款规定", "款第", "款的", "款、", "款项", "类似", "类型", "类别", "种植", "种子", "种族", "头部", "口岸", "口径", "门诊", "门槛", "门票", "道路", "道德", "组织", "组成", "字号", "字第", "字起", "字/", "米粉", "米制", "页岩", "间接", "间隔", "箱包", "卷第", "轮船", "轮候", "座谈", "座位", "把握", "则为", "则是", "则由", "则不", "则应", "克服", "克制", "克隆", "发生", "发布", "发放", "发现", "发展", "发出", "发起", "发送", "发给", "发言", "发行", "发电", "粒子", "根据", "票房", "票据", "票价", "席位", "副", "集中", "集体", "集团", "集合", "集装", "集聚", "集群", "集市", "集会", "集镇", "集成", "集约", "集资", "集训", "节目", "节约", "节日", "节能", "节点", "节假", "节省", "节水", "节气", "首次", "首个", "首批", "首家", "首日", "首先", "首席", "首付", "首都", "股份", "股票", "股东", "股权", "股市", "股民", "面积", "面对", "面向", "面试", "面临", "面额", "面值", "面朝", "面粉", "面条", "面包", "面部", "面料", "面谈", "包括", "包含", "包装", "包裹", "包车", "包保", "包干", "包联", "包容", "顶部", "顶级", "顶点", "顶尖", "顶替", "顶岗", "床上", "匹配", "列车", "列入", "列为", "列席", "列出", "列举", "升级", "升至", "升到", "升高", "升学", "升温", "升值", "升旗", "升任", "升格", "升入", "升为", "升降", "升幅", "升职", "升国旗", "升起", "升空", "升维", "人间", "座汽车", "座轿车", "座车", "座商务", "座客车", "座小", "座面包", "位考生号", "位密码", "位号码", "位字符", "位身份", "位编码", "位代码", "位有效", "位小数", "位验证", "位一体", "只要", "只有", "只能", "只是", "块钱", "家电", "家装", "家长", "家属", "件套", "期限", "例外", "例如", "张家",
    ];

    // Words that 元 only begins.
    private static readonly string[] _notMoney = ["日元宵", "日元旦", "日元月", "元旦", "元宵", "元素", "元首", "元件", "元月", "元年", "元宇宙", "元老", "元帅", "元勋"];

    /// <summary>The currency that stands here, with the length of its word; 0 for none.</summary>
    public static (int Length, string Code) Currency(string s, int at)
    {
        foreach (var (word, code) in _currencies)
        {
            if (Stands(s, at, word) && !AnyStands(s, at, _notMoney))
                return (word.Length, code);
        }

        return (0, "");
    }

    /// <summary>三元区, 连中三元, 二元结构: a small number in words before 元 that is no price.</summary>
    public static bool IsNoPrice(string s, int start, int at) =>
        at - start == 1 && s[at] == '元' && ((start > 0 && s[start - 1] is '中' or '多' or '状') || (at + 1 < s.Length && "区里桥正化结对论素次方制分体".Contains(s[at + 1], StringComparison.Ordinal)));

    /// <summary>The currency whose sign ends right before here.</summary>
    public static (int Length, string Code) CurrencyBefore(string s, int at)
    {
        foreach (var (word, code) in _before)
        {
            // 300美元5名: a currency's name after a figure is that figure's.
            if (at >= word.Length && Stands(s, at - word.Length, word) && !(word[0] >= '\u4e00' && at > word.Length && EndsNumber(s[at - word.Length - 1])))
                return (word.Length, code);
        }

        return (0, "");
    }

    /// <summary>The measure word that stands here and counts something; null for none.</summary>
    /// <param name="figures">Whether the number before it is written in figures.</param>
    /// <param name="isLarge">Whether it is one that no slogan has: 五千余.</param>
    public static string? Word(string s, int at, bool figures, bool isLarge)
    {
        foreach (var word in figures || isLarge ? _words : _wordsOfNumerals)
        {
            if (Stands(s, at, word))
                return AnyStands(s, at, _notAfter) || (!figures && AnyStands(s, at, _notOfNumerals)) ? null : word;
        }

        return null;
    }

    /// <summary>Whether the currency is named by a word, which other words than an amount may follow, and not by a sign.</summary>
    public static bool IsWord(string s, int at) => at > 0 && s[at - 1] is >= '\u4e00' and <= '\u9fff';

    /// <summary>等九个考区: of what 个 counts after a number in words only that is taken which can't be a slogan's.</summary>
    public static bool IsCounted(string s, int at)
    {
        foreach (var noun in _counted)
        {
            if (Stands(s, at, noun))
                return true;
        }

        return false;
    }

    private static bool EndsNumber(char c) => Numerals.IsDigit(c) || Numerals.IsChinese(c) || c is '万' or '亿' or '余' or '多' or '百';

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

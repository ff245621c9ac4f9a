using System.Buffers;

namespace Bot.Bulletins.Facts;

/// <summary>Tells a person's name from other words: a surname, one or two more characters, then a word that names go before.</summary>
internal static class PersonNames
{
    private static readonly string[] _follows =
    [
        "律师", "先生", "女士", "院士", "出席", "主持", "在", "表示", "介绍", "说", "指出", "参加", "讲话", "宣读", "通报", "带队", "率", "作", "致辞", "强调", "要求", "告诉", "等", "和", "与", "为", "一行", "分别", "代表", "向", "就", "对", "回应", "透露", "会见", "受", "任", "当选", "宣布", "以", "从", "到", "围绕", "带领", "认为", "提醒", "发言", "讲授", "担任",
        "结合", "深入", "一同", "陪同", "传达", "列席", "做", "还", "也", "于", "说明", "解读", "及", "给", "走访", "赴", "主讲", "同志", "应邀", "点评", "回答", "称", "随机", "现场", "共同", "建议", "逐一", "详细", "先后", "会", "总结", "来", "的", "是", "将", "曾", "已", "因", "被", "用", "独任", "担", "签", "进行", "授", "上", "组成", "敲", "当庭", "依法", "首先", "最后", "呼吁", "（", "，", "。", "、", "；", "：", "？", "！", "”", "》", "）", " ", "　", "开", "向记者", "牵", "动员", "部署", "简要", "汇报", "宣", "颁", "揭", "送", "违", "利用", "一声", "告知", "随即", "正在", "当场", "亲手", "详", "重点", "涉嫌", "先后", "收受", "接受", "严重", "犯", "多次", "主动", "亲自", "负", "回", "结", "立即", "带", "组织", "提", "严", "专", "查",
        "日前", "近日", "今天", "昨天", "昨日", "今日", "当天", "当日", "前不久", "慰问", "调研", "检查", "督导", "视察", "考察", "指导", "出庭", "审理", "主审", "坦言", "直言", "感慨", "回忆", "解释", "补充", "分析", "估计", "预计", "希望", "期待", "承诺", "致词", "致欢迎", "登台", "上台", "上任", "到任", "到会", "到场", "到访", "来到", "履新",
        "落马", "投案", "获刑", "去世", "逝世", "病逝", "获选", "辞职", "辞去", "卸任", "退休", "接任", "兼任", "出任", "就任", "赴任", "调任", "转任", "升任", "宣誓", "揭牌", "剪彩", "颁奖", "授牌", "授旗", "发布", "授课", "讲解", "讲述", "牵头", "一直", "始终", "经常", "已经", "马上", "迅速", "随后", "接着", "收到", "看到", "发现", "得知", "了解",
        "坚持", "前往", "返回", "回到", "满怀", "笑着", "激动", "感动", "自豪", "高兴", "无奈", "深情", "认真", "耐心", "细致", "仔细", "不断", "反复", "指着", "拿着", "望着", "手持", "身着", "身穿", "作为", "会上", "会后", "拿", "指", "把", "让", "没", "不", "十分", "非常", "颇", "最", "有", "算", "满脸", "欣喜", "欣慰", "举例", "坦承", "话音", "心里", "眼中", "早", "正", "笑说", "笑道", "说道", "说起", "谈起", "谈到", "提起", "算了", "算起", "打了", "打趣", "打开", "拍着", "拍了", "翻看", "翻出", "领着", "领衔", "挽起", "扳着", "展示", "走到", "走进", "走上", "站在", "坐在", "接过", "递上", "端起", "举起", "写下", "念道", "喊话", "问道", "答道", "摆摆", "掏出", "抱着", "扶着", "搬来", "教大家", "挥手", "叹", "点头", "蹲下", "推开", "拉着", "盯着", "骑着", "找到", "见到", "驱车", "赶到", "赶赴", "奔赴", "跑了", "公车", "公款", "虚报", "套取", "挪用", "侵占", "失职", "滥用", "受贿", "贪污", "操办", "每天", "每年", "每次", "常年", "常常", "依然", "仍然", "一边", "一直", "一句", "一口", "一行", "一语", "说明了", "道出", "算账", "热情", "郑重", "明确", "直接", "代为", "代理", "全程", "全面", "亲自", "特意", "特地", "专程", "专门", "警告", "给予", "处以", "处罚", "予以", "取消", "罚款", "摸着", "握着", "捧着", "翻开", "打开",
    ];

    // A given name of two characters hardly ends with these: 林原还介绍.
    private static readonly SearchValues<char> _notLast = SearchValues.Create("兼还也已因给及均都则仍又并却到赴再不没有让把算村镇乡");

    // Two-letter words that open like a name but aren't one.
    private static readonly string[] _notNames = ["星期", "毅然", "圣诞", "希望", "竹林", "慈善", "孝敬", "凡是", "凡事", "若干", "应原", "应被", "应其", "应群", "应家", "应业", "应患", "应居", "应约", "应聘", "应诉", "应届", "全班", "全校", "全所", "全局", "全处", "全厂", "全乡", "全镇", "全村", "全州", "全盟", "全旗", "全家", "全楼", "单凭", "单方", "方便", "连夜", "连声", "连忙", "连说", "连同", "连线", "平日", "平常", "谈起", "谈及", "包片", "包案", "包保", "包抓", "包联", "江苏", "江西", "安徽", "云南", "宁夏", "甘肃", "山东", "山西", "吉林", "毕业", "毕竟", "元旦", "元宵", "元月", "方能", "方可", "方才", "何种", "何为", "云端", "云集", "双双", "双休", "夏季", "常驻", "常规", "安保", "安检", "白领", "全程", "全天", "范学院", "范大学", "范院校", "范生", "全力", "全市", "全省", "全县", "全区", "全员", "全国", "全院", "应当", "成员", "会议", "任务", "能够", "都是", "有关", "关于", "全体", "公开", "和其", "相关", "通过", "连续", "连日", "法院", "司法", "公安", "国家", "党组", "党委", "年度", "方面", "时间", "包括", "从事", "从业", "项目", "管理", "常务", "单位", "干部", "代表", "双方", "明确", "利用", "平台", "平时", "全面", "全程", "全部", "家属", "那么", "经常", "接待", "向社", "于是", "万元", "金额", "解决", "解释", "和解", "安全", "安排", "计划", "成立", "相互", "须经", "终于", "广大", "于近", "国务", "高级", "法官", "政府", "庭审", "干警", "文书", "文件", "查明", "管辖", "应邀", "和谐", "应该", "应急", "应对", "应用", "强调", "宣布", "宣读", "宣讲", "宣传", "包括", "包含", "解读", "解答", "解除", "时任", "成为", "成功", "经过", "施行", "施工", "董事", "温馨", "季度", "容易", "党员", "路过", "任职", "任期", "任何", "任免", "何时", "何以", "马上", "方式", "方法", "方案", "文明", "文化", "高度", "高兴", "高质", "支持", "从严", "蒙受", "宁愿", "明年", "明显", "白天", "平安", "平均", "严格", "严肃", "严厉", "严把", "严查", "金融", "焦点", "齐心", "齐聚", "雷同", "冷静", "简要", "简单", "曾经", "关心", "关注", "关爱", "关怀", "祝贺", "祝愿", "仲裁", "商定", "商议", "商务", "景区", "单独", "丰富", "关系", "晋升", "阳光", "代理", "代替", "原本", "原告", "原则", "殷切", "常态", "常年", "常委", "柳编", "荣获", "荣誉", "安心", "安置", "安装", "谈话", "谈到", "谢绝", "杜绝", "梅雨", "程序", "古籍", "水平", "左右", "黄金", "车辆", "房屋", "房产", "罗列", "毛利", "利率", "段落", "钱款", "沙漠", "宗旨", "阎王", "卓越", "祖国", "余款", "余名", "余人", "余件", "万余", "万名", "万人", "万件", "万余"];

    // After a rare surname, which may be a verb or 向, these begin or end other words.
    private static readonly SearchValues<char> _notGiven = SearchValues.Create("全本各其该市省县区院局部门看处询找验办社会媒体记者群众企业我他她你们有关上下不几两到出入过着议作案件工法律员为个新大前后中现代当介参加");

    // How people are called who aren't named: 张先生.
    private static readonly string[] _addresses = ["先生", "女士", "小姐", "大姐", "大哥", "大妈", "大爷", "奶奶", "阿姨", "师傅", "老师", "同学", "同志", "医生", "律师", "法官", "经理", "老板", "总经"];

    /// <summary>Whether the text is a name from first to last character.</summary>
    public static bool IsName(string text) => NameAt(text, 0) == text.Length;

    /// <summary>The length of the name that stands here, 0 for none: surname, one or two more characters, then a word that names go before.</summary>
    public static int NameAt(string s, int at)
    {
        if (at + 2 > s.Length)
            return 0;
        if (Dotted(s, at) is var dotted and > 0)
            return dotted;
        var surname = Surnames.At(s, at, out var isRare);
        if (surname == 0)
            return Sounded(s, at);
        // Printed with a layout space: 林　原.
        var gap = surname == 1 && at + 2 < s.Length && s[at + 1] is '　' && IsHan(s[at + 2]) ? 1 : 0;
        for (var given = gap > 0 ? 1 : 2; given >= 1; given--)
        {
            var length = surname + gap + given;
            if (at + length > s.Length || !AllHan(s, at + surname + gap, given))
                continue;
            // 戴某认为 is 戴某 with 认为 after, not 戴某认 with 为: the longer word tells.
            if (given == 2 && at + length < s.Length && Follows(s, at + length) == 1 && Follows(s, at + length - 1) > 1)
                continue;
            if (_notLast.Contains(s[at + length - 1]))
                continue;
            if (given == 2 && Array.IndexOf(_addresses, s.Substring(at + surname + gap, 2)) >= 0)
                continue;
            if ((at + length == s.Length || (isRare ? IsTold(s, at + length) && (given == 2 || Follows(s, at + length) > 1) : Follows(s, at + length) > 0)) && !(isRare && s.AsSpan(at + surname, length - surname).ContainsAny(_notGiven)) && !IsWord(s, at))
                return length;
        }

        return Sounded(s, at) is > 2 and var sounded ? sounded : 0;
    }

    private static int Sounded(string s, int at) =>
        SoundNames.NameAt(s, at) is var length and > 0 && (IsTold(s, at + length) || SoundNames.IsSure(s, at, length)) ? length : 0;

    /// <summary>Whether what ends here can only be a name: a mark follows, or a verb that takes a person.</summary>
    private static bool IsTold(string s, int at) => at == s.Length || "，。；：、！？（）”　 说".Contains(s[at], StringComparison.Ordinal) || (Follows(s, at) > 1 && IsHan(s[at]));

    /// <summary>Names in several parts: 达吾列提·毕里汗.</summary>
    private static int Dotted(string s, int at)
    {
        var dot = s.AsSpan(at, Math.Min(9, s.Length - at)).IndexOfAny('·', '•');
        if (dot < 2 || !AllHan(s, at, dot))
            return 0;
        for (var length = dot + 3; length <= dot + 12 && at + length <= s.Length; length++)
        {
            if (!IsHan(s[at + length - 1]) && s[at + length - 1] is not ('·' or '•'))
                return 0;
            // 艾合买提出席: a sound's character goes on with the name, where no longer word begins with it.
            if (at + length == s.Length || Follows(s, at + length) is var word && (word > 1 || (word == 1 && !SoundNames.IsSound(s[at + length]))))
                return length;
        }

        return 0;
    }

    /// <summary>The length of the longest word here that names go before; 0 for none.</summary>
    private static int Follows(string s, int at)
    {
        // 发言人林原4日表示.
        if (at < s.Length && char.IsAsciiDigit(s[at]))
            return 1;
        var longest = 0;
        foreach (var word in _follows)
        {
            if (word.Length > longest && string.CompareOrdinal(s, at, word, 0, word.Length) == 0)
                longest = word.Length;
        }

        return longest;
    }

    private static bool IsWord(string s, int at)
    {
        foreach (var word in _notNames)
        {
            if (string.CompareOrdinal(s, at, word, 0, word.Length) == 0)
                return true;
        }

        return false;
    }

    private static bool AllHan(string s, int at, int count)
    {
        for (var i = at; i < at + count; i++)
        {
            // A surname alone is no name, so these may follow it: 李和平.
            if (i == at && count == 2 && s[i] is '向' or '和' or '于' or '从' or '将')
                continue;
            // 柳永和为: no name of somebody else follows.
            if (i == at + 1 && count == 2 && s[i] == '和' && (i + 1 >= s.Length || !Surnames.IsCommon(s[i + 1])))
                continue;
            if (!IsHan(s[i]) || s[i] is '的' or '在' or '和' or '与' or '等' or '是' or '对' or '了' or '说' or '称' or '就' or '将' or '被' or '向' or '从' or '于')
                return false;
        }

        return true;
    }

    private static bool IsHan(char c) => c is >= '\u4e00' and <= '\u9fff';
}

namespace Bot.Bulletins.Facts;

/// <summary>Tells a person's name from other words: a surname, one or two more characters, then a word that names go before.</summary>
internal static class PersonNames
{
    private const string Surnames =
        "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于傅皮卞齐康伍余元卜顾孟平黄穆萧尹姚邵湛汪祁毛禹狄米贝明臧伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万柯昝管卢莫房裘缪解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊於甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓隗山谷车侯宓蓬郗班仰仲伊宫宁仇栾甘厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄宿白怀蒲邰鄂索咸籍赖卓蔺屠蒙池乔阴胥苍闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍璩桑桂濮牛寿边扈燕冀浦尚温庄晏柴瞿阎慕连茹宦艾鱼古易慎戈廖庾暨居衡耿弘匡文寇禄阙欧殳沃蔚夔隆巩厍聂晁敖融冷訾辛阚简饶曾毋沙乜鞠丰巢关蒯荆竺盖桓岳帅缑亢况郈琴归晋楚闫汝鄢涂钦商牟佘佴伯哈谯阳佟肖覃付代亓原苑丛冼岩麦禚漆种练揭楼敬亢寻撒逯银栗全辜芦仝尧揣鹿肇粟隋郄郇呙仉仵卿奕弋忻旷朴檀琚畅矫笪粘菅谌贠赫邝郏镡鲜苌茆邸庹";

    private static readonly HashSet<char> _surnames = [.. Surnames];

    private static readonly string[] _doubleSurnames = ["欧阳", "上官", "司马", "诸葛", "司徒", "东方", "皇甫", "尉迟", "公孙", "慕容", "令狐", "宇文", "长孙", "夏侯", "端木"];

    private static readonly string[] _follows =
    [
        "律师", "先生", "女士", "院士", "出席", "主持", "在", "表示", "介绍", "说", "指出", "参加", "讲话", "宣读", "通报", "带队", "率", "作", "致辞", "强调", "要求", "告诉", "等", "和", "与", "为", "一行", "分别", "代表", "向", "就", "对", "回应", "透露", "会见", "受", "任", "当选", "宣布", "以", "从", "到", "围绕", "带领", "认为", "提醒", "发言", "讲授", "担任",
        "结合", "深入", "一同", "陪同", "传达", "列席", "做", "还", "也", "于", "说明", "解读", "及", "给", "走访", "赴", "主讲", "同志", "应邀", "点评", "回答", "称", "随机", "现场", "共同", "建议", "逐一", "详细", "先后", "会", "总结", "来", "的", "是", "将", "曾", "已", "因", "被", "用", "独任", "担", "签", "进行", "授", "上", "组成", "敲", "当庭", "依法", "首先", "最后", "呼吁", "（", "，", "。", "、", "；", "：", "？", "！", "”", "》", "）", " ", "　", "开", "向记者", "牵", "动员", "部署", "简要", "汇报", "宣", "颁", "揭", "送", "违", "利用", "一声", "告知", "随即", "正在", "当场", "亲手", "详", "重点", "涉嫌", "先后", "收受", "接受", "严重", "犯", "多次", "主动", "亲自", "负", "回", "结", "立即", "带", "组织", "提", "严", "专", "查",
    ];

    // Two-letter words that open like a name but aren't one.
    private static readonly string[] _notNames = ["毕业", "毕竟", "元旦", "元宵", "元月", "方能", "方可", "方才", "何种", "何为", "云端", "云集", "双双", "双休", "夏季", "常驻", "常规", "安保", "安检", "白领", "全程", "全天", "范学院", "范大学", "范院校", "范生", "全力", "全市", "全省", "全县", "全区", "全员", "全国", "全院", "应当", "成员", "会议", "任务", "能够", "都是", "有关", "关于", "全体", "公开", "和其", "相关", "通过", "连续", "连日", "法院", "司法", "公安", "国家", "党组", "党委", "年度", "方面", "时间", "包括", "从事", "从业", "项目", "管理", "常务", "单位", "干部", "代表", "双方", "明确", "利用", "平台", "平时", "全面", "全程", "全部", "家属", "那么", "经常", "接待", "向社", "于是", "万元", "金额", "解决", "解释", "和解", "安全", "安排", "计划", "成立", "相互", "须经", "终于", "广大", "于近", "国务", "高级", "法官", "政府", "庭审", "干警", "文书", "文件", "查明", "管辖", "应邀", "和谐", "应该", "应急", "应对", "应用", "强调", "宣布", "宣读", "宣讲", "宣传", "包括", "包含", "解读", "解答", "解除", "时任", "成为", "成功", "经过", "施行", "施工", "董事", "温馨", "季度", "容易", "党员", "路过", "任职", "任期", "任何", "任免", "何时", "何以", "马上", "方式", "方法", "方案", "文明", "文化", "高度", "高兴", "高质", "支持", "从严", "蒙受", "宁愿", "明年", "明显", "白天", "平安", "平均", "严格", "严肃", "严厉", "严把", "严查", "金融", "焦点", "齐心", "齐聚", "雷同", "冷静", "简要", "简单", "曾经", "关心", "关注", "关爱", "关怀", "祝贺", "祝愿", "仲裁", "商定", "商议", "商务", "景区", "单独", "丰富", "关系", "晋升", "阳光", "代理", "代替", "原本", "原告", "原则", "殷切", "常态", "常年", "常委", "柳编", "荣获", "荣誉", "安心", "安置", "安装", "谈话", "谈到", "谢绝", "杜绝", "梅雨", "程序", "古籍", "水平", "左右", "黄金", "车辆", "房屋", "房产", "罗列", "毛利", "利率", "段落", "钱款", "沙漠", "宗旨", "阎王", "卓越", "祖国", "余款", "余名", "余人", "余件", "万余", "万名", "万人", "万件", "万余"];

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
        var surname = _doubleSurnames.Any(d => string.CompareOrdinal(s, at, d, 0, 2) == 0) ? 2 : _surnames.Contains(s[at]) ? 1 : 0;
        if (surname == 0)
            return 0;
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
            if (given == 2 && Array.IndexOf(_addresses, s.Substring(at + surname + gap, 2)) >= 0)
                continue;
            if ((at + length == s.Length || Follows(s, at + length) > 0) && !IsWord(s, at))
                return length;
        }

        return 0;
    }

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
            if (at + length == s.Length || Follows(s, at + length) > 0)
                return length;
        }

        return 0;
    }

    /// <summary>The length of the longest word here that names go before; 0 for none.</summary>
    private static int Follows(string s, int at)
    {
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
            if (i == at + 1 && count == 2 && s[i] == '和' && (i + 1 >= s.Length || !_surnames.Contains(s[i + 1])))
                continue;
            if (!IsHan(s[i]) || s[i] is '的' or '在' or '和' or '与' or '等' or '是' or '对' or '了' or '说' or '称' or '就' or '将' or '被' or '向' or '从' or '于')
                return false;
        }

        return true;
    }

    private static bool IsHan(char c) => c is >= '\u4e00' and <= '\u9fff';
}

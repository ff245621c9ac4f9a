namespace Bot.Tests.Sources.Pages.Generation;

/// <summary>What sections inside an article are called, written for laid-out pages: plain, asked, numbered, in two halves.</summary>
internal static class SectionHeadings
{
    private static readonly string[] _plain =
    [
        "从无到有的第一步", "一本账算清楚", "走出困境", "难题摆上桌面", "办法总比困难多", "家门口的变化", "把规矩立起来", "老办法遇到新问题", "一封来信", "深夜的电话",
        "守住底线", "小切口大文章", "真相浮出水面", "他们为什么愿意来", "钱从哪里来", "谁来负责", "怎样避免重演", "还有哪些堵点", "下一站", "不止于此",
        "破局", "取证", "转机", "回响", "争议", "账本里的秘密", "三次上门", "没有白跑的路", "一张图管到底", "让数据多跑路",
        "听得见的声音", "看得见的改变", "摸得着的实惠", "制度的笼子越扎越紧", "从一个人到一群人", "从被动接招到主动上门", "由点到面的推广", "握指成拳", "最后一公里打通了", "久久为功",
        "案件经过", "法院裁判", "法官说法", "检察官提醒", "事件回放", "各方声音", "专家建议", "记者观察", "背景链接", "政策依据",
    ];

    private static readonly string[] _asked =
    [
        "合同到底算不算数？", "多出来的钱归谁", "为什么总是管不住", "老人的心愿怎么实现", "不同意，行不行？", "没有证据怎么办", "房子到底归谁", "究竟卡在哪一环", "省下来的时间做什么", "明天会怎样",
    ];

    private static readonly string[] _halves =
    [
        "建机制 强保障", "重预防 抓源头", "解民忧 暖民心", "查得准 办得快", "走得进 坐得下 谈得来", "守初心 担使命", "算清账 算对账", "立得住 行得通", "抓早抓小 防患未然", "多方联动 合力攻坚",
    ];

    /// <summary>So many headings that go together.</summary>
    public static IReadOnlyList<string> Draw(int count, Random random)
    {
        var pool = random.Next(10) switch { < 6 => _plain, < 8 => _halves, _ => [.. _asked, .. _plain] };
        var drawn = pool.ToArray();
        random.Shuffle(drawn);
        var numbered = random.Next(5) == 0;
        return [.. drawn.Take(count).Select((h, i) => numbered ? $"{"一二三四五六"[i]}、{h}" : h)];
    }
}

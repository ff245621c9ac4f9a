using System.Text.RegularExpressions;

namespace Bot.Sources.Pages.Signs;

/// <summary>What sections of an article are called, and never an article; and what short articles are called, and never a section.</summary>
internal static partial class SectionNames
{
    [GeneratedRegex(@"^[【■●◆▲\s]*(?:基本案情|案情(?:回顾|简介|介绍)|裁判(?:结果|要旨|理由)|审判结果|处理结果|法院(?:审理|判决|裁判)|案例(?:启示|评析|分析|点评)|典型意义|争议焦点|以案释法|(?:法官|检察官|律师|民警|警方|专家|记者|仲裁员|调解员|公证员|工作人员)(?:提醒|说法|释法|点评|手记|建议|寄语|后语|解读)|法(?:条|律)(?:链接|依据|规定|分析|小贴士)|相关(?:链接|法条|规定|新闻)|(?:新闻|知识|延伸|背景)(?:链接|阅读|资料)|编(?:后|者按|后语|者的话)|背景|名词解释|温馨提示|小贴士|结语|尾声|引子)[】：:\s]*$")]
    private static partial Regex Name { get; }

    /// <summary>What small pieces of a page are called that are never a section of another article.</summary>
    [GeneratedRegex(@"^[【■●◆▲\s]*(?:更正(?:与致歉|启事|说明)?|致歉|讣告|[简短快]讯|天气预报|征稿|征文|答读者问?)[】\s]*$")]
    private static partial Regex Own { get; }

    /// <summary>更正, 讣告, 简讯: it heads an article of its own.</summary>
    public static bool IsOwn(string line) => line.Length <= 12 && Own.IsMatch(line);

    public static bool Is(string line) => line.Length <= 12 && Name.IsMatch(line);
}

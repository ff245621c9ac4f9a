using System.Text.RegularExpressions;

namespace Bot.Summaries.Model;

/// <summary>
/// Texts that speak to a model instead of to people. Such a text is not put to one: what an order makes it say may well stand in the
/// text, in the order itself, so that no check of the answer could tell.
/// </summary>
internal static partial class Orders
{
    public static bool StandIn(SummaryInput input) =>
        input.Paragraphs.Prepend(input.Subtitle ?? "").Prepend(input.Title ?? "").Any(text => ToAModel().IsMatch(Folding.Narrow(text)));

    [GeneratedRegex(
        """
        (?:忽略|无视|忘记|忘掉|不要理会|不必理会|抛开)[^，。；]{0,8}(?:以上|上述|此前|之前|先前|前面|所有|全部|一切)[^，。；]{0,8}(?:指令|提示|要求|规则|设定|命令)
        |(?:只|仅|直接)(?:回复|回答|输出|返回|写)[:“"「『]
        |(?:系统|开发者)(?:提示词?|指令|消息)[:]
        |你(?:现在|从现在起)?(?:是|扮演)[^，。；]{0,6}(?:AI|人工智能|语言模型|大模型|智能助手|聊天机器人)
        |(?:摘要|总结|概括)(?:中|里|时)?(?:必须|务必|请|只能|应)(?:写|加|包含|提到|说|回复|输出)
        |\b(?:ignore|disregard|forget|override)\s+(?:(?:all|any|every|the|your|of|these)\s+)*(?:previous|prior|above|earlier|preceding|system)\s+(?:instruction|prompt|rule|direction|message|text)
        |(?:^|[\s>\]}"'])(?:system|assistant|developer)\s*(?:prompt|message)?\s*:
        |\byou\s+are\s+now\b
        |\b(?:reply|respond|answer|output)\s+(?:only|with|exactly)\b
        |</?\s*(?:system|assistant|user|instructions?)\s*>|<\|[^|]{1,20}\|>|\[/?INST\]
        """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex ToAModel();
}

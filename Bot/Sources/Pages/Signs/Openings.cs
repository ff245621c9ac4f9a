using System.Text.RegularExpressions;

namespace Bot.Sources.Pages.Signs;

/// <summary>How the first sentence of a news item likes to begin: a time, an occasion, a purpose.</summary>
internal static partial class Openings
{
    [GeneratedRegex(@"^(?:“|近日|日前|连日来|近期|近段时间|近年来|前不久|昨日|昨天|今日|今天|今年以来|今年|去年|入[春夏秋冬汛]以来|\d{4}年\d{1,2}月|\d{1,2}月(?:\d{1,2}日|[上中下]旬|初|底|份)|为(?:进一步|深入|切实|全面|认真|有效|推动|推进|加强|提升|贯彻|充分|确保|更好|积极|丰富|扎实|持续|帮助|全力|做好|了)|记者(?:近日|日前|昨日)?从|随着|在第|当前|自[^，。]{2,16}以来|围绕|近几年|《)")]
    private static partial Regex Opening { get; }

    [GeneratedRegex(@"^(?:近日|日前|连日来|昨日|昨天|\d{1,2}月\d{1,2}日(?:[，至上下晚]|$|[^，。]{0,6}，)|记者(?:近日|日前|昨日)?从|前不久)")]
    private static partial Regex StrongOpening { get; }

    /// <summary>0 for none, 1 for one that paragraphs inside an article share, 2 for one that mostly opens an article.</summary>
    public static int Strength(string text) => StrongOpening.IsMatch(text) ? 2 : Opening.IsMatch(text) && text[0] is not ('“' or '《') ? 1 : 0;
}

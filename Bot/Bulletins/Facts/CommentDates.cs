using System.Text.RegularExpressions;

namespace Bot.Bulletins.Facts;

/// <summary>Tells the day on which the time for comments ends from the days that a draft names for other things.</summary>
internal static partial class CommentDates
{
    /// <param name="sentence">The sentence that the date stands in.</param>
    public static bool EndsComments(string sentence, ReadOnlySpan<char> before, ReadOnlySpan<char> after) => IsUntil(before, after) && IsOfComments(sentence);

    private static bool IsUntil(ReadOnlySpan<char> before, ReadOnlySpan<char> after) =>
        Until().IsMatch(after) || Deadline().IsMatch(before);

    /// <summary>Whether the sentence speaks of comments: a draft has deadlines of its own.</summary>
    private static bool IsOfComments(string sentence) => SpeaksOfComments().IsMatch(Draft().Replace(sentence, ""));

    // 征求意见稿提出，某日前完成: what the draft says.
    [GeneratedRegex("《[^》]*》|(?:公开)?征求意见稿|(?:意见|建议稿|草案)(?:提出|明确|要求|规定)，")]
    private static partial Regex Draft();

    [GeneratedRegex("意见|建议|反馈|征求|征集|来信|来函|邮箱|邮件|信函|公示|联系|截止")]
    private static partial Regex SpeaksOfComments();

    [GeneratedRegex(@"^\s?(?:\d{1,2}[时:：]\d{0,2}分?)?(?:（[^）]{1,8}）)?(?:上午|下午)?(?:\d{1,2}[时点:：]\d{0,2}分?)?(?:前|之前|以前|止|截止|结束)|^(?:下午|上午|晚)?\d{1,2}[时点](?:前|止)")]
    private static partial Regex Until();

    [GeneratedRegex(@"(?:(?:截止|截至)(?:日期|时间|到|至)?(?:为|是|：|:)?|(?:期限|时间|日期|意见)(?:为|是|：|:|从|自)?[^，。；]{6,16}(?:至|到|—|－|-|～)|[自从](?:即日|[^，。；]{6,14})起?(?:至|到))\s*$")]
    private static partial Regex Deadline();
}

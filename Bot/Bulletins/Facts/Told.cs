using System.Globalization;
using System.Text.RegularExpressions;

namespace Bot.Bulletins.Facts;

/// <summary>
/// The day on which a text was told, by its dateline: what was "today" for whoever wrote "本报青禾5月29日讯" is not the day on which
/// the paper was printed.
/// </summary>
internal static partial class Told
{
    /// <summary>A dateline is of the days before the edition; what is further off is none of this text.</summary>
    private const int MostDays = 10;

    private const int FirstParagraphs = 3;

    /// <returns>The dateline's day; the edition's where there is none.</returns>
    public static DateOnly? On(FactInput input)
    {
        if (input.Edition is not { } edition)
            return null;
        foreach (var text in input.Paragraphs.Take(FirstParagraphs).Prepend(input.Dateline ?? ""))
        {
            if (Dateline().Match(text) is { Success: true } match && Day(match, edition) is { } day)
                return day;
        }

        return edition;
    }

    private static DateOnly? Day(Match match, DateOnly edition)
    {
        var number = int.Parse(match.Groups["d"].ValueSpan, CultureInfo.InvariantCulture);
        var month = match.Groups["m"].Success ? int.Parse(match.Groups["m"].ValueSpan, CultureInfo.InvariantCulture) : (int?)null;
        for (var back = 0; back <= MostDays && edition.DayNumber > back; back++)
        {
            var day = edition.AddDays(-back);
            if (day.Day == number && (month is null || day.Month == month))
                return day;
        }

        return null;
    }

    [GeneratedRegex(@"^[\s　]*(?:本报|本网|本刊|本台|[\u4e00-\u9fff]{2,8}(?:社|报|网))?[\u4e00-\u9fff]{0,10}?(?:(?<m>[0-9]{1,2})月)?(?<d>[0-9]{1,2})日\s?(?:电|讯|消息)(?![\u4e00-\u9fff子息])|^[\s　]*(?:本报|新华社)[\u4e00-\u9fff]{0,10}?(?:(?<m>[0-9]{1,2})月)?(?<d>[0-9]{1,2})日(?:电|讯)")]
    private static partial Regex Dateline();
}

using System.Globalization;
using System.Text.RegularExpressions;

namespace Bot.Bulletins.Facts;

/// <summary>The one date that English bulletins are mostly read for: when something takes effect.</summary>
internal static partial class EnglishDates
{
    public static void Read(FactText text, FactList found)
    {
        if (!text.Text.Contains("effect", StringComparison.Ordinal) && !text.Text.Contains("force", StringComparison.Ordinal))
            return;
        foreach (Match match in TakesEffect().Matches(text.Text))
        {
            var date = match.Groups["d"];
            var year = match.Groups["y"].Success ? match.Groups["y"].Value : text.Edition?.Year.ToString(CultureInfo.InvariantCulture);
            if (DateOnly.TryParseExact($"{match.Groups["m"].Value} {match.Groups["n"].Value} {year}", "MMMM d yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                found.Add(FactKind.InForce, BindingDateReader.Iso(day), text.Span(date.Index, date.Length));
        }
    }

    [GeneratedRegex(@"(?:takes?|took|taking|come|comes|came|enter|enters|entered) (?:effect|into force|into effect)(?: on| from)? (?<d>(?<m>January|February|March|April|May|June|July|August|September|October|November|December) (?<n>\d{1,2})(?:, (?<y>\d{4}))?)|effective (?:on |from )?(?<d>(?<m>January|February|March|April|May|June|July|August|September|October|November|December) (?<n>\d{1,2})(?:, (?<y>\d{4}))?)")]
    private static partial Regex TakesEffect();
}

using Bot.Texts;

namespace Bot.Topics;

/// <summary>A trial as people read it, for console and chat.</summary>
internal static class TrialText
{
    private static readonly Words _words = new("Bot.Topics.Trying.TryingWords");

    public static IEnumerable<string> Of(TrialResult.Tried tried, Topic? against, Language language)
    {
        yield return Summary(tried, language);
        if (tried.PerDay.Count > 0)
        {
            yield return _words.Get(language, "days", string.Join(_words.Get(language, "comma"), tried.PerDay.TakeLast(10).Select(d => _words.Get(language, "day", d.Day.ToDateTime(TimeOnly.MinValue), d.Caught))));
        }

        if (tried.Difference is { } difference)
        {
            yield return _words.Get(language, "against", against!.NameIn(language), difference.Added, difference.Dropped, difference.Both);
            foreach (var line in Finds("added", difference.NewestAdded, language).Concat(Finds("dropped", difference.NewestDropped, language)))
            {
                yield return line;
            }
        }
        else
        {
            foreach (var line in Finds("newest", tried.Newest, language))
            {
                yield return line;
            }
        }
    }

    /// <summary>How many of how many, and how many a day.</summary>
    public static string Summary(TrialResult.Tried tried, Language language) => tried.Bulletins == 0
        ? _words.Get(language, "summary.empty")
        : _words.Get(language, "summary", tried.Bulletins, Math.Round(tried.Days), tried.Caught, ADay(tried));

    /// <summary>With as many digits as say something.</summary>
    public static string ADay(TrialResult.Tried tried) => tried.ADay.ToString(tried.ADay < 10 ? "0.##" : "0", System.Globalization.CultureInfo.InvariantCulture);

    private static IEnumerable<string> Finds(string key, IReadOnlyList<TrialFind> finds, Language language)
    {
        if (finds.Count == 0)
        {
            yield break;
        }

        yield return "";
        yield return _words.Get(language, key);
        foreach (var find in finds)
        {
            yield return _words.Get(language, "find", find.BulletinId, find.Title ?? _words.Get(language, "untitled"), find.At.ToOffset(TimeSpan.FromHours(8)));
            foreach (var line in ExplanationText.Of(find.Explanation, language))
            {
                yield return $"    {line}";
            }
        }
    }
}

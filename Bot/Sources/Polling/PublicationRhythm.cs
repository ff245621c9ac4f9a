namespace Bot.Sources.Polling;

/// <summary>How often a source publishes.</summary>
internal static class PublicationRhythm
{
    private const int Looked = 20;

    /// <summary>The median time between its last publications; null while fewer than three are known.</summary>
    public static TimeSpan? Of(IEnumerable<DateTimeOffset> published)
    {
        var moments = published.Distinct().OrderDescending().Take(Looked).ToArray();
        if (moments.Length < 3)
        {
            return null;
        }

        var gaps = moments.Zip(moments.Skip(1), (later, earlier) => later - earlier).Order().ToArray();
        return gaps[gaps.Length / 2];
    }
}

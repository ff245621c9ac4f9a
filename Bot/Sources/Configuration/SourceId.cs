namespace Bot.Sources.Configuration;

/// <summary>Makes ids for sources that have none yet.</summary>
internal static class SourceId
{
    private const int Longest = 40;

    /// <summary>From the name where it has Latin letters, else from the host; one that is not in <paramref name="taken"/>, and is added to it.</summary>
    public static string Of(string name, Uri address, ISet<string> taken)
    {
        var id = Slug(name) is { Length: > 1 } slug ? slug : Slug(address.Host);
        id = id.Length > Longest ? id[..Longest].TrimEnd('-') : id.Length == 0 ? "feed" : id;
        var free = id;
        for (var number = 2; !taken.Add(free); number++)
        {
            free = $"{id}-{number}";
        }

        return free;
    }

    private static string Slug(string text) =>
        string.Join('-', string.Concat(text.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries));
}

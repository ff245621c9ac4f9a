namespace Bot.Sources.Syndication;

/// <summary>Which of several links leads to the article.</summary>
internal static class FeedLinks
{
    public static void Add(EntryDraft draft, string? relation, string? mediaType, string? address)
    {
        if (address is null)
        {
            return;
        }

        switch (relation?.Trim().ToLowerInvariant())
        {
            case null or "" or "alternate" or "http://www.iana.org/assignments/relation/alternate":
                if (draft.Link is null || (draft.LinkIsNoPage && IsPage(mediaType)))
                {
                    draft.Link = address;
                    draft.LinkIsNoPage = !IsPage(mediaType);
                }

                break;
            case "self" or "via" or "canonical" or "http://www.iana.org/assignments/relation/self":
                draft.OtherLink ??= address;
                break;
            default:
                break;
        }
    }

    private static bool IsPage(string? mediaType) => string.IsNullOrEmpty(mediaType) || mediaType.Contains("html", StringComparison.OrdinalIgnoreCase);
}

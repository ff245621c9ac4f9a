using Bot.Sources.Markup;

namespace Bot.Sources.Syndication;

/// <summary>What relative addresses are relative to, by the elements that are open.</summary>
internal sealed class BaseAddresses(Uri? document)
{
    private readonly List<(int Depth, Uri? Base)> _all = [(0, document)];

    public Uri? Current => _all[^1].Base;

    public void Enter(int depth, IAttributes attributes)
    {
        if (attributes.Base is { } address)
        {
            _all.Add((depth, Uri.TryCreate(Current, address.Trim(), out var nearer) ? nearer : WebAddress.Base(address) ?? Current));
        }
    }

    public void Leave(int depth)
    {
        while (_all.Count > 1 && _all[^1].Depth >= depth)
        {
            _all.RemoveAt(_all.Count - 1);
        }
    }

    /// <summary>
    /// A base that the document gives comes first. Without one, an RSS feed's relative addresses are relative to its site;
    /// Atom's to the document, or to what the feed calls its own address where the document comes from a file.
    /// </summary>
    public Uri? Nearest(Uri? given, EntryDraft feed, string format) =>
        _all.Count > 1 && given is not null ? given
        : format == "atom" ? given ?? WebAddress.Base(feed.OtherLink) ?? feed.Site
        : feed.Site ?? given;
}

using Bot.Bulletins;
using Bot.Sources;

namespace Bot.Conversation;

/// <summary>Where a bulletin is from, as people call it.</summary>
internal sealed class BulletinWords(SourceCatalogue sources)
{
    public string Source(BulletinRow bulletin) => Source(bulletin.SourceId);

    public string Source(string id) => sources.Find(id)?.Name ?? id;
}

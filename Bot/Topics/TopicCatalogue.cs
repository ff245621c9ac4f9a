namespace Bot.Topics;

/// <summary>The topics in force, compiled. Replaced as a whole: whoever matches sees one state.</summary>
internal sealed class TopicCatalogue
{
    private volatile IReadOnlyList<Topic> _topics = [];

    /// <summary>In the order that admins gave them.</summary>
    public IReadOnlyList<Topic> Topics => _topics;

    public Topic? Find(string id) => _topics.FirstOrDefault(t => t.Id == id);

    public void Replace(IReadOnlyList<Topic> topics) => _topics = topics;
}

using Bot.Topics;

namespace Bot.Conversation;

/// <summary>What a topic is called in a button's action (see <see cref="ShortKey"/>).</summary>
internal static class TopicKey
{
    public static string Of(Topic topic) => ShortKey.Of(topic.Id);

    /// <summary>Null when the topic is gone.</summary>
    public static Topic? ByKey(this TopicCatalogue catalogue, string key) =>
        catalogue.Topics.FirstOrDefault(t => Of(t) == key);
}

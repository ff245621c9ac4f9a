using System.Security.Cryptography;
using System.Text;
using Bot.Topics;

namespace Bot.Conversation;

/// <summary>What a topic is called in a button's action: its id, or, where that is too long, a hash of it.</summary>
internal static class TopicKey
{
    private const int MostBytes = 32;

    public static string Of(Topic topic) => topic.Id.Length <= MostBytes
        ? topic.Id
        : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(topic.Id)))[..16];

    /// <summary>Null when the topic is gone.</summary>
    public static Topic? ByKey(this TopicCatalogue catalogue, string key) =>
        catalogue.Topics.FirstOrDefault(t => Of(t) == key);
}

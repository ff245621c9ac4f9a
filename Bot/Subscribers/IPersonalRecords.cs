using System.Text.Json.Nodes;
using Bot.Storage;

namespace Bot.Subscribers;

/// <summary>What one part of the program keeps about a chat. Whoever keeps something owns one of these, so that nothing is left out of /mydata or left behind by /forgetme.</summary>
internal interface IPersonalRecords
{
    /// <summary>The part's name in the file.</summary>
    string Name { get; }

    Task<JsonNode> Export(BotDb db, ChatRow chat, CancellationToken cancellationToken);

    /// <summary>Deletes what does not go by itself with the chat's row.</summary>
    Task Erase(BotDb db, ChatRow chat, CancellationToken cancellationToken);
}

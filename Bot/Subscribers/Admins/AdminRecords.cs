using System.Text.Json.Nodes;
using Bot.Storage;
using Bot.Topics;
using Microsoft.EntityFrameworkCore;

namespace Bot.Subscribers;

/// <summary>What a chat is among admins and among members of closed topics. What an admin did stays in the audit.</summary>
internal sealed class AdminRecords : IPersonalRecords
{
    public string Name => "access";

    public async Task<JsonNode> Export(BotDb db, ChatRow chat, CancellationToken cancellationToken)
    {
        var admin = await db.Set<AdminRow>().AsNoTracking().SingleOrDefaultAsync(a => a.Channel == chat.Channel && a.Person == chat.Address, cancellationToken);
        var member = await db.Set<TopicMemberRow>().Where(m => m.Channel == chat.Channel && m.Address == chat.Address).Select(m => m.TopicId).ToListAsync(cancellationToken);
        return new JsonObject
        {
            ["role"] = admin?.Role.ToString(),
            ["memberOf"] = new JsonArray([.. member.Select(m => (JsonNode)m)]),
        };
    }

    public async Task Erase(BotDb db, ChatRow chat, CancellationToken cancellationToken)
    {
        await db.Set<AdminRow>().Where(a => a.Channel == chat.Channel && a.Person == chat.Address).ExecuteDeleteAsync(cancellationToken);
        await db.Set<TopicMemberRow>().Where(m => m.Channel == chat.Channel && m.Address == chat.Address && !m.IsNamed).ExecuteDeleteAsync(cancellationToken);
    }
}

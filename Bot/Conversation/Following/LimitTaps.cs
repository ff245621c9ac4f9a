using System.Security.Cryptography;
using System.Text;
using Bot.Bulletins;
using Bot.Bulletins.Places;
using Bot.Deliveries;
using Bot.Sources;
using Bot.Storage;
using Bot.Subscribers;
using Bot.Topics;
using Microsoft.EntityFrameworkCore;

namespace Bot.Conversation;

/// <summary>Where a topic counts: <c>limits:key:p|s:page</c> offers places or sources.</summary>
internal sealed class LimitsTap(TopicCatalogue topics, SubscriberStore subscribers, LimitChoices choices) : ITap
{
    public string Verb => "limits";

    public async Task<Reply> Tap(Turn turn, TapAction action, CancellationToken cancellationToken) =>
        topics.ByKey(action.Text(0)) is { } topic && await subscribers.Followed(turn.Chat, topic, cancellationToken) is { } followed
            ? new Reply([], await choices.Compose(turn, topic, FollowLimits.Parse(followed.Limits), action.Text(1) == "s", action.Number(2) ?? 0, cancellationToken))
            : new Reply([], Notice: turn.Say("stale"));
}

/// <summary>A tick: <c>limit:key:p|s:on|off:value</c>. It says what shall be, so a second tap changes nothing.</summary>
internal sealed class LimitTap(TopicCatalogue topics, SourceCatalogue sources, SubscriberStore subscribers, Preferences preferences, LimitChoices choices) : ITap
{
    public string Verb => "limit";

    public bool Configures => true;

    public async Task<Reply> Tap(Turn turn, TapAction action, CancellationToken cancellationToken)
    {
        var bySource = action.Text(1) == "s";
        if (topics.ByKey(action.Text(0)) is not { } topic
            || await subscribers.Followed(turn.Chat, topic, cancellationToken) is not { } followed
            || (bySource ? sources.Sources.FirstOrDefault(s => LimitChoices.SourceKey(s.Id) == action.Text(3))?.Id : Gazetteer.Default.ByCode(action.Text(3))?.Code) is not { } value)
        {
            return new Reply([], Notice: turn.Say("stale"));
        }

        var limits = FollowLimits.Parse(followed.Limits);
        if ((bySource ? limits.Sources : limits.Places).Contains(value) != (action.Text(2) == "on"))
        {
            limits = bySource ? limits.ToggleSource(value) : limits.TogglePlace(value);
            await preferences.SetLimits(turn.Chat.Id, topic.Id, limits, cancellationToken);
        }

        return new Reply([], await choices.Compose(turn, topic, limits, bySource, 0, cancellationToken), turn.Say("settings.done"));
    }
}

/// <summary>What a topic can be limited to: the places that its newest bulletins are about, with those that hold them, and the sources.</summary>
internal sealed class LimitChoices(IDbContextFactory<BotDb> databases, SourceCatalogue sources)
{
    private const int PageSize = 12;
    private const int NewestBulletins = 300;
    private const int MostPlaces = 36;
    private const int MostKeyBytes = 20;

    public static string SourceKey(string id) => id.Length <= MostKeyBytes ? id : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)))[..16];

    public async Task<Message> Compose(Turn turn, Topic topic, FollowLimits limits, bool bySource, long page, CancellationToken cancellationToken)
    {
        var key = TopicKey.Of(topic);
        var chosen = bySource ? limits.Sources : limits.Places;
        List<(string Value, string Action, string Name)> all = bySource
            ? [.. sources.Sources.Select(s => (s.Id, SourceKey(s.Id), s.Name))]
            : [.. (await Places(topic, limits.Places, cancellationToken)).Select(p => (p.Code, p.Code, p.Name))];
        var pages = Math.Max(1, (all.Count + PageSize - 1) / PageSize);
        page = Math.Clamp(page, 0, pages - 1);
        var draft = new Draft().Bold(topic.NameIn(turn.Language)).Text(turn.Say(bySource ? "limits.pick-sources" : "limits.pick-places"));
        if (all.Count == 0)
        {
            draft.Text(turn.Say("limits.none-seen"));
        }

        foreach (var row in all.Skip((int)page * PageSize).Take(PageSize).Chunk(2))
        {
            draft.Row(row.Select(c =>
            {
                var on = chosen.Contains(c.Value);
                return new Button((on ? Draft.Tick : "") + c.Name, TapAction.Of("limit", key, bySource ? "s" : "p", on ? "off" : "on", c.Action));
            }));
        }

        List<Button> turning = [];
        if (page > 0)
        {
            turning.Add(new Button(turn.Say("page.back"), TapAction.Of("limits", key, bySource ? "s" : "p", page - 1)));
        }

        if (page < pages - 1)
        {
            turning.Add(new Button(turn.Say("page.next", page + 2, pages), TapAction.Of("limits", key, bySource ? "s" : "p", page + 1)));
        }

        return draft.Row(turning).Row(new Button(turn.Say("limits.done"), TapAction.Of("mode", key))).Done();
    }

    private async Task<IEnumerable<Place>> Places(Topic topic, IReadOnlyList<string> chosen, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var matches = db.Set<MatchRow>().Where(m => m.TopicId == topic.Id);
        var regions = await db.Set<BulletinRow>().AsNoTracking()
            .Where(b => matches.Any(m => m.BulletinId == b.Id))
            .OrderByDescending(b => b.SeenAt).Take(NewestBulletins).Select(b => b.Regions).ToListAsync(cancellationToken);
        var seen = regions.SelectMany(r => r).Select(Gazetteer.Default.ByName).OfType<Place>()
            .SelectMany(p => p.Ancestors.Prepend(p))
            .CountBy(p => p.Code)
            .OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal)
            .Take(MostPlaces).Select(c => c.Key);
        return chosen.Concat(seen).Distinct().Select(Gazetteer.Default.ByCode).OfType<Place>();
    }
}

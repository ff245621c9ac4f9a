using System.Collections.Concurrent;
using Bot.Subscribers;

namespace Bot.Conversation;

/// <summary>In a group or a broadcast channel, its administrators alone configure. The channel is asked once in a while, not at every tap.</summary>
internal sealed class GroupRights(IEnumerable<IChatRoles> roles, TimeProvider clock)
{
    private const int MostKept = 10_000;
    private static readonly TimeSpan _kept = TimeSpan.FromMinutes(5);

    private readonly Dictionary<string, IChatRoles> _roles = roles.ToDictionary(r => r.Channel, StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Channel, string Address, string Person), (bool May, DateTimeOffset Until)> _known = [];

    public async Task<bool> MayConfigure(Incoming incoming, CancellationToken cancellationToken)
    {
        if (incoming.Kind is not (ChatKind.Group or ChatKind.Broadcast) || !_roles.TryGetValue(incoming.Channel, out var channel))
        {
            return true;
        }

        if (incoming.Person is not { } person)
        {
            return false;
        }

        var key = (incoming.Channel, incoming.Address, person);
        var now = clock.GetUtcNow();
        if (_known.TryGetValue(key, out var known) && known.Until > now)
        {
            return known.May;
        }

        var may = await channel.IsAdministrator(incoming.Address, person, cancellationToken);
        if (_known.Count >= MostKept)
        {
            _known.Clear();
        }

        _known[key] = (may, now + _kept);
        return may;
    }
}

namespace Bot.Deliveries;

/// <summary>
/// Chats that are owed so much that their own limits decide when they have it all. Such a chat begins early: among what is equally urgent
/// it counts as due earlier by as long as its limits need, so that it ends with the others instead of long after them. By no more than
/// <see cref="_mostEarly"/>, so that what falls due for others waits no longer than that. Used by the one flow that claims.
/// </summary>
internal sealed class Backlogs(DeliveryClaims claims, TimeProvider clock)
{
    private const int MostChats = 200;

    private static readonly TimeSpan _mostEarly = TimeSpan.FromMinutes(5);

    /// <summary>Between two looks; a look at a million rows takes longer, and then looks are rarer: they take no more than a part of the time.</summary>
    private static readonly TimeSpan _leastBetween = TimeSpan.FromSeconds(1);

    private const int PartOfTime = 50;

    private readonly Dictionary<long, (int Count, ChannelLimits Limits, bool IsGroup)> _known = [];
    private TimeSpan? _next;

    private TimeSpan Now => clock.GetElapsedTime(0);

    /// <summary>All of them; they are claimed by <see cref="Ahead"/> only.</summary>
    public IReadOnlyCollection<long> Chats => _known.Keys;

    /// <summary>Asks the database anew, where that is not too soon.</summary>
    public async Task Look(IReadOnlyCollection<ChannelLine> lines, CancellationToken cancellationToken)
    {
        var began = Now;
        if (began < _next)
        {
            return;
        }

        var found = await claims.Backlogs(ChannelLine.MostInLane, MostChats, cancellationToken);
        var limits = lines.ToDictionary(l => l.Channel.Name, l => l.Channel.Limits, StringComparer.Ordinal);
        _known.Clear();
        foreach (var backlog in found)
        {
            if (limits.TryGetValue(backlog.Channel, out var ofChannel) && Need(backlog.Count, ofChannel, backlog.IsGroup) > TimeSpan.Zero)
            {
                _known[backlog.ChatId] = (backlog.Count, ofChannel, backlog.IsGroup);
            }
        }

        var took = (Now - began) * PartOfTime;
        _next = Now + (took > _leastBetween ? took : _leastBetween);
    }

    /// <summary>By how much each of them, but for these, counts as due earlier now.</summary>
    public IReadOnlyDictionary<long, TimeSpan> Ahead(IReadOnlyCollection<long> without)
    {
        var left = without.ToHashSet();
        return _known.Where(k => !left.Contains(k.Key)).ToDictionary(k => k.Key, k => Early(k.Value.Count, k.Value.Limits, k.Value.IsGroup));
    }

    /// <summary>What was claimed waits no more; a chat that has few left is one like the others.</summary>
    public void Took(IReadOnlyList<DueDelivery> batch)
    {
        foreach (var delivery in _known.Count > 0 ? batch : [])
        {
            if (_known.TryGetValue(delivery.ChatId, out var known))
            {
                _known[delivery.ChatId] = known with { Count = known.Count - 1 };
                if (known.Count <= 1)
                {
                    _known.Remove(delivery.ChatId);
                }
            }
        }
    }

    private static TimeSpan Early(int count, ChannelLimits limits, bool isGroup)
    {
        var need = Need(count, limits, isGroup);
        return need < _mostEarly ? need : _mostEarly;
    }

    /// <summary>How long the chat's own limits take for so many.</summary>
    private static TimeSpan Need(int count, ChannelLimits limits, bool isGroup)
    {
        var inMinutes = isGroup && count > limits.PerGroupAndMinute ? TimeSpan.FromMinutes(count / limits.PerGroupAndMinute) : TimeSpan.Zero;
        var inSeconds = TimeSpan.FromSeconds(count / limits.PerChat);
        return inMinutes > inSeconds ? inMinutes : inSeconds;
    }
}

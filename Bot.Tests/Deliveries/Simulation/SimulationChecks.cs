using Bot.Deliveries;
using Bot.Topics;

namespace Bot.Tests.Deliveries.Simulation;

/// <summary>What must hold of every seed.</summary>
internal sealed class SimulationChecks(
    List<Owed> owed, Dictionary<long, DeliveryState> states, Dictionary<long, long> tellers, List<Sending> sendings, List<long> unsure, List<long> restarts, Dictionary<string, string> movedTo)
{
    private readonly ILookup<long, Sending> _byDelivery = sendings.ToLookup(s => s.Delivery);

    private IEnumerable<Sending> Sends(Owed delivery) => _byDelivery[tellers.GetValueOrDefault(delivery.Id, delivery.Id)];

    public List<string> Faults() => [.. Losses(), .. Copies(), .. Disorder(), .. Excess(), .. Impatience()];

    private IEnumerable<string> Losses()
    {
        foreach (var delivery in owed)
        {
            if (!states.TryGetValue(delivery.Id, out var state))
            {
                yield return $"{delivery.Id} is not there";
                continue;
            }

            var arrived = Sends(delivery).Any(s => s.IsAccepted);
            var mayBeUnsure = unsure.Contains(delivery.Id) || Sends(delivery).Any(s => s.Answer is SendOutcome.Unknown);
            if (state is DeliveryState.Pending or DeliveryState.Sending or DeliveryState.Dead or DeliveryState.Suppressed)
            {
                yield return $"{delivery.Id} is left {state}";
            }
            else if (state == DeliveryState.Sent && !arrived)
            {
                yield return $"{delivery.Id} is called sent and never arrived";
            }
            else if (state == DeliveryState.Unknown && (!mayBeUnsure || delivery.Priority == (int)TopicPriority.Urgent))
            {
                yield return $"{delivery.Id} is held without cause";
            }
        }
    }

    private IEnumerable<string> Copies()
    {
        foreach (var delivery in owed)
        {
            var copies = Sends(delivery).Count(s => s.IsAccepted);
            var unanswered = Sends(delivery).Count(s => s.Answer is null or SendOutcome.Unknown);
            // Killed after the answer came and before it was written down, it is as if none had come.
            var unwritten = unsure.Count(id => id == delivery.Id);
            var most = delivery.Priority == (int)TopicPriority.Urgent ? 1 + unanswered + unwritten : 1;
            if (copies > most)
            {
                yield return $"{delivery.Id} arrived {copies} times, with {unanswered} sends without an answer and {unwritten} unwritten";
            }
        }
    }

    /// <summary>Of two that the chat was owed at the same time, the one that fell due first arrives first; what a list tells stands where the first of the list does.</summary>
    private IEnumerable<string> Disorder()
    {
        var byId = owed.ToDictionary(o => o.Id);
        Owed Place(Owed delivery) => byId[tellers.GetValueOrDefault(delivery.Id, delivery.Id)];
        foreach (var lane in owed.GroupBy(o => (o.Chat, o.Priority)))
        {
            foreach (var first in lane)
            {
                foreach (var second in lane.Where(o => Follows(Place(first), Place(o))))
                {
                    if (FirstArrival(first) is { } at && FirstArrival(second) is { } then && then < at)
                    {
                        yield return $"{second.Id} arrived before {first.Id}";
                    }
                }
            }
        }
    }

    /// <summary>It came to be owed, and fell due, later.</summary>
    private static bool Follows(Owed first, Owed second) =>
        first.Later <= second.Later && (first.DueAt, first.Id).CompareTo((second.DueAt, second.Id)) < 0;

    /// <summary>What was never answered may arrive long after it left, and nobody can wait for it: it stands where it left.</summary>
    private long? FirstArrival(Owed delivery) =>
        Sends(delivery).Where(s => s.IsAccepted).Select(s => s.Answer is null or SendOutcome.Unknown ? s.At : s.ArrivedAt).Min();

    /// <summary>The limits that the channel tells, in any stretch of time in which the process was not started anew.</summary>
    private IEnumerable<string> Excess() =>
    [
        .. Excess("the channel", sendings, (int)SimulatedChannel.Told.PerSecond, TimeSpan.FromSeconds(1)),
        .. sendings.GroupBy(s => s.Address).SelectMany(g => Excess($"chat {g.Key}", [.. g], 1, TimeSpan.FromSeconds(1))),
        .. sendings.Where(s => owed.Any(o => o.IsGroup && (o.Address == s.Address || movedTo.GetValueOrDefault(o.Address) == s.Address)))
            .GroupBy(s => s.Address).SelectMany(g => Excess($"group {g.Key}", [.. g], 20, TimeSpan.FromMinutes(1))),
    ];

    private IEnumerable<string> Excess(string whose, List<Sending> sent, int most, TimeSpan per)
    {
        for (var i = most; i < sent.Count; i++)
        {
            var (from, until) = (sent[i - most].At, sent[i].At);
            if (until - from < per.Ticks && !restarts.Any(r => r >= from && r <= until))
            {
                yield return $"{whose} got {most + 1} messages in {TimeSpan.FromTicks(until - from)}";
            }
        }
    }

    /// <summary>Who was told to wait waits as long: the chat alone, or the channel when two chats were told so by its limit.</summary>
    private IEnumerable<string> Impatience()
    {
        foreach (var refused in sendings.Where(s => s.PenaltyUntil is not null && s.Answer is SendOutcome.Later && s.AnsweredAt is not null))
        {
            var until = refused.AnsweredAt!.Value + ((SendOutcome.Later)refused.Answer!).After.Ticks;
            foreach (var next in sendings.Where(s => s.Address == refused.Address && s.Process == refused.Process && s.At > refused.AnsweredAt && s.At < until))
            {
                yield return $"{next.Delivery} left although chat {next.Address} was told to wait";
            }
        }
    }
}

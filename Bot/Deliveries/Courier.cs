using System.Data.Common;
using Bot.Topics;
using Microsoft.Extensions.Options;

namespace Bot.Deliveries;

/// <summary>
/// Carries one delivery: marks it as on its way, sends it once, and writes down what became of it. Killed at any moment it leaves behind
/// a claim, which is free again, or a mark, which the sweep judges.
/// </summary>
internal sealed partial class Courier(
    DeliveryStore store, DeliveryWriter writer, Pacer pacer, PaceMemory memory, IOptions<DeliveriesOptions> options, TimeProvider clock, ILogger<Courier> logger)
{
    /// <summary>A machine that misses so many turns in a row misses them all.</summary>
    private const int MostTurns = 8;

    private static readonly TimeSpan _afterNoAnswer = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan _brokenPause = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan _mostBackoff = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan _databaseAgain = TimeSpan.FromSeconds(1);

    public async Task<Carried> Deliver(IChannel channel, Parcel parcel, PaceTurn turn)
    {
        var delivery = parcel.Delivery;
        if (parcel.Message is not { } whole)
        {
            return await End(delivery, DeliveryState.Suppressed, "its bulletin is gone");
        }

        var parts = whole.Edits is null ? channel.Split(whole) : [whole];
        var part = Math.Min(delivery.Parts, parts.Count - 1);
        var message = parts[part];

        // One that another process has taken up meanwhile is its business.
        if (!await writer.Write(new Transition.Mark(delivery.Id, delivery.Attempts + 1)))
        {
            return Carried.Done;
        }

        if (!await Turn(channel, turn))
        {
            await End(delivery, DeliveryState.Pending, "the channel rests");
            return Carried.Back;
        }

        var sentAt = pacer.Left(channel, delivery.Address, delivery.IsGroup);
        var outcome = await Send(channel, delivery, message);
        pacer.Answered(channel, delivery.Address, delivery.IsGroup, sentAt);
        if (outcome is SendOutcome.Accepted(var messageId) && part < parts.Count - 1)
        {
            pacer.Accepted(channel, sentAt);
            delivery.Parts = part + 1;
            return await writer.Write(new Transition.Part(delivery.Id, part + 1, messageId)) ? Carried.Partly : Carried.Done;
        }

        return await Conclude(delivery, channel, outcome, sentAt);
    }

    public Task GiveBack(IReadOnlyCollection<long> ids) => ids.Count == 0 ? Task.CompletedTask : Insist(() => store.Release(ids, CancellationToken.None));

    /// <summary>Until it may leave. A turn that was missed, since the database or the machine held it up, is taken anew, so that nothing leaves in a bunch.</summary>
    /// <returns>False where the channel rests meanwhile.</returns>
    private async Task<bool> Turn(IChannel channel, PaceTurn turn)
    {
        for (var more = MostTurns; ; more--)
        {
            if (turn.At - pacer.Now is var early && early > TimeSpan.Zero)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(early.TotalMilliseconds)), clock, CancellationToken.None);
            }

            if (!pacer.Stands(channel, turn))
            {
                return false;
            }

            if (more == 0 || !pacer.IsMissed(channel, turn))
            {
                return true;
            }

            turn = pacer.Reserve(channel);
        }
    }

    private async Task<SendOutcome> Send(IChannel channel, DueDelivery delivery, Message message)
    {
        try
        {
            if (message.Edits is not { } edited)
            {
                return await channel.Send(delivery.Address, message, CancellationToken.None);
            }

            var outcome = await channel.Edit(delivery.Address, edited, message, CancellationToken.None);
            return outcome is SendOutcome.Refused && message.Otherwise is { } otherwise ? await channel.Send(delivery.Address, otherwise, CancellationToken.None) : outcome;
        }
        catch (Exception fault)
        {
            // One delivery that cannot be handled harms only itself.
            Log.Faulted(logger, fault, delivery.Id);
            return new SendOutcome.Unknown("a fault while it was being sent");
        }
    }

    private async Task<Carried> Conclude(DueDelivery delivery, IChannel channel, SendOutcome outcome, TimeSpan sentAt)
    {
        switch (outcome)
        {
            case SendOutcome.Accepted(var messageId):
                pacer.Accepted(channel, sentAt);
                return await End(delivery, DeliveryState.Sent, delivery.Merged > 0 ? "one message for several" : null, delivery.Parts > 0 ? null : messageId);

            case SendOutcome.Later(var after, PaceScope.Unsaid, var why):
                var whose = pacer.Slowed(channel, delivery.Address, delivery.IsGroup, sentAt, after);
                if (whose == PaceScope.Channel)
                {
                    await Insist(() => memory.Keep(channel, CancellationToken.None));
                }

                return await Again(delivery, channel, whose, after, why);

            case SendOutcome.Later(var after, var scope, var why) when clock.GetUtcNow() - delivery.CreatedAt < options.Value.GiveUpAfter:
                return await Again(delivery, channel, scope, Backoff(after, delivery.Attempts), why);

            case SendOutcome.Later(_, _, var why):
                Log.GivenUp(logger, delivery.Id, why);
                return await End(delivery, DeliveryState.Dead, why);

            case SendOutcome.Unknown(var why) when channel.RepeatsSafely || delivery.Priority == (int)TopicPriority.Urgent:
                return await Again(delivery, channel, PaceScope.Chat, _afterNoAnswer, why);

            case SendOutcome.Unknown(var why):
                Log.Held(logger, delivery.Id, why);
                return await End(delivery, DeliveryState.Unknown, WithBeginning(delivery, why));

            case SendOutcome.Refused(var why):
                Log.GivenUp(logger, delivery.Id, why);
                return await End(delivery, DeliveryState.Dead, WithBeginning(delivery, why));

            case SendOutcome.Unreachable(var why):
                Log.Suspended(logger, delivery.ChatId, why);
                await End(delivery, DeliveryState.Suppressed, DeliveryStore.WithChat + why);
                await Insist(() => store.Suspend(delivery.ChatId, delivery.Returns, why, CancellationToken.None));
                return Carried.Back;

            case SendOutcome.Moved(var address):
                await End(delivery, DeliveryState.Pending, "the chat moved");
                await Insist(() => store.Move(delivery.ChatId, address, CancellationToken.None));
                return Carried.Back;

            case SendOutcome.Broken(var why):
                Log.Broken(logger, channel.Name, why, _brokenPause);
                return await Again(delivery, channel, PaceScope.Channel, _brokenPause, why);

            default:
                throw new InvalidOperationException($"An outcome that nobody planned: {outcome}");
        }
    }

    /// <summary>A fault that lasts is asked about less and less often, at most every five minutes.</summary>
    private static TimeSpan Backoff(TimeSpan after, int attempts) =>
        TimeSpan.FromTicks(Math.Min(Math.Max(after.Ticks, _mostBackoff.Ticks), after.Ticks << Math.Min(attempts, 8)));

    private async Task<Carried> Again(DueDelivery delivery, IChannel channel, PaceScope scope, TimeSpan after, string why)
    {
        if (scope == PaceScope.Channel)
        {
            pacer.Pause(channel, after);
        }
        else
        {
            pacer.PauseChat(channel, delivery.Address, delivery.IsGroup, after);
            await Insist(() => store.Pause(delivery.ChatId, clock.GetUtcNow() + after, CancellationToken.None));
        }

        await End(delivery, DeliveryState.Pending, why);
        return Carried.Back;
    }

    private static string WithBeginning(DueDelivery delivery, string why) => delivery.Parts > 0 ? $"only the beginning was sent: {why}" : why;

    private async Task<Carried> End(DueDelivery delivery, DeliveryState state, string? why = null, string? messageId = null)
    {
        await writer.Write(new Transition.End(delivery.Id, state, why, messageId, delivery.Merged > 0));
        return Carried.Done;
    }

    /// <summary>What the channel said must not be forgotten because the database does not answer for a moment.</summary>
    private async Task Insist(Func<Task> act)
    {
        while (true)
        {
            try
            {
                await act();
                return;
            }
            catch (DbException fault)
            {
                Log.DatabaseAgain(logger, fault);
                await Task.Delay(_databaseAgain, clock, CancellationToken.None);
            }
        }
    }

    internal enum Carried
    {
        /// <summary>The chat's next delivery may follow.</summary>
        Done,

        /// <summary>A part of it arrived, and the next one follows before anything else of the chat.</summary>
        Partly,

        /// <summary>It did not leave: the chat's later deliveries have to be given back, so that the order is kept.</summary>
        Back,
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Delivery {Delivery} may have been sent when a fault came in between")]
        public static partial void Faulted(ILogger logger, Exception fault, long delivery);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Delivery {Delivery} is given up: {Reason}")]
        public static partial void GivenUp(ILogger logger, long delivery, string reason);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Delivery {Delivery} may have arrived and is held: {Reason}")]
        public static partial void Held(ILogger logger, long delivery, string reason);

        [LoggerMessage(Level = LogLevel.Information, Message = "Chat {Chat} cannot be reached and is suspended until it comes back: {Reason}")]
        public static partial void Suspended(ILogger logger, long chat, string reason);

        [LoggerMessage(Level = LogLevel.Error, Message = "The channel {Channel} does not work and rests for {Pause}: {Reason}")]
        public static partial void Broken(ILogger logger, string channel, string reason, TimeSpan pause);

        [LoggerMessage(Level = LogLevel.Error, Message = "The database could not be written to and is tried again in a second")]
        public static partial void DatabaseAgain(ILogger logger, Exception fault);
    }
}

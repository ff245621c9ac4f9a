namespace Bot.Deliveries;

/// <summary>A change of one delivery's state that this process, as its holder, makes.</summary>
internal abstract record Transition(long Id)
{
    /// <summary>It is about to be sent.</summary>
    internal sealed record Mark(long Id, int Attempt) : Transition(Id);

    /// <summary>So many of its messages arrived, and more follow; what was sent is not sent again, whatever happens.</summary>
    internal sealed record Part(long Id, int Parts, string MessageId) : Transition(Id);

    /// <summary>The end of an attempt, or of all of them; the lease ends with it.</summary>
    /// <param name="IsMerged">Whether other deliveries share its message, and so its end.</param>
    internal sealed record End(long Id, DeliveryState State, string? Reason = null, string? MessageId = null, bool IsMerged = false) : Transition(Id);
}

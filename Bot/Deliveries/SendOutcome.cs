namespace Bot.Deliveries;

internal abstract record SendOutcome
{
    private SendOutcome()
    {
    }

    internal sealed record Accepted(string MessageId) : SendOutcome;

    /// <summary>The channel asked us to wait, or could not be reached at all; nothing was delivered.</summary>
    internal sealed record Later(TimeSpan After, PaceScope Pauses, string Why) : SendOutcome;

    /// <summary>No answer came: it may have arrived.</summary>
    internal sealed record Unknown(string Why) : SendOutcome;

    /// <summary>Never try this again.</summary>
    internal sealed record Refused(string Why) : SendOutcome;

    /// <summary>The chat cannot be reached until it comes back: suspend it.</summary>
    internal sealed record Unreachable(string Why) : SendOutcome;

    /// <summary>The chat goes on under another address.</summary>
    internal sealed record Moved(string NewAddress) : SendOutcome;

    /// <summary>The channel as a whole does not work (a wrong token): stop and alarm.</summary>
    internal sealed record Broken(string Why) : SendOutcome;
}

/// <summary>What a wait holds up.</summary>
internal enum PaceScope
{
    Chat,
    Channel,

    /// <summary>Too much was asked for, and the answer does not say by whose limit: the pacer finds out.</summary>
    Unsaid,
}

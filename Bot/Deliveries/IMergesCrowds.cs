namespace Bot.Deliveries;

/// <summary>A channel whose budget is so small that a chat's backlog is better one message with a list than many in a row.</summary>
internal interface IMergesCrowds
{
    /// <summary>The channel's name.</summary>
    string Name { get; }

    /// <summary>How many alerts of one chat may wait; beyond it they are merged, urgent ones only where they are too many themselves.</summary>
    int MostWaiting { get; }
}

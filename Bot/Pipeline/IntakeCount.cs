namespace Bot.Pipeline;

/// <summary>What a document brought.</summary>
internal readonly record struct IntakeCount(int New, int Revised, int Withdrawn);

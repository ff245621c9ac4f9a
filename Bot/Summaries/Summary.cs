namespace Bot.Summaries;

/// <summary>A bulletin's summary as it is shown.</summary>
/// <param name="ByModel">Whether a model wrote it: it then carries the label that says so.</param>
internal readonly record struct Summary(string Text, bool ByModel);

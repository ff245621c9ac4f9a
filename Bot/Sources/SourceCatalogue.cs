namespace Bot.Sources;

/// <summary>The sources in force. Replaced as a whole; whoever waits for a change is told.</summary>
internal sealed class SourceCatalogue
{
    private volatile State _state = new([]);

    public IReadOnlyList<SourceDefinition> Sources => _state.Sources;

    /// <summary>Ends when the sources that are in force now are replaced. Take it before <see cref="Sources"/>, so that no change is missed.</summary>
    public Task Changed => _state.Replaced.Task;

    public SourceDefinition? Find(string id) => _state.Sources.FirstOrDefault(s => s.Id == id);

    public void Replace(IReadOnlyList<SourceDefinition> sources)
    {
        var before = _state;
        _state = new State(sources);
        before.Replaced.TrySetResult();
    }

    private sealed record State(IReadOnlyList<SourceDefinition> Sources)
    {
        public TaskCompletionSource Replaced { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}

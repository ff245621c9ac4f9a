namespace Bot.Sources;

/// <summary>The sources in force: those of the file, and what admins keep beside it. Whoever waits for a change is told.</summary>
internal sealed class SourceCatalogue
{
    private readonly Lock _lock = new();
    private volatile State _state = new([], [], new HashSet<string>());

    public IReadOnlyList<SourceDefinition> Sources => _state.Sources;

    /// <summary>Ends when the sources that are in force now are replaced. Take it before <see cref="Sources"/>, so that no change is missed.</summary>
    public Task Changed => _state.Replaced.Task;

    public SourceDefinition? Find(string id) => _state.Sources.FirstOrDefault(s => s.Id == id);

    /// <summary>What the file says.</summary>
    public void Replace(IReadOnlyList<SourceDefinition> sources) => Put(before => new State(sources, before.Kept, before.Paused));

    /// <summary>What admins say: sources of their own, of which the file's take the place, and those that rest.</summary>
    public void Keep(IReadOnlyList<SourceDefinition> kept, IReadOnlySet<string> paused) => Put(before =>
        before.Paused.SetEquals(paused) && before.Kept.Select(s => (s.Id, s.Location)).SequenceEqual(kept.Select(s => (s.Id, s.Location)))
            ? before
            : new State(before.OfFile, kept, paused));

    private void Put(Func<State, State> change)
    {
        State before;
        lock (_lock)
        {
            before = _state;
            _state = change(before);
            if (ReferenceEquals(before, _state))
            {
                return;
            }
        }

        before.Replaced.TrySetResult();
    }

    private sealed class State(IReadOnlyList<SourceDefinition> ofFile, IReadOnlyList<SourceDefinition> kept, IReadOnlySet<string> paused)
    {
        public IReadOnlyList<SourceDefinition> OfFile => ofFile;

        public IReadOnlyList<SourceDefinition> Kept => kept;

        public IReadOnlySet<string> Paused => paused;

        public IReadOnlyList<SourceDefinition> Sources { get; } =
        [
            .. ofFile.Concat(kept.Where(k => ofFile.All(f => f.Id != k.Id)).Select(k => k with { IsKept = true }))
                .Select(s => paused.Contains(s.Id) ? s with { IsPaused = true } : s),
        ];

        public TaskCompletionSource Replaced { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}

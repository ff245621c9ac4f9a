namespace Bot.Conversation;

/// <summary>Lets one chat in at a time, so that it is answered in order; chats do not wait for each other.</summary>
internal sealed class ChatLanes
{
    private readonly Dictionary<(string Channel, string Address), Lane> _lanes = [];
    private readonly Lock _lock = new();

    public async Task<IDisposable> Enter(string channel, string address, CancellationToken cancellationToken)
    {
        var key = (channel, address);
        Lane lane;
        lock (_lock)
        {
            if (!_lanes.TryGetValue(key, out lane!))
            {
                _lanes[key] = lane = new Lane();
            }

            lane.Users++;
        }

        try
        {
            await lane.Gate.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            Forget(key, lane);
            throw;
        }

        return new Stay(this, key, lane);
    }

    private void Forget((string Channel, string Address) key, Lane lane)
    {
        lock (_lock)
        {
            if (--lane.Users == 0)
            {
                _lanes.Remove(key);
                lane.Gate.Dispose();
            }
        }
    }

    private sealed class Lane
    {
        public SemaphoreSlim Gate { get; } = new(1, 1);

        public int Users { get; set; }
    }

    private sealed class Stay(ChatLanes lanes, (string Channel, string Address) key, Lane lane) : IDisposable
    {
        public void Dispose()
        {
            lane.Gate.Release();
            lanes.Forget(key, lane);
        }
    }
}

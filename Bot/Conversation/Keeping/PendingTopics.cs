using System.Collections.Concurrent;
using System.Security.Cryptography;
using Bot.Topics;

namespace Bot.Conversation;

/// <summary>Changes of topics that were shown with what they would do, and wait for the admin's word. They are forgotten after an hour and at a restart.</summary>
internal sealed class PendingTopics(TimeProvider clock)
{
    private const int Most = 500;
    private static readonly TimeSpan _kept = TimeSpan.FromHours(1);
    private readonly ConcurrentDictionary<string, Pending> _pending = [];

    /// <returns>The code under which it waits.</returns>
    public string Keep(Topic topic, bool isNew, string why, string who)
    {
        var now = clock.GetUtcNow();
        foreach (var (old, _) in _pending.Where(p => p.Value.Until < now || _pending.Count > Most))
        {
            _pending.TryRemove(old, out _);
        }

        var code = RandomNumberGenerator.GetHexString(12, lowercase: true);
        _pending[code] = new Pending(topic, isNew, why, who, now + _kept);
        return code;
    }

    /// <summary>Null when it is gone, or another admin's.</summary>
    public Pending? Take(string code, string who) =>
        _pending.TryGetValue(code, out var pending) && pending.Who == who && pending.Until >= clock.GetUtcNow() && _pending.TryRemove(code, out _) ? pending : null;

    internal sealed record Pending(Topic Topic, bool IsNew, string Why, string Who, DateTimeOffset Until);
}

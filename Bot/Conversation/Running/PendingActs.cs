using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Bot.Conversation;

/// <summary>What was shown to an admin with what it would do, and waits for his word. It is forgotten after an hour and at a restart, and done once.</summary>
internal sealed class PendingActs(TimeProvider clock)
{
    private const int Most = 500;
    private static readonly TimeSpan _kept = TimeSpan.FromHours(1);
    private readonly ConcurrentDictionary<string, (object Act, string Who, DateTimeOffset Until)> _pending = [];

    /// <returns>The code under which it waits.</returns>
    public string Keep(object act, string who)
    {
        var now = clock.GetUtcNow();
        foreach (var (old, _) in _pending.Where(p => p.Value.Until < now || _pending.Count > Most))
        {
            _pending.TryRemove(old, out _);
        }

        var code = RandomNumberGenerator.GetHexString(12, lowercase: true);
        _pending[code] = (act, who, now + _kept);
        return code;
    }

    /// <summary>Null when it is gone, done, another admin's or another kind of thing.</summary>
    public T? Take<T>(string code, string who)
        where T : class =>
        _pending.TryGetValue(code, out var pending) && pending.Act is T && pending.Who == who && pending.Until >= clock.GetUtcNow() && _pending.TryRemove(code, out pending)
            ? (T)pending.Act
            : null;
}

namespace Bot.Bulletins.Places;

/// <summary>All names in one tree of characters, so that a text is searched for all of them in one pass.</summary>
internal sealed class NameTrie<T>
    where T : class
{
    private readonly Dictionary<long, int> _next = [];
    private readonly List<T?> _values = [null];

    public void Add(string name, Func<T?, T> value)
    {
        var node = 0;
        foreach (var c in name)
        {
            var key = ((long)node << 16) | c;
            if (!_next.TryGetValue(key, out var next))
            {
                next = _values.Count;
                _values.Add(null);
                _next.Add(key, next);
            }

            node = next;
        }

        _values[node] = value(_values[node]);
    }

    /// <summary>The longest name that begins here.</summary>
    public (int Length, T Value)? Longest(ReadOnlySpan<char> text)
    {
        (int, T)? found = null;
        var node = 0;
        for (var i = 0; i < text.Length && _next.TryGetValue(((long)node << 16) | text[i], out node); i++)
        {
            if (_values[node] is { } value)
                found = (i + 1, value);
        }

        return found;
    }
}

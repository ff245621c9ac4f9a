namespace Bot.Topics;

/// <summary>For each find the rules that are filed under it.</summary>
internal sealed class RulePosts
{
    private readonly int[] _from;
    private readonly int[] _rules;

    private RulePosts(int[] from, int[] rules)
    {
        _from = from;
        _rules = rules;
    }

    public ReadOnlySpan<int> this[int find] => _rules.AsSpan(_from[find], _from[find + 1] - _from[find]);

    public static RulePosts Of(List<(int Find, int Rule)> filed, int finds)
    {
        var from = new int[finds + 1];
        foreach (var (find, _) in filed)
        {
            from[find + 1]++;
        }

        for (var find = 0; find < finds; find++)
        {
            from[find + 1] += from[find];
        }

        var next = from[..^1];
        var rules = new int[filed.Count];
        foreach (var (find, rule) in filed)
        {
            rules[next[find]++] = rule;
        }

        return new RulePosts(from, rules);
    }
}

namespace Bot.Topics;

/// <summary>Topics under their parents.</summary>
internal static class TopicTree
{
    /// <summary>Each topic followed by its parts, otherwise in the admins' order. One whose parent is not among these stands at the top.</summary>
    public static IReadOnlyList<(Topic Topic, int Depth)> Of(IReadOnlyList<Topic> topics)
    {
        var ids = topics.Select(t => t.Id).ToHashSet(StringComparer.Ordinal);
        var parts = topics.Where(t => t.Parent is not null && t.Parent != t.Id && ids.Contains(t.Parent)).ToLookup(t => t.Parent!, StringComparer.Ordinal);
        List<(Topic, int)> tree = [];
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var top in topics.Where(t => t.Parent is null || t.Parent == t.Id || !ids.Contains(t.Parent)))
        {
            Add(top, 0);
        }

        // What only leads round in a circle is shown all the same.
        tree.AddRange(topics.Where(t => !seen.Contains(t.Id)).Select(t => (t, 0)));
        return tree;

        void Add(Topic topic, int depth)
        {
            if (seen.Add(topic.Id))
            {
                tree.Add((topic, depth));
                foreach (var part in parts[topic.Id])
                {
                    Add(part, depth + 1);
                }
            }
        }
    }
}

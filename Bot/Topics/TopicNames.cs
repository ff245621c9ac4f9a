namespace Bot.Topics;

internal static class TopicNames
{
    /// <summary>The topic that a person means by its name, a part of its name in either language, or its id; null if none or several are meant.</summary>
    public static Topic? Named(this TopicCatalogue catalogue, string typed)
    {
        var exact = catalogue.Topics.Where(t => Is(t.Id) || Is(t.NameZh) || Is(t.NameEn)).Take(2).ToList();
        if (exact.Count > 0)
        {
            return exact[0];
        }

        var partly = catalogue.Topics.Where(t => Holds(t.NameZh) || Holds(t.NameEn)).Take(2).ToList();
        return partly.Count == 1 ? partly[0] : null;

        bool Is(string name) => name.Equals(typed, StringComparison.OrdinalIgnoreCase);
        bool Holds(string name) => name.Contains(typed, StringComparison.OrdinalIgnoreCase);
    }
}

using Bot.Bulletins.Facts;

namespace Bot.Summaries.Model;

/// <summary>The organs' names that stand in a text.</summary>
internal static class OrganNames
{
    private const int Longest = 24;

    private static readonly string[] _ends = ["法院", "检察院", "局", "厅", "部", "委", "委员会", "政府", "公司", "协会", "办", "办公室", "院", "署", "总局", "大学", "学院", "支队", "总队", "监狱", "学会", "联", "会", "最高法", "最高检"];

    public static List<(string Text, string Name)> In(string text)
    {
        var organs = new List<(string, string)>();
        for (var end = 2; end <= text.Length; end++)
        {
            if (!EndsOrgan(text.AsSpan(0, end)))
                continue;
            for (var start = Math.Max(0, end - Longest); start < end - 1; start++)
            {
                if (Organs.NameOf(text.AsSpan(start, end - start)) is not { } name)
                    continue;
                organs.Add((text[start..end], name));
                break;
            }
        }

        return organs;
    }

    private static bool EndsOrgan(ReadOnlySpan<char> text)
    {
        foreach (var end in _ends)
        {
            if (text.EndsWith(end, StringComparison.Ordinal))
                return true;
        }

        return false;
    }
}

namespace Bot.Sources.Pages.Layout;

/// <summary>Tables: lines of short cells between gaps, several under one another.</summary>
internal static class TableRows
{
    private const int LongestCell = 10;

    public static bool IsRow(IReadOnlyList<PageLine> lines, int index) =>
        Looks(lines[index].Text) && ((index > 0 && Looks(lines[index - 1].Text)) || (index + 1 < lines.Count && Looks(lines[index + 1].Text)));

    private static bool Looks(string line)
    {
        if (!line.AsSpan().ContainsAny(" |│┃") || line.AsSpan().ContainsAny("，。；：、"))
            return false;
        var cells = line.Split([' ', '|', '│', '┃'], StringSplitOptions.RemoveEmptyEntries);
        return cells.Length >= 3 && Array.TrueForAll(cells, c => c.Length <= LongestCell) && (line.Contains("  ", StringComparison.Ordinal) || cells.Count(c => char.IsAsciiDigit(c[0])) * 2 >= cells.Length);
    }
}

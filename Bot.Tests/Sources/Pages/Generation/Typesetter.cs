using Bot.Sources.Pages.Layout;

namespace Bot.Tests.Sources.Pages.Generation;

/// <summary>Breaks text into lines as a typesetter does: no line opens with a closing sign, none ends with an opening one.</summary>
internal static class Typesetter
{
    private const string NeverFirst = "，。、；：！？）》”’%】";
    private const string NeverLast = "“《（‘【";

    public static List<string> Lines(string text, double width, double indent)
    {
        var lines = new List<string>();
        var line = "";
        var used = indent;
        foreach (var c in text)
        {
            var w = Glyphs.Width([c]);
            if (used + w > width + 0.01 && !(NeverFirst.Contains(c, StringComparison.Ordinal) && used + w <= width + 1.01))
            {
                var carried = "";
                while (line.Length > 1 && NeverLast.Contains(line[^1], StringComparison.Ordinal))
                    (carried, line) = (line[^1] + carried, line[..^1]);
                lines.Add(line.TrimEnd());
                line = c == ' ' ? carried : carried + c;
                used = Glyphs.Width(line);
                continue;
            }

            line += c;
            used += w;
        }

        if (line.Length > 0)
            lines.Add(line);
        return lines;
    }

    /// <summary>A headline in <paramref name="count"/> lines: at its gap where it has one, else in even pieces.</summary>
    public static List<string> Headline(string title, int count)
    {
        if (count <= 1 || title.Length < 4 * count)
            return [title];
        var parts = title.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length > 1)
            return [.. parts];
        var length = (title.Length + count - 1) / count;
        var lines = new List<string>();
        for (var start = 0; start < title.Length;)
        {
            var end = Math.Min(title.Length, start + length);
            while (end < title.Length && (NeverFirst.Contains(title[end], StringComparison.Ordinal) || NeverLast.Contains(title[end - 1], StringComparison.Ordinal) || (char.IsAsciiDigit(title[end]) && char.IsAsciiDigit(title[end - 1]))))
                end++;
            lines.Add(title[start..end]);
            start = end;
        }

        return lines;
    }
}

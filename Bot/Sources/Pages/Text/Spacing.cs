using System.Text;
using Bot.Sources.Pages.Layout;

namespace Bot.Sources.Pages.Text;

/// <summary>Which spaces mean something. Chinese has none inside a sentence; a typesetter puts them between characters to fill a line.</summary>
internal static class Spacing
{
    /// <summary>Text of a body: spaces stay only between two words of a script that writes them.</summary>
    public static string Unspaced(string text)
    {
        if (!text.Contains(' ', StringComparison.Ordinal))
            return text;

        var kept = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != ' ')
                kept.Append(text[i]);
            else if (kept.Length > 0 && text[i - 1] != ' ' && Next(text, i) is { } next && !Glyphs.IsWide(kept[^1]) && !Glyphs.IsWide(next))
                kept.Append(' ');
        }

        return kept.ToString();
    }

    public static string Compact(string text) => text.Contains(' ', StringComparison.Ordinal) ? text.Replace(" ", "", StringComparison.Ordinal) : text;

    /// <summary>
    /// Undoes letter-spacing (关 爱 儿 童  传 递 温 暖 → 关爱儿童 传递温暖): in a run of single characters the narrowest gaps go,
    /// wider ones become one space. Other gaps are left as they are.
    /// </summary>
    public static string Tightened(string line)
    {
        if (!line.Contains(' ', StringComparison.Ordinal))
            return line;

        var tokens = Tokens(line);
        var tight = new StringBuilder(line.Length);
        for (var i = 0; i < tokens.Count;)
        {
            var end = i;
            while (end < tokens.Count && IsSingle(line[tokens[end]]))
                end++;
            if (end - i < 3)
            {
                end = Math.Max(end, i + 1);
                for (; i < end; i++)
                    tight.Append(' ', i == 0 ? 0 : Gap(tokens, i)).Append(line[tokens[i]]);
                continue;
            }

            var narrowest = Enumerable.Range(i + 1, end - i - 1).Min(t => Gap(tokens, t));
            for (var t = i; t < end; t++)
            {
                var gap = t == 0 ? 0 : Gap(tokens, t);
                tight.Append(' ', t == i ? gap : gap > narrowest ? 1 : 0).Append(line[tokens[t]]);
            }

            i = end;
        }

        return tight.ToString();
    }

    /// <summary>Joins two lines of one sentence: a space only between two words of a script that writes them, where the first line had room for it.</summary>
    public static string Join(string first, string second, bool roomForSpace) => NeedsSpace(first, second, roomForSpace) ? $"{first} {second}" : first + second;

    public static bool NeedsSpace(ReadOnlySpan<char> first, ReadOnlySpan<char> second, bool roomForSpace) =>
        roomForSpace && first.Length > 0 && second.Length > 0 && char.IsLetter(first[^1]) && char.IsLetter(second[0]) && !Glyphs.IsWide(first[^1]) && !Glyphs.IsWide(second[0]);

    private static List<Range> Tokens(string line)
    {
        var tokens = new List<Range>();
        for (var i = 0; i < line.Length;)
        {
            if (line[i] == ' ')
            {
                i++;
                continue;
            }

            var start = i;
            while (i < line.Length && line[i] != ' ')
                i++;
            tokens.Add(start..i);
        }

        return tokens;
    }

    private static int Gap(List<Range> tokens, int index) => tokens[index].Start.Value - tokens[index - 1].End.Value;

    /// <summary>One character, with punctuation on either side, or two that punctuation parts (解）事).</summary>
    private static bool IsSingle(string token)
    {
        var letters = 0;
        var signs = 0;
        foreach (var c in token)
        {
            if (char.IsLetterOrDigit(c))
                letters += Glyphs.IsHan(c) || Glyphs.IsDigit(c) ? 1 : 2;
            else
                signs++;
        }

        return letters <= 1 || (letters == 2 && signs > 0 && token.Length <= 4);
    }

    private static char? Next(string text, int i)
    {
        while (i < text.Length && text[i] == ' ')
            i++;
        return i < text.Length ? text[i] : null;
    }
}

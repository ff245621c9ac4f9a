using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Bot.Topics;

/// <summary>
/// Where a character of a scalar's value stands in the file. YAML folds line breaks and indentation away but keeps everything that can be
/// seen, so the same number of visible characters is counted on from where the scalar begins; escapes of quoted scalars count as one.
/// </summary>
internal static class ScalarPlace
{
    /// <returns>Line and column, from 1; behind the last visible character where the position is the value's end.</returns>
    public static (int Line, int Column) Of(string[] lines, YamlScalarNode node, int at)
    {
        var value = node.Value ?? "";
        var visible = value.Take(at).Count(c => !char.IsWhiteSpace(c));
        var isEnd = at >= value.TrimEnd().Length;
        var isBlock = node.Style is ScalarStyle.Folded or ScalarStyle.Literal;
        var isQuoted = node.Style is ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted;
        var line = (int)node.Start.Line - 1 + (isBlock ? 1 : 0);
        var column = isBlock ? 0 : (int)node.Start.Column - 1 + (isQuoted ? 1 : 0);
        var (lastLine, lastColumn) = (line, column);
        for (; line < lines.Length; line++, column = 0)
        {
            while (column < lines[line].Length)
            {
                var (length, isVisible) = Next(lines[line], column, node.Style);
                if (isVisible)
                {
                    if (visible == 0)
                    {
                        return isEnd ? (lastLine + 1, lastColumn + 1) : (line + 1, column + 1);
                    }

                    visible--;
                    (lastLine, lastColumn) = (line, column + length);
                }

                column += length;
            }
        }

        return (lastLine + 1, lastColumn + 1);
    }

    /// <summary>How many characters of the file are the next one of the value, and whether it can be seen.</summary>
    private static (int Length, bool IsVisible) Next(string line, int column, ScalarStyle style)
    {
        var c = line[column];
        var next = column + 1 < line.Length ? line[column + 1] : '\n';
        return (style, c) switch
        {
            (ScalarStyle.SingleQuoted, '\'') when next == '\'' => (2, true),
            (ScalarStyle.DoubleQuoted, '\\') => next switch
            {
                'x' => (4, true),
                'u' => (6, true),
                'U' => (10, true),
                'n' or 't' or 'r' or 'v' or 'f' or ' ' or '_' or 'N' or 'L' or 'P' => (2, false),
                '\n' => (1, false),
                _ => (2, true),
            },
            _ => (1, !char.IsWhiteSpace(c)),
        };
    }
}

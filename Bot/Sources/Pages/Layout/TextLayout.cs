using Bot.Sources.Pages.Text;

namespace Bot.Sources.Pages.Layout;

/// <summary>Plain text to lines: a form feed begins a sheet, a blank line ends a block, columns side by side are taken apart.</summary>
internal static class TextLayout
{
    /// <param name="text">As decoded, not yet folded.</param>
    public static PageLayout Of(string text, CancellationToken cancellationToken)
    {
        var lines = new List<PageLine>();
        var block = 0;
        var sheets = text.Split('\f');
        for (var sheet = 0; sheet < sheets.Length; sheet++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            block++;
            foreach (var raw in ColumnSplitter.Split(CharacterFolding.Fold(sheets[sheet], keepWideBlanks: true).Split('\n'), cancellationToken))
            {
                cancellationToken.ThrowIfCancellationRequested();
                var folded = raw.Replace("\u3000", "  ", StringComparison.Ordinal);
                var line = Spacing.Tightened(folded.Trim(' '));
                if (line.Length == 0)
                    block++;
                else
                    lines.Add(new() { Text = line, Block = block, Indent = (folded.Length - folded.TrimStart(' ').Length) / 2.0, Sheet = sheet });
            }
        }

        return new(lines);
    }
}

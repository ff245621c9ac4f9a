namespace Bot.Sources.Pages.Layout;

/// <summary>Takes apart columns that stand side by side on one text line. An empty line ends a column's piece.</summary>
internal static class ColumnSplitter
{
    public static IReadOnlyList<string> Split(IReadOnlyList<string> lines, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return lines;
    }
}

using Bot.Sources.Pages.Signs;

namespace Bot.Sources.Pages.Articles;

/// <summary>
/// Where a sheet's headlines are larger than its text, a line of the text's size that stands among the text as its paragraphs do is text:
/// a section's heading, an entry of a list, a signature, an address.
/// </summary>
internal static class SetAsText
{
    public static void Settle(List<Fragment> fragments, double textSize, CancellationToken cancellationToken)
    {
        SettleHeads(fragments);
        if (!fragments.Exists(f => f.Kind == FragmentKind.Headline && f.Size >= 1.2 * textSize))
            return;
        for (var i = 0; i < fragments.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var fragment = fragments[i];
            if (fragment.Kind is not (FragmentKind.Headline or FragmentKind.Furniture) || fragment.Size > 1.05 * textSize)
                continue;
            var above = i > 0 && fragments[i - 1].Block == fragment.Block ? fragments[i - 1] : null;
            var below = i + 1 < fragments.Count && fragments[i + 1].Block == fragment.Block ? fragments[i + 1] : null;
            if (fragment.Kind == FragmentKind.Headline && above is null && Notices.IsContact(fragment.Text))
                fragment.Kind = FragmentKind.Furniture;
            else if (fragment.Kind == FragmentKind.Headline ? IsText(fragment, above, below, textSize) : IsEntry(fragment, above))
                fragment.Kind = FragmentKind.Body;
        }
    }

    /// <summary>What stands at a sheet's head on one line with paper, date or page number is the section's name, however large it is.</summary>
    private static void SettleHeads(List<Fragment> fragments)
    {
        var text = fragments.Where(f => f.Kind == FragmentKind.Body).Select(f => f.Lines[0].Place?.Top).Min() ?? double.PositiveInfinity;
        var heads = fragments.Where(f => f.Kind == FragmentKind.Furniture && f.Lines[0].Place is { } place && place.Top < text && Furniture.Masthead(f.Text) is not null).ToList();
        foreach (var fragment in fragments)
        {
            if (fragment is { Kind: FragmentKind.Headline, Lines: [{ Width: <= 8, Place: { } place }] } && heads.Exists(h => h.Lines[0].Place is { } head && head.Bottom > place.Top && head.Top < place.Bottom))
                fragment.Kind = FragmentKind.Furniture;
        }
    }

    private static bool IsText(Fragment fragment, Fragment? above, Fragment? below, double textSize) =>
        below is not ({ Head: not null } or { Kind: FragmentKind.Byline }) && (above is { Kind: FragmentKind.Body } || below is { Kind: FragmentKind.Body } || (below is { Kind: FragmentKind.Headline } && below.Size <= 1.05 * textSize))
        && (fragment.Lines[0].Indent is >= 1.5 and <= 2.6 || (below is not null && IsFlush(fragment, below)) || (above is not null && below is not null && Math.Abs(Step(above, fragment) - Step(fragment, below)) < 0.1 * fragment.Size));

    private static bool IsFlush(Fragment fragment, Fragment below) =>
        fragment.Lines[0].Place is { } upper && below.Lines[0].Place is { } lower && Math.Abs(upper.Left - lower.Left) < 0.2 * fragment.Size && Step(fragment, below) < 1.8 * fragment.Size;

    /// <summary>A date or an address right under text, and no row of a table.</summary>
    private static bool IsEntry(Fragment fragment, Fragment? above) =>
        above is { Kind: FragmentKind.Body } && (!fragment.Text.Contains("  ", StringComparison.Ordinal) || fragment.Text.Contains('：', StringComparison.Ordinal)) && Step(above, fragment) < 1.8 * fragment.Size;

    private static double Step(Fragment above, Fragment below) =>
        above.Lines[^1].Place is { } upper && below.Lines[0].Place is { } lower ? lower.Top - upper.Top : double.PositiveInfinity;
}

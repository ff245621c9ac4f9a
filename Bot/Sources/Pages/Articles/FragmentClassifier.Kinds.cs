using Bot.Sources.Pages.Signs;

namespace Bot.Sources.Pages.Articles;

/// <summary>What names and notices are, once headlines and text are told apart.</summary>
internal static partial class FragmentClassifier
{
    /// <summary>A name alone between a headline and its text is who wrote it; so is one that stands alone before a text, or behind where its owner works.</summary>
    private static void SettleNames(List<Fragment> fragments, CancellationToken cancellationToken)
    {
        for (var i = 0; i + 1 < fragments.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (fragment, below) = (fragments[i], fragments[i + 1]);
            if (fragment.Kind is not (FragmentKind.Headline or FragmentKind.Body) || fragment.Lines.Count > 1 || below is not { Kind: FragmentKind.Body or FragmentKind.Headline, Head: null })
                continue;
            var above = i > 0 ? fragments[i - 1] : null;
            // □ 甲乙 needs no surname that is known.
            var marked = fragment.Text[0] is '□' or '■' or '●' or '◎' or '○';
            var words = fragment.Text.TrimStart('□', '■', '●', '◎', '○', ' ');
            var under = above is { Kind: FragmentKind.Headline };
            var apart = fragment.Block != below.Block && above?.Block != fragment.Block && (under || above is null or { Kind: FragmentKind.Body, RunsOn: false } or { Ends: true } or { Kind: not FragmentKind.Body });
            var names = ArticleHead.ReadPlacedName(words)
                ?? (marked || under ? ArticleHead.ReadNames(words, marked || (above!.Block != fragment.Block && fragment.Text.Length <= 3))
                : apart && words.Length == 3 ? ArticleHead.ReadNames(words, false) : null);
            // Over another line that is no text, only a name by which people are surely called.
            if (below.Kind == FragmentKind.Headline && (names is null || !under || (names.People is not [{ Name.Length: 2 or 3 } one] || !Names.IsName(one.Name) || above!.Block == fragment.Block)))
                continue;
            if (names is null && under && below.Kind == FragmentKind.Body && Notices.IsIssuer(words))
                names = new(null, words, [], words.Length);
            if (names is not null && (marked || under || apart))
                (fragment.Kind, fragment.Head) = (FragmentKind.Byline, names);
        }
    }

    /// <summary>公告 heads a notice only where a notice follows; else it is a headline like others.</summary>
    private static void SettleNotices(List<Fragment> fragments, CancellationToken cancellationToken)
    {
        for (var i = 0; i < fragments.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (fragments[i].Kind != FragmentKind.NoticeTitle)
                continue;
            if (!NoticeFollows(fragments, i) && !IsPrintedOver(fragments, i))
                fragments[i].Kind = FragmentKind.Headline;
            for (var n = i + 1; n < fragments.Count && fragments[i].Kind == FragmentKind.NoticeTitle && fragments[n].Head is null && fragments[n].Kind is FragmentKind.Body or FragmentKind.Headline; n++)
            {
                // A notice's own lines are short and without a full stop, too.
                if (Notices.Strength(fragments[n].Text) > 0 && fragments[n].Text.Contains('，', StringComparison.Ordinal))
                    fragments[n].Kind = FragmentKind.Body;
            }
        }
    }

    /// <summary>A few large words right over text: that they call it a notice is enough.</summary>
    private static bool IsPrintedOver(List<Fragment> fragments, int index) =>
        fragments[index] is { Text.Length: <= 8, Size: > 0 and var size } && index + 1 < fragments.Count && fragments[index + 1] is { Kind: FragmentKind.Body } text && size >= 1.2 * text.Size;

    private static bool NoticeFollows(List<Fragment> fragments, int index)
    {
        var looked = 0;
        for (var i = index + 1; i < fragments.Count && looked < 4; i++)
        {
            var fragment = fragments[i];
            if (fragment.Head is not null || fragment.Kind is FragmentKind.NoticeTitle or FragmentKind.Byline)
                return false;
            if (fragment.Kind != FragmentKind.Body)
                continue;
            if (Notices.Strength(fragment.Text) > 0)
                return true;
            looked++;
        }

        return false;
    }
}

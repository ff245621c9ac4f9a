using System.Buffers;
using System.Text.RegularExpressions;
using Bot.Sources.Pages.Layout;
using Bot.Sources.Pages.Signs;
using Bot.Sources.Pages.Text;

namespace Bot.Sources.Pages.Articles;

/// <summary>Tells headlines, captions and notices from text, by shape first and by what stands around them where shape leaves it open.</summary>
internal static partial class FragmentClassifier
{
    private const int LongestHeadline = 64;
    private const int LongestCaption = 140;

    private static readonly SearchValues<char> _marks = SearchValues.Create("，、；。：:");

    /// <summary>What a text tells and a headline does not.</summary>
    [GeneratedRegex(@"日前|近日|昨日|昨天|今天上午|今天下午|[^此]次日|当天|记者[从了在采]|据悉|据了解|据介绍|笔者")]
    private static partial Regex Told { get; }

    public static void Classify(List<Fragment> fragments, CancellationToken cancellationToken)
    {
        ClassifyByShape(fragments, cancellationToken);
        if (TextSize(fragments) is var textSize and > 0)
            SetAsText.Settle(fragments, textSize, cancellationToken);
        else
            SettleBySigns(fragments, cancellationToken);
        SettleNames(fragments, cancellationToken);
        SettleNotices(fragments, cancellationToken);
    }

    /// <summary>As far as a fragment's own shape and its neighbours go.</summary>
    public static void ClassifyByShape(List<Fragment> fragments, CancellationToken cancellationToken)
    {
        var textSize = TextSize(fragments);
        Fragment? text = null;
        double width = 0;
        for (var i = 0; i < fragments.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var fragment = fragments[i];
            if (fragment.Kind != FragmentKind.Body)
                continue;
            fragment.Head = ArticleHead.Read(fragment.Text);
            if (fragment.Head is null && fragment.Text[0] is '（' or '(' && ArticleTail.Read(fragment.Text) is { Start: 0 })
            {
                fragment.Kind = FragmentKind.Tail;
                continue;
            }

            if (fragment.Head is null && Before(fragments, i) is { Kind: FragmentKind.Body, Ends: true } && ArticleTail.ReadAlone(fragment.Text) is { } tail)
            {
                (fragment.Kind, fragment.Tail) = (FragmentKind.Tail, tail);
                continue;
            }

            if (fragment.Head is null && fragment.Text.Length <= LongestCaption && Captions.Closes(fragment.Text))
                fragment.Kind = FragmentKind.Caption;
            else if (fragment.Head is null && LooksLikeHeadline(fragment, textSize)
                && !IsMidSentence(fragments, i) && !ClosesWhatIsOpen(fragment, text) && !FitsTheText(fragments, i, text, width))
                fragment.Kind = FragmentKind.Headline;
            else
                (text, width) = (fragment, fragment.OwnWidth > 0 ? fragment.OwnWidth : fragment.Head is not null ? fragment.Lines.Max(l => l.Width) : width);
        }

        SettleOpenCases(fragments, textSize, cancellationToken);
    }

    /// <summary>The size that most of the text is set in; of two that much of it is set in, as news and notices are, the larger. 0 for plain text.</summary>
    private static double TextSize(List<Fragment> fragments)
    {
        var sizes = fragments.Where(f => f.Size > 0).GroupBy(f => Math.Round(f.Size, 1)).Select(g => (Size: g.Key, Length: g.Sum(f => f.Text.Length))).ToList();
        if (sizes.Count == 0)
            return 0;
        var most = sizes.MaxBy(s => s.Length).Size;
        return sizes.Where(s => s.Length >= 0.15 * sizes.Sum(o => o.Length) && s.Size <= 1.35 * most).Max(s => s.Size);
    }

    /// <summary>By its own shape: no sentence in it, and it neither fills its column nor fits into it.</summary>
    private static bool LooksLikeHeadline(Fragment fragment, double textSize)
    {
        if (!CanBeHeadline(fragment))
            return false;
        if (textSize > 0 && fragment.Size >= 1.2 * textSize)
            return true;
        if (Sentences.Ends(fragment.Text))
            return false;
        if (fragment.Lines.Count > 1)
            return false;
        if (fragment.Text[^1] is '，' or '、' or '；' or '：' or ':')
            return false;
        return !fragment.RunsOn || IsTooWide(fragment);
    }

    /// <summary>Right under a line that runs on, and with a comma in it: text of an odd width.</summary>
    private static bool IsMidSentence(List<Fragment> fragments, int index) =>
        index > 0 && fragments[index - 1] is { Kind: FragmentKind.Body, RunsOn: true, Ends: false } before
        && before.Block == fragments[index].Block
        && fragments[index].Text.AsSpan().IndexOfAny('，', '、') >= 0;

    /// <summary>A line with a comma, as wide as the text before it, and text goes on after it: a piece of text beside other columns.</summary>
    private static bool FitsTheText(List<Fragment> fragments, int index, Fragment? text, double width)
    {
        var fragment = fragments[index];
        if (text is { IsOpen: true } && fragment.Size == text.Size && fragment.Text.Contains('，', StringComparison.Ordinal))
            return true;
        if (Next(fragments, index) is { Kind: FragmentKind.Body } rest && index + 1 < fragments.Count && (fragment.Text.Contains('，', StringComparison.Ordinal) || fragments[Math.Max(0, index - 1)].Kind == FragmentKind.Byline)
            && fragment.Size == rest.Size && GoesOnIn(fragment, rest))
            return true;
        if (text is null || width == 0 || fragment.Size != text.Size || Math.Abs(fragment.Lines[^1].Width + 1 - width) > 2)
            return false;
        return Next(fragments, index) is { Kind: FragmentKind.Body } next && ArticleHead.Read(next.Text) is null
            && (fragment.Text.Contains('，', StringComparison.Ordinal)
                || (IsTooWide(fragment) && HeadlineGroup.PartsOf(fragment.Text).Count == 1 && Openings.Strength(next.Text) == 0 && !next.Indented && next.Block != fragment.Block && text.Block != fragment.Block));
    }

    /// <summary>It closes a bracket or quotation that the text before it has opened.</summary>
    private static bool ClosesWhatIsOpen(Fragment fragment, Fragment? text) =>
        text is not null && Brackets.Unclosed(text.Text) > 0 && Brackets.Unclosed(fragment.Text) < 0;

    /// <summary>Where sizes are known, a line no larger than the text is a section's heading at most.</summary>
    private static bool IsSetAsText(Fragment fragment, double textSize) => textSize > 0 && fragment.Size <= 1.05 * textSize;

    private static bool CanBeHeadline(Fragment fragment)
    {
        var text = fragment.Text;
        return Glyphs.Count(text) is var length and <= LongestHeadline && (length >= 3 || (length == 2 && fragment.Lines.Count == 1))
            && fragment.Lines.Count <= 4
            && !text.Contains('。', StringComparison.Ordinal)
            && !Sentences.Continues(text)
            && (text.Length < 10 || !Told.IsMatch(text))
            && text.Any(Glyphs.IsHan);
    }

    private static bool IsTooWide(Fragment fragment) =>
        fragment.ColumnWidth > 0 && fragment.Lines.Max(l => l.Width) > fragment.ColumnWidth + Math.Max(1.6, 0.12 * fragment.ColumnWidth);

    /// <summary>
    /// A line that exactly fills its column may be a headline or a piece of text: it is text where a sentence is still open before it
    /// or goes on after it, a headline where an article begins behind it.
    /// </summary>
    private static void SettleOpenCases(List<Fragment> fragments, double textSize, CancellationToken cancellationToken)
    {
        Fragment? text = null;
        for (var i = 0; i < fragments.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var fragment = fragments[i];
            if (fragment.Kind == FragmentKind.Body)
            {
                var open = text is { IsOpen: true };
                if (fragment.Head is null && CanBeHeadline(fragment) && !IsSetAsText(fragment, textSize) && !ClosesWhatIsOpen(fragment, text)
                    && (IsHeadlineHere(fragment, Next(fragments, i), open) || (!open && StandsAlone(fragments, i)) || IsUnderHeadline(fragments, i)))
                    fragment.Kind = FragmentKind.Headline;
                else
                    text = fragment;
            }
        }
    }

    /// <summary>All that is known of a fragment and of those beside it, weighed; each is judged by what shape made of the others.</summary>
    private static void SettleBySigns(List<Fragment> fragments, CancellationToken cancellationToken)
    {
        var settled = new List<(Fragment Fragment, FragmentKind Kind)>();
        for (var i = 0; i < fragments.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (HeadlineSigns.CanBe(fragments[i]))
                settled.Add((fragments[i], HeadlineSigns.Score(fragments, i) > 0 ? FragmentKind.Headline : FragmentKind.Body));
        }

        foreach (var (fragment, kind) in settled)
            fragment.Kind = kind;
    }

    private static Fragment? Before(List<Fragment> fragments, int index)
    {
        while (--index >= 0)
        {
            if (fragments[index].Kind is not (FragmentKind.Furniture or FragmentKind.Caption or FragmentKind.Jump))
                return fragments[index];
        }

        return null;
    }

    private static bool IsHeadlineHere(Fragment fragment, Fragment? next, bool open)
    {
        var articleFollows = next is null or { Head: not null } or { Kind: FragmentKind.Byline or FragmentKind.Headline or FragmentKind.NoticeTitle };
        var twoParts = HeadlineGroup.PartsOf(fragment.Text).Count > 1;
        var marks = fragment.Text.Count(c => c is '，' or '、' or '；');
        if (Sentences.Ends(fragment.Text))
            return fragment.Lines.Count == 1 && !open && marks == 0 && fragment.Text.Length <= 30 && articleFollows && next is not null;
        if (fragment.Text[^1] is '，' or '、' or '；' or '：')
            return false;
        if (fragment.Text.StartsWith("——", StringComparison.Ordinal) && fragment.Lines.Count <= 2 && !open)
            return true;
        if (twoParts && marks == 0 && fragment.Lines.Count <= 2)
            return true;
        if (open)
            return next is { Head: not null } or { Kind: FragmentKind.Byline } && fragment.Lines.Count == 1 && marks == 0 && next.Block != fragment.Block;
        if (articleFollows)
            return next is not null || marks == 0;
        return fragment.Lines.Count == 1 && marks == 0 && next is { Kind: FragmentKind.Body }
            && (next.OpensParagraph || Openings.Strength(next.Text) == 2) && !fragment.OpensParagraph;
    }

    /// <summary>
    /// A line without a sentence's signs between two blank lines, where no sentence is open. A paragraph's first line would be set in,
    /// or shorter than the line after it by an indent that was lost.
    /// </summary>
    private static bool StandsAlone(List<Fragment> fragments, int index)
    {
        var fragment = fragments[index];
        if (fragment.Lines.Count != 1 || fragment.Indented || fragment.ColumnWidth == 0 || fragment.Text.AsSpan().IndexOfAny(_marks) >= 0
            || (index > 0 && fragments[index - 1].Block == fragment.Block))
            return false;
        if (index + 1 == fragments.Count)
            return true;
        var next = fragments[index + 1];
        if (next.Block == fragment.Block || Sentences.Continues(next.Text) || GoesOnIn(fragment, next))
            return false;
        var shorter = fragment.ColumnWidth - fragment.Lines[0].Width;
        return shorter is <= 0.9 or >= 3 || next.OpensParagraph;
    }

    /// <summary>The last line of a block that is a headline up to there: its second line, or a subtitle.</summary>
    private static bool IsUnderHeadline(List<Fragment> fragments, int index) =>
        index > 0 && fragments[index - 1].Kind == FragmentKind.Headline && fragments[index - 1].Block == fragments[index].Block
        && fragments[index].Lines.Count == 1 && (index + 1 == fragments.Count || (fragments[index + 1].Block != fragments[index].Block && !GoesOnIn(fragments[index], fragments[index + 1])));

    /// <summary>The next text begins with a line that is longer by just an indent, as lines inside a paragraph are.</summary>
    private static bool GoesOnIn(Fragment fragment, Fragment next) =>
        next is { Kind: FragmentKind.Body, Head: null, OpensParagraph: false, Indented: false } && ArticleHead.Read(next.Text) is null
        && next.Lines[0].Width - fragment.Lines[^1].Width is >= 1.4 and <= 2.6
        && (next.Lines.Count == 1 || next.Lines[1].Width <= next.Lines[0].Width + 1.1);

    private static Fragment? Next(List<Fragment> fragments, int index)
    {
        for (var i = index + 1; i < fragments.Count; i++)
        {
            if (fragments[i].Kind is not (FragmentKind.Furniture or FragmentKind.Caption or FragmentKind.Jump))
                return fragments[i];
        }

        return null;
    }
}

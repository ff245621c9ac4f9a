using System.Text.RegularExpressions;
using Bot.Sources.Pages.Layout;
using Bot.Sources.Pages.Signs;
using Bot.Sources.Pages.Text;

namespace Bot.Sources.Pages.Articles;

/// <summary>
/// What speaks for a fragment being a headline rather than text: its width in its column, its signs, what stands around it, and what
/// shape alone made of it. A page without glyph sizes leaves no surer way.
/// </summary>
internal static partial class HeadlineSigns
{
    private const int Longest = 64;

    /// <summary>What a text tells and a headline does not.</summary>
    [GeneratedRegex(@"日前|近日|昨日|昨天|今天|[^此]次日|当天|记者[从了在采]|据悉|据了解|据介绍|笔者|表示|认为|告诉")]
    private static partial Regex Told { get; }

    [GeneratedRegex(@"^(?:该|此|其|他|她|它|这|那|同时|另外|此外|随后|接着|会上|据|目前|下一步|截至|经|对此|记者|问[:：]|答[:：]|[^，。：]{1,8}[：:])")]
    private static partial Regex Continuing { get; }

    /// <summary>Only what has no dateline, few lines and no full stop can be one.</summary>
    public static bool CanBe(Fragment fragment) =>
        fragment is { Kind: FragmentKind.Headline or FragmentKind.Body, Head: null, Lines.Count: <= 4 }
        && Glyphs.Count(fragment.Text) is >= 2 and <= Longest && fragment.Text.Any(Glyphs.IsHan);

    /// <summary>Above 0 it is a headline.</summary>
    public static double Score(IReadOnlyList<Fragment> fragments, int index)
    {
        var signs = Features(fragments, index);
        double score = 0;
        for (var f = 0; f < signs.Length; f++)
            score += signs[f] * HeadlineWeights.Learned[f];
        return score;
    }

    /// <summary>In the order of <see cref="HeadlineWeights.Names"/>.</summary>
    public static double[] Features(IReadOnlyList<Fragment> fragments, int index)
    {
        var fragment = fragments[index];
        var text = fragment.Text;
        var (above, below) = (Beside(fragments, index, -1), Beside(fragments, index, 1));
        var (first, last) = (fragment.Lines[0].Width, fragment.Lines[^1].Width);
        var column = fragment.ColumnWidth;
        var widest = fragment.Lines.Max(l => l.Width);
        var (fills, wide) = (column > 0 && Math.Abs(widest - column) <= 1.1, column > 0 && widest > column + Math.Max(1.6, 0.12 * column));
        var commas = text.Count(c => c is '，' or '；');
        var ends = Sentences.Ends(text);
        var asked = ends && text.TrimEnd()[^1] is '？' or '！' or '?' or '!';
        var open = IsOpenBefore(fragments, index);
        var joinsAbove = index > 0 && fragments[index - 1].Block == fragment.Block;
        var joinsBelow = index + 1 < fragments.Count && fragments[index + 1].Block == fragment.Block;
        var alone = !joinsAbove && !joinsBelow;
        var starts = below is { Head: not null } or { Kind: FragmentKind.Byline };
        var single = fragment.Lines.Count == 1;
        var longer = below is { Kind: FragmentKind.Body } ? below.Lines[0].Width - last : 0;
        var parts = HeadlineGroup.PartsOf(text).Count;
        return
        [
            1,
            On(fragment.Kind == FragmentKind.Headline),
            On(fragment.Lines.Count == 2),
            On(fragment.Lines.Count > 2),
            On(fills),
            On(wide),
            On(column > 0 && widest < 0.5 * column),
            On(column == 0),
            On(widest <= 4),
            On(widest <= 8),
            On(widest is > 8 and <= 14),
            On(widest > 22),
            On(column > 0 && single && widest - column is >= -2.6 and <= -1.4),
            On(ends && !asked),
            On(asked),
            On(text[^1] is '，' or '、' or '；'),
            On(text[^1] is '：' or ':'),
            On(text[^1] is '—' or '…'),
            On(text.Contains('。', StringComparison.Ordinal)),
            On(commas == 1),
            On(commas > 1),
            On(text.Contains('、', StringComparison.Ordinal)),
            On(text.Contains('“', StringComparison.Ordinal)),
            On(text.StartsWith('—')),
            On(Sentences.Continues(text)),
            On(parts > 1),
            On(parts > 1 && commas == 0),
            On(Told.IsMatch(text)),
            On(Continuing.IsMatch(text)),
            On(char.IsAsciiDigit(text[0])),
            On(Brackets.Unclosed(text) < 0),
            On(Brackets.Unclosed(text) > 0),
            On(text[0] is '（' or '('),
            On(text[0] is '（' && text[^1] is '）'),
            On(open),
            On(open && fills),
            On(open && alone),
            On(open && joinsAbove),
            On(!open && fills && alone),
            On(!open && fills && commas == 0),
            On(above is null),
            On(above is { Kind: FragmentKind.Headline }),
            On(above is { Kind: FragmentKind.Byline }),
            On(above is { Kind: FragmentKind.Tail }),
            On(above is { Kind: FragmentKind.Headline } && joinsAbove),
            On(joinsAbove),
            On(joinsAbove && commas > 0),
            On(joinsBelow),
            On(joinsBelow && below is { Kind: FragmentKind.Body, Head: null }),
            On(alone),
            On(alone && commas == 0),
            On(alone && commas > 0),
            On(starts),
            On(starts && !open),
            On(starts && single && !joinsBelow),
            On(below is { Kind: FragmentKind.Headline }),
            On(below is { Kind: FragmentKind.Body, OpensParagraph: true }),
            On(below is { Kind: FragmentKind.Body, OpensParagraph: false, Head: null }),
            On(below is { Kind: FragmentKind.Body } && Openings.Strength(below.Text) == 2),
            On(below is null),
            On(below is not null && Sentences.Continues(below.Text)),
            On(below is not null && Brackets.Unclosed(below.Text) < 0 && Brackets.Unclosed(text) > 0),
            On(longer is >= 1.4 and <= 2.6),
            On(longer is >= 1.4 and <= 2.6 && below is { OpensParagraph: false, Head: null }),
            On(fragment.Indented),
            On(fragment.OpensParagraph && single),
            On(fragment.RunsOn),
            On(fragment.RunsOn && single && !ends && below is { Kind: FragmentKind.Body, Head: null }),
            On(above is { Kind: FragmentKind.Body, Ends: true }),
            On(above is { Kind: FragmentKind.Body, Ends: true } && starts),
            On(first <= 14 && single && commas == 0 && !ends),
        ];
    }

    private static double On(bool sign) => sign ? 1 : 0;

    private static bool IsOpenBefore(IReadOnlyList<Fragment> fragments, int index)
    {
        for (var i = index - 1; i >= 0; i--)
        {
            if (fragments[i].Kind is FragmentKind.Tail or FragmentKind.Signature)
                return false;
            if (fragments[i].Kind == FragmentKind.Body)
                return fragments[i].IsOpen;
        }

        return false;
    }

    private static Fragment? Beside(IReadOnlyList<Fragment> fragments, int index, int step)
    {
        for (var i = index + step; i >= 0 && i < fragments.Count; i += step)
        {
            if (fragments[i].Kind is not (FragmentKind.Furniture or FragmentKind.Caption or FragmentKind.Jump))
                return fragments[i];
        }

        return null;
    }
}

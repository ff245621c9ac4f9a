using Bot.Sources.Pages.Signs;

namespace Bot.Sources.Pages.Articles;

/// <summary>Whether what stands over a text is a section's heading.</summary>
internal sealed partial class Boundaries
{
    /// <summary>Whether what stands over the atom looks like a section's heading: short, single, and like others of the same run.</summary>
    private double[] OfHeading(int first, int i, int last)
    {
        var signs = new double[17];
        var here = _groups.Where(g => g.Gap == i && !g.Inside).ToList();
        if (here.Count == 0)
            return signs;
        signs[0] = On(here.Exists(g => g.Parts.Count == 2));
        signs[1] = On(here.Count > 1 || here.Exists(g => g.Parts.Count > 2));
        var heading = here[0].Parts[0];
        var width = here[0].Parts.Sum(p => p.Width);
        var (twins, numberedTwins, alike) = (0, 0, 0);
        foreach (var group in _groups)
        {
            if (group.Gap == i || group.Inside || group.Parts.Count > 2 || !SameRun(group.Gap, i))
                continue;
            var twin = group.Parts[0];
            twins++;
            numberedTwins += IsNumbered(twin) ? 1 : 0;
            alike += Math.Abs(group.Parts.Sum(p => p.Width) - width) <= 2.1 && IsNumbered(twin) == IsNumbered(heading) ? 1 : 0;
        }

        var numbered = IsNumbered(heading);
        var pairs = _words.Pairs(string.Join(' ', here.SelectMany(g => g.Parts).Select(p => p.Text)));
        signs[2] = On(width <= 6);
        signs[3] = On(width <= 9);
        signs[4] = On(width <= 13);
        signs[5] = On(width > 20);
        signs[6] = On(twins > 0);
        signs[7] = On(twins > 1);
        signs[8] = On(twins > 0) * _dated;
        signs[9] = On(alike > 0);
        signs[10] = On(alike > 1);
        signs[11] = On(numbered || here.Exists(g => g.Parts.Any(p => SectionNames.Is(p.Text))));
        signs[12] = On(!numbered && numberedTwins > 1);
        signs[13] = _words.Shared(pairs, i, last);
        signs[14] = _words.Shared(pairs, first, i - 1);
        signs[15] = On(twins > 0) * On(SameRun(first, i) && _atoms[first] is { AfterHeadline: true });
        signs[16] = On(heading.Text.AsSpan().IndexOfAny("，：！、；") >= 0);
        return signs;
    }

    private static bool IsNumbered(HeadlinePart part) =>
        part.Text is [var digit, '、', ..] && "一二三四五六七八九".Contains(digit, StringComparison.Ordinal);

    /// <summary>No article surely begins between the two places, nor at the later one.</summary>
    private bool SameRun(int one, int other)
    {
        for (var i = Math.Min(one, other); i <= Math.Max(one, other); i++)
        {
            if (i >= _atoms.Count || i == 0 || _atoms[i].StartsArticle || _atoms[i - 1].EndsArticle)
                return false;
        }

        return true;
    }
}

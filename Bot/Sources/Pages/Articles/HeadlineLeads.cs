using Bot.Sources.Pages.Text;

namespace Bot.Sources.Pages.Articles;

/// <summary>
/// An article's first paragraph says again what its headline says, wherever on the page that is printed: which lead each piece of a
/// headline is likest to tells where articles begin.
/// </summary>
internal sealed class HeadlineLeads
{
    public const int Signs = 8;

    /// <summary>Shorter pieces are names of columns and sections.</summary>
    private const double Shortest = 4.5;

    /// <summary>A lead that has less of a piece is not its.</summary>
    private const double Telling = 0.25;

    private readonly List<(int Gap, double[] Leads, int Best, double Margin)> _pieces = [];

    public HeadlineLeads(IReadOnlyList<HeadlineGroup> groups, Vocabulary words)
    {
        foreach (var group in groups)
        {
            foreach (var part in group.Parts)
            {
                if (part.Width < Shortest)
                    continue;
                var leads = words.InLeads(words.Pairs(Spacing.Compact(part.Text)));
                var (best, second) = (0, -1);
                for (var i = 1; i < leads.Length; i++)
                {
                    if (leads[i] > leads[best])
                        (best, second) = (i, best);
                    else if (second < 0 || leads[i] > leads[second])
                        second = i;
                }

                if (leads.Length > 0)
                    _pieces.Add((group.Inside ? -1 : group.Gap, leads, best, leads[best] - (second < 0 ? 0 : leads[second])));
            }
        }
    }

    /// <summary>What the headlines say of an article's beginning at atom <paramref name="i"/>, in a run of text that begins at <paramref name="near"/>.</summary>
    public double[] Of(int i, int near)
    {
        double here = 0, most = 0, margin = 0, before = 0, rival = 0;
        var (own, runs, behinds) = (0, 0, 0);
        foreach (var (gap, leads, best, ahead) in _pieces)
        {
            if (gap == i)
            {
                here = Math.Max(here, leads[i]);
                continue;
            }

            most = Math.Max(most, leads[i]);
            before = Math.Max(before, leads[i - 1]);
            if (leads[best] < Telling)
                continue;
            if (best == i)
                (own, margin) = (own + 1, Math.Max(margin, ahead));
            else if (best == near)
                runs++;
            else if (best > near && best < i)
                behinds++;
            if (best != i)
                rival = Math.Max(rival, leads[i]);
        }

        return [here, most, margin, Math.Min(own, 2), Math.Min(runs, 2), Math.Min(behinds, 2), before, rival];
    }
}

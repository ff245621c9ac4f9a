using Bot.Commands.Evaluation;
using Bot.Sources.Pages.Articles;
using Bot.Sources.Pages.Layout;
using Bot.Sources.Pages.Text;
using Bot.Tests.Sources.Pages.Generation;

namespace Bot.Tests.Sources.Pages.Training;

/// <summary>A fragment of a laid-out page, and whether it is of a headline.</summary>
/// <param name="Signs">As <see cref="HeadlineSigns.Features"/> gives them.</param>
internal sealed record HeadlineSample(string Page, bool IsHeadline, double[] Signs)
{
    public static IEnumerable<HeadlineSample> Of(GeneratedPage page)
    {
        var fragments = FragmentBuilder.Build(TextLayout.Of(PageEncoding.Decode(page.Bytes).Text, default).Lines, default);
        FragmentClassifier.ClassifyByShape(fragments, default);
        var heads = page.Expectation.Bulletins.SelectMany(b => new[] { b.Kicker, b.Title, b.Subtitle }).OfType<string>().Select(Characters.Of).ToList();
        var paragraphs = page.Expectation.Bulletins.SelectMany(b => b.Paragraphs!).Select(Characters.Of).ToList();
        // Headings inside an article are headlines as far as shape goes.
        var headings = paragraphs.Where(p => p.Length < 30 && !Sentences.EndsParagraph(p)).ToHashSet();
        var bodies = string.Join('\n', paragraphs);
        for (var i = 0; i < fragments.Count; i++)
        {
            if (HeadlineSigns.CanBe(fragments[i]) && IsHeadlineOf(fragments[i]) is { } headline)
                yield return new(page.Name, headline, HeadlineSigns.Features(fragments, i));
        }

        bool? IsHeadlineOf(Fragment fragment)
        {
            var text = Characters.Of(fragment.Text).Trim('—');
            var inBody = bodies.Contains(text, StringComparison.Ordinal);
            if (headings.Contains(text))
                return true;
            var parts = fragment.Lines.SelectMany(l => HeadlineGroup.PartsOf(l.Text)).Select(p => Characters.Of(p.Text).Trim('—')).Where(p => p.Length > 0).ToList();
            var inHead = heads.Exists(h => h.Contains(text, StringComparison.Ordinal)) || (parts.Count > 0 && parts.TrueForAll(p => heads.Exists(h => h.Contains(p, StringComparison.Ordinal))));
            return inBody == inHead ? null : inHead;
        }
    }
}

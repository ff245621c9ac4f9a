using System.Globalization;
using Bot.Commands.Evaluation;
using Bot.Sources.Pages.Articles;
using Bot.Sources.Pages.Layout;
using Bot.Sources.Pages.Text;
using Bot.Tests.Sources.Pages.Generation;

namespace Bot.Tests;

public sealed class Scratch(ITestOutputHelper output)
{
    [Fact]
    public void Score()
    {
        var all = new List<PageScore>();
        foreach (var seed in Enumerable.Range(301, int.Parse(Environment.GetEnvironmentVariable("SEEDS") ?? "5", CultureInfo.InvariantCulture)))
        {
            foreach (var page in PageSet.Of(Environment.GetEnvironmentVariable("ARTS") ?? "development", seed))
            {
                var result = Bot.Tests.Sources.Pages.PageFiles.Read($"{page.Name}.txt", page.Bytes);
                var style = page.Name[(page.Name.IndexOf('-', StringComparison.Ordinal) + 1)..page.Name.LastIndexOf('-')];
                var score = PageScorer.Score(style, page.Expectation, result, null, TimeSpan.Zero);
                all.Add(score);
                if (Environment.GetEnvironmentVariable("FAULTS") is { } f && score.Faults.Count > 0)
                    File.AppendAllLines(f, score.Faults.Prepend($"== {page.Name}"));
            }
        }

        foreach (var g in all.GroupBy(x => x.Page).Select(g => PageScore.Sum(g.Key, g.ToList())).OrderBy(x => x.F1).Take(14).Append(PageScore.Sum("total", all)))
            output.WriteLine($"{g.Page,-40} F1 {g.F1:0.000} headl {g.HeadlinesRight:0.000} by {(double)g.Bylines / g.Matched:0.000} date {(double)g.Datelines / g.Matched:0.000} cred {(double)g.Credits / g.Matched:0.000} chars {g.CharactersRight:0.0000}");
    }

    [Fact]
    public void Kinds()
    {
        foreach (var seed in Enumerable.Range(201, int.Parse(Environment.GetEnvironmentVariable("SEEDS") ?? "10", CultureInfo.InvariantCulture)))
        {
            foreach (var page in PageSet.Of(Environment.GetEnvironmentVariable("ARTS") ?? "development", seed))
            {
                var text = PageEncoding.Decode(page.Bytes).Text;
                var fragments = FragmentBuilder.Build(TextLayout.Of(text, default).Lines, default);
                FragmentClassifier.Classify(fragments);
                var bodies = string.Join('\n', page.Expectation.Bulletins.Select(b => Characters.Of(string.Concat(b.Paragraphs!))));
                var paras = page.Expectation.Bulletins.SelectMany(b => b.Paragraphs!).Select(Characters.Of).ToHashSet();
                var titles = string.Join('\n', page.Expectation.Bulletins.Select(b => Characters.Of(b.Kicker) + Characters.Of(b.Title) + Characters.Of(b.Subtitle)));
                for (var i = 0; i < fragments.Count; i++)
                {
                    var f = fragments[i];
                    var t = Characters.Of(f.Text);
                    if (t.Length < 3) continue;
                    var inBody = bodies.Contains(t, StringComparison.Ordinal);
                    var inTitle = titles.Contains(t.TrimStart('—'), StringComparison.Ordinal);
                    if (f.Kind == FragmentKind.Headline && inBody && !inTitle && !paras.Contains(t))
                        output.WriteLine($"BODY-AS-HEADLINE {page.Name} [{t}] after [{Tail(fragments, i)}] cw {f.ColumnWidth}");
                    else if (f.Kind == FragmentKind.Body && inTitle && !inBody)
                        output.WriteLine($"HEADLINE-AS-BODY {page.Name} [{t}] after [{Tail(fragments, i)}] cw {f.ColumnWidth}");
                    else if (f.Kind == FragmentKind.Body && !inBody && f.Head is null && page.Expectation.Bulletins.Any(b => b.Title is { } title && t.Contains(Characters.Of(title), StringComparison.Ordinal) && !bodies.Contains(Characters.Of(title), StringComparison.Ordinal)))
                        output.WriteLine($"HEADLINE-IN-BODY {page.Name} [{t[..Math.Min(50, t.Length)]}] after [{Tail(fragments, i)}] cw {f.ColumnWidth}");
                    else if (f.Kind is FragmentKind.Furniture or FragmentKind.Caption or FragmentKind.Tail && inBody)
                        output.WriteLine($"BODY-AS-{f.Kind} {page.Name} [{t}]");
                }
            }
        }

        static string Tail(List<Fragment> f, int i) => i == 0 ? "" : $"{f[i - 1].Kind} {(f[i - 1].Block == f[i].Block ? "=" : "|")} {f[i - 1].Text[^Math.Min(12, f[i - 1].Text.Length)..]}";
    }

    [Fact]
    public void Dump()
    {
        var rows = new List<string>();
        foreach (var seed in Enumerable.Range(101, int.Parse(Environment.GetEnvironmentVariable("SEEDS") ?? "10", CultureInfo.InvariantCulture)))
        {
            foreach (var page in PageSet.Of(Environment.GetEnvironmentVariable("ARTS") ?? "development", seed))
            {
                var text = PageEncoding.Decode(page.Bytes).Text;
                var fragments = FragmentBuilder.Build(TextLayout.Of(text, default).Lines, default);
                FragmentClassifier.Classify(fragments);
                var stream = PageStream.Of(fragments);
                var st = Stitching.Stitch(stream.Atoms, stream.Groups);
                var atoms = st.Atoms;
                var texts = atoms.Select(a => string.Join('\n', a.Paragraphs.Select(Spacing.Unspaced))).ToList();
                var bodies = page.Expectation.Bulletins.Select(b => Vocabulary.Pairs(Characters.Of(string.Concat(b.Paragraphs!)))).ToList();
                var labels = texts.Select(t =>
                {
                    var p = Vocabulary.Pairs(Characters.Of(t));
                    return Enumerable.Range(0, bodies.Count).OrderByDescending(b => p.Count(bodies[b].Contains)).First();
                }).ToList();
                var search = new PageSearch(atoms, st.Groups);
                var truth = new bool[atoms.Count];
                for (var i = 1; i < truth.Length; i++)
                    truth[i] = labels[i] != labels[i - 1];
                var sure = atoms.Select((a, i) => i == 0 || a.ContinuesSentence || a.StartsArticle || atoms[i - 1].EndsArticle).ToArray();
                var b = new Boundaries(atoms, st.Groups, texts, search.Words, sure);
                foreach (var (i, gain) in search.GainsOf(truth, []))
                    rows.Add(string.Create(CultureInfo.InvariantCulture, $"{page.Name},{(truth[i] ? 1 : 0)},{search.Scores[i]:0.000},{gain:0.000},{string.Join(',', b.Features(i).Select(f => f.ToString("0.###", CultureInfo.InvariantCulture)))}"));
            }
        }

        File.WriteAllLines("/tmp/feat.csv", rows);
        output.WriteLine(rows.Count.ToString(CultureInfo.InvariantCulture));
    }
}

using System.Globalization;
using System.Net;
using System.Text;
using Bot.Commands.Evaluation;
using Bot.Tests.Sources.Pages.Generation;

namespace Bot.Tests.Sources.Pages.Pdf;

internal sealed record PrintedPage(string Name, string Html, PageExpectation Expectation);

/// <summary>Lays articles out as newspapers print them, as HTML for a browser to print. The same seed gives the same page.</summary>
internal sealed class PdfPageMaker(string name, IReadOnlyList<SampleArticle> articles, int seed)
{
    private readonly List<ExpectedBulletin> _expected = [];
    private readonly Queue<SampleArticle> _articles = Shuffled(articles.Where(a => !a.IsNotice && a.Title is not null), seed);
    private readonly Queue<SampleArticle> _notices = Shuffled(articles.Where(a => a.IsNotice), seed);
    private readonly StringBuilder _body = new();

    /// <summary>All layouts, each with articles of its own.</summary>
    /// <param name="seed">0 is what the samples are printed with.</param>
    public static IReadOnlyList<PrintedPage> All(string articles, int seed = 0) =>
        [.. _layouts.Select((layout, i) => new PdfPageMaker($"{articles}-{layout.Name}", SampleArticle.Load(articles), seed + i + 1).Make(layout.Draw, layout.Style))];

    private static readonly (string Name, string Style, Action<PdfPageMaker> Draw)[] _layouts =
    [
        ("two-columns", "", p => { p.Masthead(); p.Article(2); p.Article(2); p.Footer(); }),
        ("three-columns", "", p => { p.Masthead(); p.Article(3); p.Article(3); p.Article(3); }),
        ("halves", "font-size:8.5pt", p => { p.Masthead(); p.Row([1, 1], i => p.Article(2)); p.Row([1, 1], i => p.Article(2)); p.Footer(); }),
        ("boxed", "", p => { p.Masthead(); p.Row([3, 2], i => p.Article(i == 0 ? 3 : 1, i == 1 ? "box" : "")); p.Article(4); }),
        ("five-columns", "font-size:8pt", p => { p.Masthead(); p.Article(5); p.Row([3, 2], i => p.Article(3 - i)); }),
        ("headline-in-column", "", p => { p.Masthead(); p.Article(3, "", "first"); p.Article(3, "", "first"); }),
        ("headline-between", "", p => { p.Masthead(); p.Article(3, "", "middle"); p.Article(3); }),
        ("notices", "font-size:8.5pt", p => { p.Masthead(); p.Article(3); p.Table(); p.Row([1, 1], i => p.Notice()); p.Footer(); }),
        ("captions", "", p => { p.Masthead(); p.Article(3, "", "top", picture: true); p.Row([1, 2], i => p.Article(1 + i)); }),
        ("two-sheets", "", p => { p.Masthead(); p.Article(2); p.Article(3); p.Break(); p.Masthead(4); p.Article(3); p.Article(2); }),
        ("serif-spread", "font-family:'Noto Serif CJK SC'", p => { p.Masthead(); p.Article(3, "spread"); p.Row([1, 1], i => p.Article(2, "spread")); }),
        ("vertical-headline", "", p => { p.Masthead(); p.Article(3, "", "vertical"); p.Article(3); }),
    ];

    public PrintedPage Make(Action<PdfPageMaker> draw, string style)
    {
        draw(this);
        return new(name, $$"""
            <!DOCTYPE html><html lang="zh"><meta charset="utf-8"><style>
            @page { size: 340mm 480mm; margin: 14mm }
            body { margin: 0; font-family: 'WenQuanYi Micro Hei'; font-size: 9pt; line-height: 1.5; {{style}} }
            p { margin: 0; text-indent: 2em; text-align: justify }
            h1 { font-size: 26pt; line-height: 1.25; margin: 0; font-weight: normal; text-align: center }
            h2 { font-size: 14pt; margin: 1mm 0; font-weight: normal; text-align: center }
            article { margin-bottom: 8mm }
            .columns { column-gap: 1.6em; margin-top: 3mm }
            .row { display: grid; gap: 8mm }
            .box article { border: 1pt solid #000; padding: 4mm }
            .spread h1 { letter-spacing: 8pt; font-size: 20pt }
            .first h1, .middle h1, .row h1 { font-size: 18pt }
            .vertical { display: flex; gap: 6mm } .vertical .heads { writing-mode: vertical-rl } .vertical h1 { text-align: left; font-size: 22pt } .vertical .columns { flex: 1 }
            .picture { height: 40mm; background: #ccc; } .caption { font-size: 7.5pt; text-indent: 0 }
            header, footer { display: flex; justify-content: space-between; font-size: 9pt; border-bottom: 1pt solid; margin-bottom: 5mm }
            .credit { text-align: right } td { border: 1px solid; padding: 0 6mm } .break { break-after: page }
            </style><body>{{_body}}</body></html>
            """, new() { Page = $"{name}.pdf", Bulletins = _expected });
    }

    private void Masthead(int page = 3) =>
        _body.Append(CultureInfo.InvariantCulture, $"<header><span>江城法治报</span><span>2025年3月18日 星期二</span><span>第{page}版</span></header>");

    private void Footer() => _body.Append("<footer><span>责任编辑：洪波 版式：安澜 校对：甘霖</span><span>新闻热线：0899-8123456</span></footer>");

    private void Break() => _body.Append("<div class=break></div>");

    private void Table() =>
        _body.Append("<table>").Append(string.Concat(Enumerable.Range(1, 5).Select(i => $"<tr><td>{i}</td><td>第{i}批次</td><td>{i * 37}件</td><td>{i * 5}.2%</td></tr>"))).Append("</table>");

    private void Row(int[] shares, Action<int> cell)
    {
        _body.Append(CultureInfo.InvariantCulture, $"<div class=row style='grid-template-columns:{string.Join(' ', shares.Select(s => $"{s}fr"))}'>");
        for (var i = 0; i < shares.Length; i++)
        {
            _body.Append("<div>");
            cell(i);
            _body.Append("</div>");
        }

        _body.Append("</div>");
    }

    private void Article(int columns, string style = "", string headline = "top", bool picture = false)
    {
        var article = _articles.Dequeue();
        _expected.Add(new()
        {
            Title = article.Title,
            Kicker = article.Kicker,
            Subtitle = article.Subtitle,
            Dateline = article.Dateline,
            Byline = article.Byline,
            Credit = article.Credit,
            Kind = "article",
            Paragraphs = article.Paragraphs,
        });
        var heads = Heads(article);
        var body = Body(article, headline == "middle" ? "" : headline == "first" ? heads : "", picture);
        if (headline == "middle")
        {
            // Columns as the typesetter fills them, the headline on top of the second.
            var cut = article.Paragraphs.Count / 2;
            body = string.Concat(Paragraphs(article).Take(cut)) + $"<div style='break-before:column'>{heads}</div>" + string.Concat(Paragraphs(article).Skip(cut));
        }

        _body.Append(CultureInfo.InvariantCulture, $"<div class='{style} {headline}'><article>{(headline is "top" ? heads : headline == "vertical" ? $"<div class='vertical'><div class=heads>{heads}</div>" : "")}")
            .Append(CultureInfo.InvariantCulture, $"<div class=columns style='column-count:{columns}'>{body}</div>{(headline == "vertical" ? "</div>" : "")}</article></div>");
    }

    private void Notice()
    {
        var notice = _notices.Dequeue();
        _expected.Add(new() { Title = notice.Title ?? "公告", Kind = "notice", Paragraphs = notice.Paragraphs });
        _body.Append(CultureInfo.InvariantCulture, $"<article><h2>{notice.Title ?? "公告"}</h2>{string.Concat(Paragraphs(notice))}</article>");
    }

    private static string Heads(SampleArticle article) =>
        (article.Kicker is { } kicker ? $"<h2>{Html(kicker)}</h2>" : "") + $"<h1>{Html(article.Title!)}</h1>" + (article.Subtitle is { } subtitle ? $"<h2>{Html(subtitle)}</h2>" : "");

    private static string Body(SampleArticle article, string before, bool picture) =>
        before + (picture ? "<div class=picture></div><p class=caption>图为活动现场。 洪波 摄</p>" : "") + string.Concat(Paragraphs(article));

    private static IEnumerable<string> Paragraphs(SampleArticle article)
    {
        var inLine = article is { Byline: not null, BylinePlace: "head" };
        var head = (article.Dateline ?? "") + (inLine ? $"（{article.Byline}）" : article.Dateline is null ? "" : "　");
        if (article is { Byline: not null, BylinePlace: "line" })
            yield return $"<p>{Html(article.Byline)}</p>";
        for (var i = 0; i < article.Paragraphs.Count; i++)
        {
            var last = i == article.Paragraphs.Count - 1;
            var end = last && article is { Byline: not null, BylinePlace: "end" } ? $"（{article.Byline}）" : "";
            yield return $"<p>{Html((i == 0 ? head : "") + article.Paragraphs[i] + end)}</p>";
        }

        if (article.Credit is { } credit)
            yield return $"<p class=credit>（{Html(credit)}）</p>";
    }

    private static string Html(string text) => WebUtility.HtmlEncode(text);

    private static Queue<SampleArticle> Shuffled(IEnumerable<SampleArticle> articles, int seed)
    {
        var all = articles.ToArray();
        new Random(seed).Shuffle(all);
        return new(all);
    }
}

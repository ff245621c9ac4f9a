using System.Globalization;
using System.Net;
using System.Text;
using Bot.Commands.Evaluation;
using Bot.Tests.Sources.Pages.Generation;

namespace Bot.Tests.Sources.Pages.Pdf;

/// <summary>
/// Articles as whole newspaper pages, each page in a design of its own: grids of unlike columns, rules, boxes, drop caps, spaced headlines,
/// photographs in columns, advertisements. Nothing of the reader was built with these pages before they were printed.
/// </summary>
internal sealed class NewspaperMaker(string name, IReadOnlyList<SampleArticle> articles, int seed)
{
    private readonly List<ExpectedBulletin> _expected = [];
    private readonly Queue<SampleArticle> _long = Shuffled(articles.Where(a => IsPlain(a) && Length(a) >= 260), seed);
    private readonly Queue<SampleArticle> _short = Shuffled(articles.Where(a => IsPlain(a) && Length(a) < 260), seed);
    private readonly Queue<SampleArticle> _notices = Shuffled(articles.Where(a => a is { IsNotice: true, Title: not null } && Length(a) < 500), seed);
    private readonly StringBuilder _body = new();

    private static readonly (string Name, string Style, Action<NewspaperMaker> Draw)[] _designs =
    [
        ("front", "", p => { p.Masthead("江城法治报", 1); p.Long(4, "lead"); p.Grid("2fr 1fr", () => p.Long(2), () => p.Short(1)); p.Footer(); }),
        ("briefs", "", p => { p.Strip(2); p.Grid("1fr 3fr", () => { p.Short(1); p.Short(1); p.Short(1); }, () => { p.Long(3); p.Long(3); }); }),
        ("drop-caps", ".first{text-indent:0}.first::first-letter{font-size:27pt;float:left;line-height:1;padding-right:2pt}", p => { p.Strip(4); p.Long(3); p.Grid("1fr 1fr", () => p.Long(2), () => p.Long(2)); }),
        ("ruled", ".columns{column-rule:.6pt solid;column-gap:1.2em}.cell{border-right:1pt solid;padding-right:4mm}hr{border:0;border-top:1pt solid}", p => { p.Strip(3); p.Long(4); p.Rule(); p.Grid("1fr 1fr 1fr", () => p.Short(1), () => p.Short(1), () => p.Short(1)); p.Rule(); p.Long(5); }),
        ("tinted", ".box{background:#ddd;padding:4mm}.box h1{background:#333;color:#fff;padding:2mm}", p => { p.Strip(2); p.Grid("1fr 2fr", () => p.Long(1, "box"), () => { p.Long(2); p.Short(2); }); p.Long(4); }),
        ("spaced-headlines", "h1{letter-spacing:.6em}h3{letter-spacing:.3em}", p => { p.Strip(5); p.Long(3, "lead"); p.Grid("3fr 2fr", () => p.Long(3), () => p.Long(2)); }),
        ("photographs", "", p => { p.Strip(1); p.Long(3, photo: true); p.Grid("1fr 1fr", () => p.Long(2, photo: true), () => p.Short(2)); p.Footer(); }),
        ("advertisements", "", p => { p.Strip(6); p.Long(3); p.Advertisement(); p.Grid("1fr 1fr 1fr 1fr", () => p.Notice(), () => p.Notice(), () => p.Notice(), () => p.Notice()); }),
        ("headline-beside", ".beside article{display:grid;grid-template-columns:1fr 3fr;gap:6mm}.beside h1,.beside h3{text-align:left}", p => { p.Strip(2); p.Long(3, "beside"); p.Long(3, "beside"); p.Grid("1fr 1fr", () => p.Short(1), () => p.Short(1)); }),
        ("vertical", ".upright article{display:flex;flex-direction:row-reverse;gap:6mm}.upright .heads{writing-mode:vertical-rl}.upright .columns{flex:1}.upright h1{text-align:left;font-size:24pt}", p => { p.Strip(8); p.Long(3, "upright"); p.Grid("1fr 1fr", () => p.Long(2), () => p.Short(1)); }),
        ("narrow-columns", "body{font-size:8pt}.columns{column-gap:1em}", p => { p.Strip(3); p.Long(7); p.Grid("4fr 3fr", () => p.Long(4), () => p.Long(3)); p.Long(7); }),
        ("light-headlines", "h1{font-size:15pt;font-weight:bold;text-align:left}h3{font-size:10pt;text-align:left}", p => { p.Strip(4); p.Grid("1fr 1fr 1fr", () => { p.Short(1); p.Short(1); }, () => p.Long(1), () => { p.Short(1); p.Short(1); }); p.Long(3); }),
        ("ragged", "p{text-align:left;text-indent:0;margin-bottom:.5em}", p => { p.Strip(2); p.Grid("2fr 1fr", () => { p.Long(2); p.Long(2); }, () => { p.Short(1); p.Short(1); }); }),
        ("crowded", ".grid{gap:4mm}article{margin-bottom:3mm}.columns{column-gap:1em;margin-top:1mm}h1{font-size:15pt}", p => { p.Strip(2); p.Grid("1fr 1fr 1fr", () => p.Long(2), () => p.Long(2), () => p.Long(2)); p.Grid("1fr 1fr 1fr 1fr", () => p.Short(1), () => p.Short(1), () => p.Short(1), () => p.Short(1)); p.Long(6); }),
    ];

    /// <param name="seed">0 is what the samples are printed with.</param>
    public static IReadOnlyList<PrintedPage> All(string set, int seed = 0, params string[] articles)
    {
        var all = articles.SelectMany(SampleArticle.Load).ToList();
        return [.. _designs.Select((d, i) => new NewspaperMaker($"{set}-{d.Name}", all, (100 * seed) + i + 7).Make(d.Draw, d.Style))];
    }

    private PrintedPage Make(Action<NewspaperMaker> draw, string style)
    {
        draw(this);
        return new(name, $$"""
            <!DOCTYPE html><html lang="zh"><meta charset="utf-8"><style>
            @page { size: 350mm 500mm; margin: 12mm }
            body { margin: 0; font-family: 'WenQuanYi Micro Hei'; font-size: 9pt; line-height: 1.45 }
            p { margin: 0; text-indent: 2em; text-align: justify }
            h1 { font-size: 19pt; line-height: 1.2; margin: 0; text-align: center; font-weight: normal }
            h3 { font-size: 12pt; line-height: 1.3; margin: 1mm 0; text-align: center; font-weight: normal }
            .lead h1 { font-size: 32pt } .lead h3 { font-size: 16pt }
            article { margin-bottom: 7mm } .columns { column-gap: 1.8em; margin-top: 2.5mm }
            .grid { display: grid; gap: 9mm }
            .plate { display: flex; justify-content: space-between; align-items: end; border-bottom: 2pt solid; margin-bottom: 5mm } .plate b { font-size: 46pt; font-weight: normal }
            .strip, .foot { display: flex; justify-content: space-between; border-bottom: 1pt solid; margin-bottom: 4mm; padding-bottom: 1mm }
            .photo { height: 38mm; background: #bbb } .caption { font-size: 7.5pt; text-indent: 0 }
            .ad { border: 3pt double; text-align: center; padding: 6mm; margin-bottom: 7mm } .ad b { font-size: 30pt; font-weight: normal } .ad p { text-indent: 0; text-align: center }
            .notice h1 { font-size: 12pt } .notice { font-size: 7.5pt } .credit { text-align: right } .by { text-indent: 0; text-align: center }
            {{style}}
            </style><body>{{_body}}</body></html>
            """, new() { Page = $"{name}.pdf", Bulletins = _expected });
    }

    private void Masthead(string paper, int page) => _body.Append(CultureInfo.InvariantCulture,
        $"<div class=plate><b>{paper}</b><span>2026年1月12日 星期一<br>农历乙巳年十一月廿四<br>国内统一连续出版物号 CN 99-0031 第{4000 + page}期 今日8版</span></div>");

    private void Strip(int page) => _body.Append(CultureInfo.InvariantCulture,
        $"<div class=strip><span>{page:00}</span><span>综合新闻</span><span>江城法治报 2026年1月12日 星期一 责编：洪波 版式：安澜</span></div>");

    private void Footer() => _body.Append("<div class=foot><span>社址：江城市滨河路18号 邮编：650000</span><span>新闻热线：0899-8123456 广告部：0899-8123457</span></div>");

    private void Rule() => _body.Append("<hr>");

    private void Advertisement() => _body.Append("<div class=ad><b>江城家具城 新春特卖</b><p>全场低至五折 地址：江城市人民路99号</p><p>订购电话：0899-8666666</p></div>");

    private void Grid(string columns, params Action[] cells)
    {
        _body.Append(CultureInfo.InvariantCulture, $"<div class=grid style='grid-template-columns:{columns}'>");
        foreach (var cell in cells)
        {
            _body.Append("<div class=cell>");
            cell();
            _body.Append("</div>");
        }

        _body.Append("</div>");
    }

    private void Long(int columns, string style = "", bool photo = false) => Article(_long.Dequeue(), columns, style, photo);

    private void Short(int columns) => Article(_short.Dequeue(), columns, "", false);

    private void Article(SampleArticle article, int columns, string style, bool photo)
    {
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
        var paragraphs = Paragraphs(article).ToList();
        if (photo)
            paragraphs.Insert(paragraphs.Count / 2, "<div class=photo></div><p class=caption>图为活动现场。 洪波 摄</p>");
        _body.Append(CultureInfo.InvariantCulture, $"<div class='{style}'><article><div class=heads>{Heads(article)}</div><div class=columns style='column-count:{columns}'>{string.Concat(paragraphs)}</div></article></div>");
    }

    private void Notice()
    {
        var notice = _notices.Dequeue();
        _expected.Add(new() { Title = notice.Title, Kind = "notice", Paragraphs = notice.Paragraphs });
        _body.Append(CultureInfo.InvariantCulture, $"<article class=notice><h1>{Html(notice.Title!)}</h1>{string.Concat(notice.Paragraphs.Select(p => $"<p>{Html(p)}</p>"))}</article>");
    }

    private static string Heads(SampleArticle article) =>
        (article.Kicker is { } kicker ? $"<h3>{Html(kicker)}</h3>" : "") + $"<h1>{Html(article.Title!)}</h1>" + (article.Subtitle is { } subtitle ? $"<h3>——{Html(subtitle)}</h3>" : "");

    private static IEnumerable<string> Paragraphs(SampleArticle article)
    {
        var head = (article.Dateline ?? "") + (article is { Byline: not null, BylinePlace: "head" } ? $"（{article.Byline}）" : article.Dateline is null ? "" : "　");
        if (article is { Byline: not null, BylinePlace: "line" })
            yield return $"<p class=by>{Html(article.Byline)}</p>";
        for (var i = 0; i < article.Paragraphs.Count; i++)
        {
            var end = i == article.Paragraphs.Count - 1 && article is { Byline: not null, BylinePlace: "end" } ? $"（{article.Byline}）" : "";
            yield return $"<p{(i == 0 ? " class=first" : "")}>{Html((i == 0 ? head : "") + article.Paragraphs[i] + end)}</p>";
        }

        if (article.Credit is { } credit)
            yield return $"<p class=credit>（{Html(credit)}）</p>";
    }

    /// <summary>News: sections with headings, lists and letters are the text pages' matter.</summary>
    private static bool IsPlain(SampleArticle article) => article is { IsNotice: false, Title: not null } && article.Paragraphs.All(p => p.Length >= 24);

    private static int Length(SampleArticle article) => article.Paragraphs.Sum(p => p.Length);

    private static string Html(string text) => WebUtility.HtmlEncode(text);

    private static Queue<SampleArticle> Shuffled(IEnumerable<SampleArticle> articles, int seed)
    {
        var all = articles.ToArray();
        new Random(seed).Shuffle(all);
        return new(all);
    }
}

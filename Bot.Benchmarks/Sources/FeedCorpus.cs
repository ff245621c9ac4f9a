using System.Globalization;
using System.Text;
using System.Text.Json;
using Bot.Sources;

namespace Bot.Benchmarks.Sources;

/// <summary>
/// Made-up feeds of the kinds that are published: RSS with escaped and with CDATA HTML, Atom, GBK, JSON, RSS whose HTML is nearly all markup
/// (tables, lists, pictures, styles, scripts), and now and then a very long one. The same for the same seed.
/// </summary>
internal static class FeedCorpus
{
    private const string Characters = "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严";

    public static readonly string[] Kinds = ["rss escaped", "rss cdata", "atom", "rss gbk", "json", "rss rich", "rss long"];

    private const int RichEvery = 11;
    private const int LongEvery = 400;
    private const int LongEntries = 3000;

    /// <summary>Which of <see cref="Kinds"/> the document of that number is.</summary>
    public static int KindOf(int number) => number % LongEvery == LongEvery - 1 ? 6 : number % RichEvery == RichEvery - 1 ? 5 : number % RichEvery % 5;

    /// <summary>About so many bytes in all, in documents of 20 to 60 entries, and some of 3,000.</summary>
    public static IReadOnlyList<Document> Make(int bytes, int seed = 7)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var random = new Random(seed);
        List<Document> documents = [];
        for (long total = 0; total < bytes;)
        {
            var content = KindOf(documents.Count) switch
            {
                0 => Encoding.UTF8.GetBytes(Rss(random, "utf-8", cdata: false)),
                1 => Encoding.UTF8.GetBytes(Rss(random, "utf-8", cdata: true)),
                2 => Encoding.UTF8.GetBytes(Atom(random)),
                3 => Encoding.GetEncoding("gb18030").GetBytes(Rss(random, "gbk", cdata: true)),
                4 => Json(random),
                5 => Encoding.UTF8.GetBytes(Rss(random, "utf-8", cdata: true, rich: true)),
                _ => Encoding.UTF8.GetBytes(Rss(random, "utf-8", cdata: true, entries: LongEntries)),
            };
            documents.Add(new Document { Location = $"https://c.example/{documents.Count}", Bytes = content, FetchedAt = DateTimeOffset.UnixEpoch });
            total += content.Length;
        }

        return documents;
    }

    private static string Rss(Random random, string encoding, bool cdata, bool rich = false, int? entries = null)
    {
        var feed = new StringBuilder($"<?xml version=\"1.0\" encoding=\"{encoding}\"?>\n<rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n<channel>\n<title>公报</title>\n<link>https://c.example/</link>\n<description>made up</description>\n");
        for (var i = entries ?? random.Next(20, 60); i > 0; i--)
        {
            var html = rich ? RichHtml(random) : Html(random);
            feed.Append(CultureInfo.InvariantCulture, $"<item>\n  <title>{Text(random, 12, 30)}</title>\n  <link>https://c.example/{random.Next()}?id=1&amp;page=2</link>\n  <guid isPermaLink=\"false\">c-{random.Next()}</guid>\n  <pubDate>Thu, 19 Nov 2026 10:20:00 +0800</pubDate>\n  <dc:creator>{Text(random, 2, 3)}</dc:creator>\n  <category>{Text(random, 2, 4)}</category>\n  <description>{Text(random, 40, 120)}</description>\n  <content:encoded>")
                .Append(cdata ? $"<![CDATA[{html}]]>" : html.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal))
                .Append("</content:encoded>\n</item>\n");
        }

        return feed.Append("</channel>\n</rss>\n").ToString();
    }

    private static string Atom(Random random)
    {
        var feed = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\">\n<title>公报</title>\n<id>urn:c</id>\n<link href=\"https://c.example/\"/>\n");
        for (var i = random.Next(20, 60); i > 0; i--)
        {
            feed.Append(CultureInfo.InvariantCulture, $"<entry>\n  <title>{Text(random, 12, 30)}</title>\n  <id>urn:c:{random.Next()}</id>\n  <link href=\"https://c.example/{random.Next()}\"/>\n  <published>2026-11-19T10:20:00+08:00</published>\n  <updated>2026-11-19T10:20:00+08:00</updated>\n  <author><name>{Text(random, 2, 3)}</name></author>\n  <category term=\"{Text(random, 2, 4)}\"/>\n  <summary>{Text(random, 40, 120)}</summary>\n  <content type=\"html\"><![CDATA[{Html(random)}]]></content>\n</entry>\n");
        }

        return feed.Append("</feed>\n").ToString();
    }

    private static byte[] Json(Random random)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartObject();
            writer.WriteString("version", "https://jsonfeed.org/version/1.1");
            writer.WriteString("title", "公报");
            writer.WriteStartArray("items");
            for (var i = random.Next(20, 60); i > 0; i--)
            {
                writer.WriteStartObject();
                writer.WriteString("id", $"c-{random.Next()}");
                writer.WriteString("url", $"https://c.example/{random.Next()}");
                writer.WriteString("title", Text(random, 12, 30));
                writer.WriteString("date_published", "2026-11-19T10:20:00+08:00");
                writer.WriteString("summary", Text(random, 40, 120));
                writer.WriteString("content_html", Html(random));
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return stream.ToArray();
    }

    private static string Html(Random random)
    {
        var html = new StringBuilder();
        for (var i = random.Next(3, 12); i > 0; i--)
        {
            html.Append("<p style=\"text-indent:2em\">").Append(Text(random, 40, 200)).Append(random.Next(4) switch
            {
                0 => $"<a href=\"https://c.example/{random.Next()}\" target=\"_blank\">{Text(random, 4, 10)}</a>",
                1 => $"<strong>{Text(random, 4, 10)}</strong>&nbsp;",
                2 => "&ldquo;Court &amp; Procuratorate&rdquo;",
                _ => "",
            }).Append("</p>\n");
        }

        return html.ToString();
    }

    private static string RichHtml(Random random)
    {
        var html = new StringBuilder("<div class=\"TRS_Editor\"><style>.TRS_Editor P{line-height:1.5;}</style>\n");
        for (var i = random.Next(3, 12); i > 0; i--)
        {
            html.Append(random.Next(5) switch
            {
                0 => $"<table border=\"1\" cellspacing=\"0\"><tbody><tr><td width=\"120\" style=\"border:1px solid\">{Text(random, 2, 8)}</td><td colspan=\"2\">{Text(random, 2, 8)}</td></tr><tr><td>{random.Next(1000)}</td><td>&nbsp;</td><td>{Text(random, 2, 8)}</td></tr></tbody></table>",
                1 => $"<ul>\n  <li><span style=\"font-size:14px\">{Text(random, 5, 20)}</span></li>\n  <li><em>{Text(random, 5, 20)}</em></li>\n</ul>",
                2 => $"<p align=\"center\"><img src=\"/images/{random.Next()}.jpg\" width=\"600\" alt=\"{Text(random, 4, 8)}\" onerror=\"this.style.display='none'\"></p>",
                3 => $"<p>The <b>Court</b> of {random.Next(100)} members heard, on <i>Thursday</i>, the &quot;appeal&quot; &amp; adjourned it to <a href=\"/case/{random.Next()}\">{random.Next()}</a>.</p>",
                _ => $"<p style=\"text-indent:2em\"><span lang=\"EN-US\" style=\"font-family:'Times'\"><font face=\"宋体\">{Text(random, 10, 60)}</font></span><o:p></o:p></p>",
            }).Append('\n');
        }

        return html.Append("<script>count();</script></div>").ToString();
    }

    public static string Text(Random random, int least, int most)
    {
        var text = new StringBuilder();
        for (var i = random.Next(least, most); i > 0; i--)
        {
            text.Append(random.Next(16) == 0 ? '，' : Characters[random.Next(Characters.Length)]);
        }

        return text.ToString();
    }
}

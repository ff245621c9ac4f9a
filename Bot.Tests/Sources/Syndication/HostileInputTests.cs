using System.Text;
using Bot.Sources;
using Bot.Sources.Syndication;
using Bot.Sources.WebPages;

namespace Bot.Tests.Sources.Syndication;

/// <summary>Damaged and hostile documents end in entries, warnings or an error, and never in an exception. The same seed, so a finding can be repeated.</summary>
public sealed class HostileInputTests
{
    private static readonly string[] _good =
    [
        "<?xml version='1.0' encoding='utf-8'?><rss version='2.0' xmlns:content='http://purl.org/rss/1.0/modules/content/' xmlns:dc='http://purl.org/dc/elements/1.1/'><channel><title>北岭</title><ttl>60</ttl><item><title>A &amp; B</title><link>https://c.example/1</link><guid isPermaLink='false'>1</guid><pubDate>Thu, 19 Nov 2026 10:20:00 GMT</pubDate><dc:creator>王五</dc:creator><description>&lt;p&gt;一&lt;/p&gt;</description><content:encoded><![CDATA[<p>一<a href='/x'>二</a></p><script>x</script>]]></content:encoded></item></channel></rss>",
        "<feed xmlns='http://www.w3.org/2005/Atom' xml:base='https://c.example/'><title type='html'>t &amp;lt;</title><entry><id>urn:1</id><title type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>x<b>y</b></div></title><link rel='alternate' href='a'/><author><name>n</name></author><updated>2026-11-19T10:20:00Z</updated><content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>x &#x4e2d; y</p></div></content><category term='c'/></entry></feed>",
        "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'><channel rdf:about='x'><title>t</title></channel><item rdf:about='https://c.example/1'><title>a</title><description>d</description></item></rdf:RDF>",
        "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"t\",\"items\":[{\"id\":\"1\",\"title\":\"a\\u4e2d\\ud800\",\"content_html\":\"<p>x</p>\",\"date_published\":\"2026-11-19T10:20:00Z\",\"authors\":[{\"name\":\"n\"}],\"tags\":[\"x\"]}]}",
        "<html><head><meta charset='gbk'><title>t</title></head><body><ul class='l'><li><a href='/1'>title one here</a><span>2026-11-19</span></li></ul></body></html>",
    ];

    private static readonly string[] _pieces = ["<", ">", "&", "]]>", "<![CDATA[", "<!--", "<!DOCTYPE x [", "&#x0;", "&#999999999;", "&nbsp", "\0", "\"", "'", "/>", "</", "<item>", "</item>", "<entry>", "<p", "xml:base='::'", "\uFEFF", "\u0085", "{", "}", "[", "\\u", "<?xml version='1.0' encoding='utf-16'?>", "<script>", "://", "<a href='http://['>", "99999-99-99"];

    [Fact]
    public void No_damage_ends_in_an_exception()
    {
        var random = new Random(20261124);
        var readers = new DocumentReaders([new SyndicationReader()]);
        var webpage = new SourceDefinition { Id = "s", Name = "s", Kind = SourceKind.Webpage, Location = "x", Selectors = new Dictionary<string, string> { ["item"] = "li", ["date"] = "span" } };
        for (var round = 0; round < 3000; round++)
        {
            var bytes = Damaged(Encoding.UTF8.GetBytes(_good[round % _good.Length]), random);
            var document = new Document { Location = "https://c.example/feed", Bytes = bytes, Charset = random.Next(4) == 0 ? "gbk" : null, FetchedAt = DateTimeOffset.UnixEpoch };
            try
            {
                var result = readers.Read(document, TestContext.Current.CancellationToken);
                Assert.All(result.Entries, e => Assert.NotEmpty(e.Key));
                Assert.DoesNotContain(result.Entries, e => e.Html?.Contains("<script", StringComparison.OrdinalIgnoreCase) == true);
                WebPageReader.Read(document, webpage, TestContext.Current.CancellationToken);
                PageProposal.Of(document);
            }
            catch (Exception e) when (e is not Xunit.Sdk.XunitException)
            {
                Assert.Fail($"Round {round}: {e}\n{Convert.ToBase64String(bytes)}");
            }
        }
    }

    private static byte[] Damaged(byte[] bytes, Random random)
    {
        List<byte> damaged = [.. bytes];
        for (var i = random.Next(1, 6); i > 0 && damaged.Count > 2; i--)
        {
            var at = random.Next(damaged.Count);
            switch (random.Next(6))
            {
                case 0:
                    damaged[at] = (byte)random.Next(256);
                    break;
                case 1:
                    damaged.RemoveRange(at, Math.Min(random.Next(1, 20), damaged.Count - at));
                    break;
                case 2:
                    damaged.InsertRange(at, Encoding.UTF8.GetBytes(_pieces[random.Next(_pieces.Length)]));
                    break;
                case 3:
                    damaged.RemoveRange(at, damaged.Count - at);
                    break;
                case 4:
                    damaged.InsertRange(at, damaged.GetRange(0, Math.Min(damaged.Count, random.Next(1, 60))));
                    break;
                default:
                    (damaged[at], damaged[0]) = (damaged[0], damaged[at]);
                    break;
            }
        }

        return [.. damaged];
    }
}

using Bot.Sources.Markup;

namespace Bot.Tests.Sources.Markup;

public sealed class HtmlCleanerTests
{
    [Theory]
    [InlineData("<script>alert(1)</script>ok", "ok")]
    [InlineData("<ScRiPt>alert(1)</sCrIpT >ok", "ok")]
    [InlineData("<script>alert(1)", null)]
    [InlineData("<p onclick='x()' style='color:red' class='c' id='i'>ok</p>", "<p>ok</p>")]
    [InlineData("<a href='javascript:alert(1)'>ok</a>", "<a>ok</a>")]
    [InlineData("<a href=' java\nscript:alert(1)'>ok</a>", "<a>ok</a>")]
    [InlineData("<a href='&#106;avascript:alert(1)'>ok</a>", "<a>ok</a>")]
    [InlineData("<a href='data:text/html,x'>ok</a>", "<a>ok</a>")]
    [InlineData("<a href='vbscript:x'>ok</a>", "<a>ok</a>")]
    [InlineData("<a href='https://c.example/\" onmouseover=\"x'>ok</a>", "<a href=\"https://c.example/&quot; onmouseover=&quot;x\" rel=\"noopener noreferrer\">ok</a>")]
    [InlineData("<img src=x onerror=alert(1)>ok", "ok")]
    [InlineData("<img src='https://c.example/p.gif' width=1 height=1>ok", "ok")]
    [InlineData("<img src='data:image/png;base64,AA'>ok", "ok")]
    [InlineData("<iframe src='https://c.example'></iframe>ok", "ok")]
    [InlineData("<object><embed src=x></object>ok", "ok")]
    [InlineData("<style>p{}</style>ok", "ok")]
    [InlineData("<svg><script>x</script></svg>ok", "ok")]
    [InlineData("<!-- <script>x</script> -->ok", "ok")]
    [InlineData("<!doctype html><?php x ?>ok", "ok")]
    [InlineData("&lt;script&gt;x&lt;/script&gt;ok", "&lt;script&gt;x&lt;/script&gt;ok")]
    [InlineData("<p>unclosed <b>bold", "<p>unclosed <b>bold</b></p>")]
    [InlineData("</div></p>ok", "ok")]
    [InlineData("<b><i>x</b></i>y", "<b><i>x</i></b>y")]
    [InlineData("<custom-tag>ok</custom-tag>", "ok")]
    [InlineData("<o:p>ok</o:p>", "<p>ok</p>")]
    [InlineData("a < b", "a &lt; b")]
    [InlineData("<王某>ok", "&lt;王某&gt;ok")]
    [InlineData("<p>one<p>two", "<p>one</p><p>two</p>")]
    [InlineData("<a title=\"x>y\" href=\"https://c.example/\">ok</a>", "<a href=\"https://c.example/\" rel=\"noopener noreferrer\">ok</a>")]
    [InlineData("<td colspan=2 rowspan='9999'>x</td>", "<td colspan=\"2\">x</td>")]
    [InlineData("<a href=\"https://c.example/?a=1&b=2&copy=3\">x</a>", "<a href=\"https://c.example/?a=1&amp;b=2&amp;copy=3\" rel=\"noopener noreferrer\">x</a>")]
    public void Only_harmless_html_is_left(string html, string? clean) => Assert.Equal(clean, new HtmlCleaner().Clean(html, null).Html);

    [Theory]
    [InlineData("<p>One</p>\n<p>Two</p>", "One|Two")]
    [InlineData("One<br>Two<br/><br />Three", "One|Two|Three")]
    [InlineData("<div>One<div>Two</div>Three</div>", "One|Two|Three")]
    [InlineData("<ul><li>One<li>Two</ul>", "One|Two")]
    [InlineData("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a b|c")]
    [InlineData("<p>　　首行缩进</p>", "首行缩进")]
    [InlineData("<p>法院\n  通报</p>", "法院通报")]
    [InlineData("<p>two\n  words</p>", "two words")]
    [InlineData("<p>a&nbsp;&nbsp;b</p>", "a b")]
    [InlineData("<p>&nbsp;</p><p>x</p>", "x")]
    [InlineData("<p>a&ldquo;b&rdquo;&hellip;</p>", "a“b”…")]
    [InlineData("x<script>y</script>z", "xz")]
    [InlineData("<p>a<!-- b -->c</p>", "ac")]
    [InlineData("<p>&unknown; &amp;amp;</p>", "&unknown; &amp;")]
    [InlineData("<h1>Head</h1>Body", "Head|Body")]
    public void Paragraphs_are_what_a_reader_sees(string html, string paragraphs) => Assert.Equal(paragraphs, string.Join('|', new HtmlCleaner().Clean(html, null).Paragraphs));

    [Fact]
    public void Hostile_nesting_costs_no_more_than_its_length()
    {
        var deep = string.Concat(Enumerable.Repeat("<div><b>", 200_000));
        var clean = new HtmlCleaner().Clean(deep + "x", null);
        Assert.Equal("x", Assert.Single(clean.Paragraphs));
    }
}

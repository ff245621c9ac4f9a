using System.Text;
using System.Xml;
using Bot.Sources.Opml;

namespace Bot.Tests.Sources.Opml;

public sealed class OpmlFileTests
{
    private const string Opml = """
        <opml version="1.0"><body>
          <outline text="Courts"><outline type="rss" text="High Court &amp;amp; Co" xmlUrl="https://c.example/feed"/><outline title="法院" xmlurl="https://d.example/rss?utm_source=x"/></outline>
          <outline text="Again" xmlUrl="https://C.example/feed#x"/>
          <outline text="No feed" htmlUrl="https://e.example/"/>
          <outline text="Bad" xmlUrl="javascript:alert(1)"/>
        </body></opml>
        """;

    [Fact]
    public void Feeds_of_all_folders_are_read_once_with_ids_of_their_own()
    {
        var sources = OpmlFile.Read(Stream(Opml), ["high-court-co"]);
        Assert.Equal(["high-court-co-2", "d-example"], sources.Select(s => s.Id));
        Assert.Equal(["High Court & Co", "法院"], sources.Select(s => s.Name));
    }

    [Fact]
    public void What_is_written_is_read_again()
    {
        var sources = OpmlFile.Read(Stream(Opml), []);
        Assert.Equal(sources.Select(s => s.Location), OpmlFile.Read(Stream(OpmlFile.Write(sources, "Faxun")), []).Select(s => s.Location));
    }

    [Theory]
    [InlineData("<rss/>")]
    [InlineData("nonsense")]
    [InlineData("<!DOCTYPE x [<!ENTITY a 'b'>]><opml><body><outline text='&a;'/></body></opml>")]
    public void What_is_no_opml_says_so(string text) => Assert.ThrowsAny<XmlException>(() => OpmlFile.Read(Stream(text), []));

    private static MemoryStream Stream(string text) => new(Encoding.UTF8.GetBytes(text));
}

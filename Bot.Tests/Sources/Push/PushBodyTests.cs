using System.Text;
using Bot.Sources.Push;

namespace Bot.Tests.Sources.Push;

public sealed class PushBodyTests
{
    [Theory]
    [InlineData("""{"id":"1","title":"标题","text":"第一段\n\n第二段","published":"2026-11-20 09:00","tags":["法院","法院"]}""")]
    [InlineData("""[{"id":"1","title":"标题","html":"<p>第一段</p><script>x</script><p>第二段</p>","published":"2026年11月20日 9:00","tags":["法院"]}]""")]
    public void One_bulletin_or_a_list_becomes_entries(string json)
    {
        var entry = Assert.Single(Assert.IsType<PushBody.Accepted>(Read(json)).Entries);
        Assert.Equal(("1", "标题"), (entry.Key, entry.Title));
        Assert.Equal(["第一段", "第二段"], entry.Paragraphs);
        Assert.Equal(["法院"], entry.Tags);
        Assert.Equal(new DateTimeOffset(2026, 11, 20, 1, 0, 0, TimeSpan.Zero), entry.Published);
    }

    [Theory]
    [InlineData("""[{"title":"a"},{"id":"2"}]""", 1, "title")]
    [InlineData("""[{"title":"a","link":"javascript:x"}]""", 0, "link")]
    [InlineData("""[{"title":"a","published":"soon"}]""", 0, "published")]
    [InlineData("""[null]""", 0, "title")]
    [InlineData("""[]""", -1, "list of 1")]
    [InlineData("""{"title":""", -1, "JSON")]
    [InlineData("""{"title":5}""", -1, "JSON")]
    [InlineData("""7""", -1, "list of 1")]
    public void All_are_taken_or_none_and_each_fault_is_named(string json, int index, string says)
    {
        var fault = Assert.Single(Assert.IsType<PushBody.Refused>(Read(json)).Faults);
        Assert.Equal(index, fault.Index);
        Assert.Contains(says, fault.Message.ToString(), StringComparison.Ordinal);
    }

    private static PushBody Read(string json) => PushBody.Read(Encoding.UTF8.GetBytes(json), TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"));
}

using System.Text;
using Bot.Sources.Decoding;

namespace Bot.Tests.Sources.Decoding;

public sealed class EncodingTests
{
    private const string Chinese = "北岭市人民法院发布未成年人保护典型案例，镕基";

    private static string Feed(string title, string? declared) =>
        $"<?xml version='1.0'{(declared is null ? "" : $" encoding='{declared}'")}?><rss version='2.0'><channel><title>t</title><item><title>{title}</title></item></channel></rss>";

    [Theory]
    [InlineData("gb18030", "gb18030", null, "gb18030")]
    [InlineData("gb18030", "GBK", null, "gb18030")]
    [InlineData("gb18030", "gb2312", null, "gb18030")]
    [InlineData("gb18030", "x-gbk", null, "gb18030")]
    [InlineData("gb18030", null, "gbk", "gb18030")]
    [InlineData("gb18030", null, null, "gb18030")]
    [InlineData("gb18030", "utf-8", null, "gb18030")]
    [InlineData("gb18030", "utf-8", "gb2312", "gb18030")]
    [InlineData("gb18030", "iso-8859-1", null, "gb18030")]
    [InlineData("utf-8", "gb2312", null, "utf-8")]
    [InlineData("utf-8", "utf-8", "gbk", "utf-8")]
    [InlineData("utf-8", null, "iso-8859-1", "utf-8")]
    [InlineData("utf-8", "utf-16", null, "utf-8")]
    [InlineData("utf-8", "no-such-encoding", null, "utf-8")]
    [InlineData("utf-16", "utf-16", null, "utf-16")]
    [InlineData("utf-16be", "utf-16", null, "utf-16be")]
    [InlineData("utf-16", "utf-8", null, "utf-16")]
    [InlineData("utf-32", "utf-32", null, "utf-32")]
    public void Chinese_is_read_whatever_the_feed_and_the_server_claim(string real, string? declared, string? header, string read)
    {
        var result = Feeds.Read(Feed(Chinese, declared), real, header);
        Assert.Equal(Chinese, Assert.Single(result.Entries).Title);
        Assert.Equal(read, result.Encoding);
    }

    [Theory]
    [InlineData("big5", "北嶺市人民法院發布未成年人保護案例")]
    [InlineData("shift_jis", "裁判所が判決を言い渡した")]
    [InlineData("euc-jp", "裁判所が判決を言い渡した")]
    [InlineData("iso-2022-jp", "裁判所が判決を言い渡した")]
    [InlineData("euc-kr", "법원이 판결을 선고했다")]
    [InlineData("windows-1251", "Суд вынес решение")]
    [InlineData("koi8-r", "Суд вынес решение")]
    [InlineData("windows-1252", "Le tribunal a jugé — « enfin »")]
    [InlineData("iso-8859-1", "Le tribunal a jugé")]
    [InlineData("iso-8859-2", "Sąd wydał wyrok")]
    [InlineData("iso-8859-15", "10 € über")]
    [InlineData("windows-1250", "Sąd wydał wyrok")]
    [InlineData("windows-1253", "Το δικαστήριο αποφάσισε")]
    [InlineData("windows-1254", "Mahkeme kararını açıkladı ğ")]
    [InlineData("windows-1255", "בית המשפט")]
    [InlineData("windows-1256", "المحكمة")]
    [InlineData("windows-874", "ศาล")]
    [InlineData("tis-620", "ศาล")]
    [InlineData("macintosh", "Le tribunal a jugé")]
    [InlineData("ibm866", "Суд вынес решение")]
    [InlineData("cp1251", "Суд вынес решение")]
    [InlineData("cp858", "10 € über")]
    [InlineData("cp437", "über")]
    [InlineData("cp862", "בית")]
    [InlineData("iso8859_5", "Суд вынес решение")]
    [InlineData("mac_cyrillic", "Суд вынес решение")]
    [InlineData("johab", "법원")]
    [InlineData("cspc862latinhebrew", "בית")]
    [InlineData("cp1125", "Суд вынес решение")]
    [InlineData("IBM037", "The court ruled")]
    public void A_declared_encoding_is_used(string encoding, string title)
    {
        var result = Feeds.Read(Feed(title, encoding), encoding);
        Assert.Equal(title, Assert.Single(result.Entries).Title);
        Assert.Empty(result.Warnings);
    }

    [Theory]
    [InlineData("utf-8", "gb2312")]
    [InlineData("utf-16", "gb2312")]
    [InlineData("utf-16be", "gb2312")]
    [InlineData("utf-32", "gb2312")]
    public void A_byte_order_mark_counts_more_than_any_claim(string encoding, string declared)
    {
        var real = EncodingNames.Find(encoding)!;
        byte[] bytes = [.. Encoding.GetEncoding(real.WebName).GetPreamble(), .. real.GetBytes(Feed(Chinese, declared))];
        var result = Feeds.Read(bytes, "gbk");
        Assert.Equal(Chinese, Assert.Single(result.Entries).Title);
        Assert.Empty(result.Warnings);
    }

    [Theory]
    [InlineData("big5", "北嶺市人民法院發布未成年人保護典型案例，並就司法行政機關公開聽證會作出說明")]
    [InlineData("gb18030", "北岭市人民法院发布未成年人保护典型案例，并就司法行政机关公开听证会作出说明")]
    [InlineData("shift_jis", "裁判所は本日、行政機関の決定について新しい判決を言い渡した。これは重要な判断です。")]
    [InlineData("euc-kr", "법원은 오늘 행정기관의 결정에 대하여 새로운 판결을 선고하였다. 이것은 중요한 판단이다.")]
    [InlineData("windows-1251", "Верховный суд сегодня вынес решение по делу о защите несовершеннолетних и опубликовал его")]
    public void An_encoding_that_nobody_names_is_found_out(string encoding, string title)
    {
        var result = Feeds.Read(Feed(title, null), encoding);
        Assert.Equal(title, Assert.Single(result.Entries).Title);
        Assert.Contains(result.Warnings, w => w.ToString().Contains("looks like", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("utf-8", "Harbour café")]
    [InlineData("utf-8", "Harbour — office")]
    [InlineData("windows-1252", "Harbour café")]
    public void One_letter_tells_utf_8_from_a_western_encoding(string real, string title) =>
        Assert.Equal(title, Assert.Single(Feeds.Read($"<?xml version='1.0' encoding='iso-8859-1'?><rss version='2.0'><channel><item><title>{title}</title></item></channel></rss>", real).Entries).Title);

    [Fact]
    public void A_lie_is_named_in_a_warning() =>
        Assert.Contains(Feeds.Read(Feed(Chinese, "utf-8"), "gb18030").Warnings, w => w.ToString().Contains("utf-8", StringComparison.Ordinal));

    [Fact]
    public void A_broken_byte_does_not_turn_a_utf8_feed_into_another_encoding()
    {
        var bytes = Encoding.UTF8.GetBytes(Feed(string.Concat(Enumerable.Repeat(Chinese, 20)) + "|", "utf-8"));
        bytes[Array.IndexOf(bytes, (byte)'|')] = 0xFF;
        var result = Feeds.Read(bytes);
        Assert.Equal("utf-8", result.Encoding);
        Assert.StartsWith(Chinese, Assert.Single(result.Entries).Title, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("utf-8", "utf-8")]
    [InlineData("utf-16", "utf-16")]
    [InlineData("gb18030", "gb18030")]
    public void Json_is_utf8_unless_its_bytes_say_otherwise(string encoding, string read)
    {
        var result = Feeds.Read($"{{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[{{\"id\":\"1\",\"title\":\"{Chinese}\"}}]}}", encoding);
        Assert.Equal((Chinese, read), (Assert.Single(result.Entries).Title, result.Encoding));
    }
}

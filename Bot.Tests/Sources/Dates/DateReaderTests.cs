using System.Globalization;
using Bot.Sources.Dates;

namespace Bot.Tests.Sources.Dates;

public sealed class DateReaderTests
{
    private static readonly TimeZoneInfo _shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    [Theory]
    [InlineData("Thu, 01 Jan 2004 19:48:21 GMT", "2004-01-01T19:48:21Z")]
    [InlineData("Thu, 1 Jan 2004 19:48:21 +0800", "2004-01-01T11:48:21Z")]
    [InlineData("01 Jan 2004 19:48:21 GMT", "2004-01-01T19:48:21Z")]
    [InlineData("Thu, 01 Jan 04 19:48:21 GMT", "2004-01-01T19:48:21Z")]
    [InlineData("Thu, 01 Jan 2004 19:48 GMT", "2004-01-01T19:48:00Z")]
    [InlineData("Thu, 01 Jan 2004", "2004-01-01T00:00:00+08:00")]
    [InlineData("Thursday, 01 January 2004 19:48:21 GMT", "2004-01-01T19:48:21Z")]
    [InlineData("Thu,01 Jan 2004 19:48:21 GMT", "2004-01-01T19:48:21Z")]
    [InlineData("Thu 01 Jan 2004 19:48:21 GMT", "2004-01-01T19:48:21Z")]
    [InlineData("Thu, Jan 01 2004 19:48:21 GMT", "2004-01-01T19:48:21Z")]
    [InlineData("Thu, 01 Jan 2004 19:48:21 EST", "2004-01-02T00:48:21Z")]
    [InlineData("Thu, 01 Jan 2004 19:48:21 PDT", "2004-01-02T02:48:21Z")]
    [InlineData("Thu, 01 Jan 2004 19:48:21 Z", "2004-01-01T19:48:21Z")]
    [InlineData("Thu, 01 Jan 2004 19:48:21 UT", "2004-01-01T19:48:21Z")]
    [InlineData("Thu, 01 Jan 2004 19:48:21 GMT+0800", "2004-01-01T11:48:21Z")]
    [InlineData("Thu, 01 Jan 2004 19:48:21 UTC+8", "2004-01-01T11:48:21Z")]
    [InlineData("Thu, 01 Jan 2004 19:48:21 +08:00", "2004-01-01T11:48:21Z")]
    [InlineData("Thu, 01 Jan 2004 19:48:21 +0000 (UTC)", "2004-01-01T19:48:21Z")]
    [InlineData("Thu, 01-Jan-2004 19:48:21 GMT", "2004-01-01T19:48:21Z")]
    [InlineData("Thu, 31 Dec 2003 24:00:00 GMT", "2004-01-01T00:00:00Z")]
    [InlineData("Wed, 31 Dec 2003 23:59:60 GMT", "2003-12-31T23:59:59Z")]
    [InlineData("Thu Jan  1 19:48:21 2004", "2004-01-01T19:48:21+08:00")]
    [InlineData("Thu Jan 01 19:48:21 GMT 2004", "2004-01-01T19:48:21Z")]
    [InlineData("2003-12-31T10:14:55Z", "2003-12-31T10:14:55Z")]
    [InlineData("2003-12-31T10:14:55-08:00", "2003-12-31T18:14:55Z")]
    [InlineData("2003-12-31T10:14:55.25+0800", "2003-12-31T02:14:55.25Z")]
    [InlineData("2003-12-31T10:14Z", "2003-12-31T10:14:00Z")]
    [InlineData("2003-12-31T10:14:55", "2003-12-31T10:14:55+08:00")]
    [InlineData("2003-12-31 10:14:55", "2003-12-31T10:14:55+08:00")]
    [InlineData("2003-12-31 10:14:55.0", "2003-12-31T10:14:55+08:00")]
    [InlineData("2003-12-31 10:14:55 +0800", "2003-12-31T10:14:55+08:00")]
    [InlineData("2003-12-31 10:14:55 UTC", "2003-12-31T10:14:55Z")]
    [InlineData("2003-12-31", "2003-12-31T00:00:00+08:00")]
    [InlineData("2003-12", "2003-12-01T00:00:00+08:00")]
    [InlineData("2003", "2003-01-01T00:00:00+08:00")]
    [InlineData("20031231", "2003-12-31T00:00:00+08:00")]
    [InlineData("20031231T101455Z", "2003-12-31T10:14:55Z")]
    [InlineData("2003-365", "2003-12-31T00:00:00+08:00")]
    [InlineData("2003/12/31 10:14", "2003-12-31T10:14:00+08:00")]
    [InlineData("2003.12.31", "2003-12-31T00:00:00+08:00")]
    [InlineData("2024-6-3 9:05", "2024-06-03T09:05:00+08:00")]
    [InlineData("2024年6月3日 09:05", "2024-06-03T09:05:00+08:00")]
    [InlineData("2024年06月03日09时05分", "2024-06-03T09:05:00+08:00")]
    [InlineData("2024年6月3日 星期一 下午3:05", "2024-06-03T15:05:00+08:00")]
    [InlineData("2024年6月3日下午3时5分", "2024-06-03T15:05:00+08:00")]
    [InlineData("2024年6月3日", "2024-06-03T00:00:00+08:00")]
    [InlineData("２０２４年６月３日", "2024-06-03T00:00:00+08:00")]
    [InlineData("二〇二四年六月十三日", "2024-06-13T00:00:00+08:00")]
    [InlineData("二〇二四年十二月三十一日", "2024-12-31T00:00:00+08:00")]
    [InlineData("发布时间：2024-06-03 09:05:00", "2024-06-03T09:05:00+08:00")]
    [InlineData("2004년 05월 28일  오후 01:31:15", "2004-05-28T13:31:15+08:00")]
    [InlineData("Jan 1, 2004 7:48 PM", "2004-01-01T19:48:00+08:00")]
    [InlineData("January 1st, 2004", "2004-01-01T00:00:00+08:00")]
    [InlineData("01/31/2004 19:48", "2004-01-31T19:48:00+08:00")]
    [InlineData("31.01.2004 19:48", "2004-01-31T19:48:00+08:00")]
    [InlineData("1 März 2004", "2004-03-01T00:00:00+08:00")]
    [InlineData("mar., 02 juin 2009 19:48:21 +0200", "2009-06-02T17:48:21Z")]
    [InlineData("2 mars 2009", "2009-03-02T00:00:00+08:00")]
    [InlineData("20240603090500", "2024-06-03T09:05:00+08:00")]
    [InlineData("2024-006-03T09:05:00Z", "2024-06-03T09:05:00Z")]
    [InlineData("2008-02-20T8:05:00-010:00", "2008-02-20T18:05:00Z")]
    [InlineData("Mon, 03 Jun 2024 09:05:00 AT", "2024-06-03T13:05:00Z")]
    [InlineData("2024年6月3日 09:05 北京时间", "2024-06-03T09:05:00+08:00")]
    [InlineData("（2024-06-03）", "2024-06-03T00:00:00+08:00")]
    [InlineData("中華民國113年6月3日", "2024-06-03T00:00:00+08:00")]
    [InlineData("令和6年6月3日", "2024-06-03T00:00:00+08:00")]
    [InlineData("240603", "2024-06-03T00:00:00+08:00")]
    [InlineData("24155", "2024-06-03T00:00:00+08:00")]
    [InlineData("-2406", "2024-06-01T00:00:00+08:00")]
    [InlineData("-24-06", "2024-06-01T00:00:00+08:00")]
    [InlineData("2024-W23-1", "2024-06-03T00:00:00+08:00")]
    [InlineData("2024W237", "2024-06-09T00:00:00+08:00")]
    [InlineData("2024-W23", "2024-06-03T00:00:00+08:00")]
    [InlineData("06/03/24", "2024-06-03T00:00:00+08:00")]
    [InlineData("23/06/24", "2024-06-23T00:00:00+08:00")]
    [InlineData("June 3, 2024, 9:05 p.m.", "2024-06-03T21:05:00+08:00")]
    [InlineData("June 3, 2024, 12:05 A.M.", "2024-06-03T00:05:00+08:00")]
    [InlineData("Fri, 31 Jun 2024 09:05:00 GMT", "2024-07-01T09:05:00Z")]
    [InlineData("Fri, 03 Jun 2024 09:05:00 America/New_York", "2024-06-03T13:05:00Z")]
    [InlineData("Wed, 03 Jan 2024 09:05:00 America/New_York", "2024-01-03T14:05:00Z")]
    [InlineData("2024-06-03 09:05 Europe/Berlin", "2024-06-03T07:05:00Z")]
    [InlineData("Mon, 03 Jun 2024 09:05:00 BRT", "2024-06-03T12:05:00Z")]
    [InlineData("Mon, 03 Jun 2024 09:05:00 NPT", "2024-06-03T03:20:00Z")]
    [InlineData("1072986501", "2004-01-01T19:48:21Z")]
    [InlineData("1072986501000", "2004-01-01T19:48:21Z")]
    public void A_date_is_read_in_every_form_found_in_the_wild(string text, string moment) =>
        Assert.Equal(DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture), DateReader.Read(text, _shanghai));

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("yesterday")]
    [InlineData("2003-13-31")]
    [InlineData("2003-02-30")]
    [InlineData("Thu, 99 Jan 2004 00:00:00 GMT")]
    [InlineData("Thu, 32 Jan 2004 00:00:00 GMT")]
    [InlineData("2024-W54-1")]
    [InlineData("2024-W23-8")]
    [InlineData("241303")]
    [InlineData("24399")]
    [InlineData("0000-00-00 00:00:00")]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("99999999999999999999")]
    public void What_is_no_date_is_none(string text) => Assert.Null(DateReader.Read(text, _shanghai));

    [Fact]
    public void Cst_is_china_s_time_in_chinese_text_and_chicago_s_elsewhere()
    {
        const string Java = "Mon Jun 03 09:05:00 CST 2024";
        Assert.Equal(new(2024, 6, 3, 1, 5, 0, TimeSpan.Zero), DateReader.Read(Java, _shanghai, chinese: true));
        Assert.Equal(new(2024, 6, 3, 15, 5, 0, TimeSpan.Zero), DateReader.Read(Java, _shanghai, chinese: false));
    }

    [Fact]
    public void A_zoneless_date_is_at_home_where_its_source_is()
    {
        var berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
        Assert.Equal(new(2024, 7, 1, 7, 0, 0, TimeSpan.Zero), DateReader.Read("2024-07-01 09:00", berlin));
        Assert.Equal(new(2024, 1, 1, 8, 0, 0, TimeSpan.Zero), DateReader.Read("2024-01-01 09:00", berlin));
    }
}

using Bot.Bulletins.Facts;
using Bot.Texts;

namespace Bot.Tests.Bulletins.Facts;

public sealed class RemindersTests
{
    private static readonly TimeZoneInfo _shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
    private static readonly DateTimeOffset _now = new(2024, 5, 30, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_reminder_is_due_in_the_morning_so_many_days_before_the_date()
    {
        var reminder = Assert.Single(Reminders.Of(Facts("现公开征求意见，意见反馈截止日期为2024年6月28日。"), 3, _shanghai, _now));
        Assert.Equal((FactKind.CommentsUntil, new DateOnly(2024, 6, 28), new DateTimeOffset(2024, 6, 25, 1, 0, 0, TimeSpan.Zero)), (reminder.Kind, reminder.Date, reminder.DueAt));
    }

    [Fact]
    public void A_reminder_moves_with_the_date_and_vanishes_with_the_text()
    {
        var before = Reminders.Of(Facts("本办法自2024年7月1日起施行。"), 3, _shanghai, _now);
        var after = Reminders.Of(Facts("本办法自2024年8月1日起施行。"), 3, _shanghai, _now);
        Assert.Equal(31, (after.Single().DueAt - before.Single().DueAt).Days);
        Assert.Empty(Reminders.Of([], 3, _shanghai, _now));
    }

    [Fact]
    public void What_is_past_or_only_published_reminds_of_nothing() =>
        Assert.Empty(Reminders.Of(Facts("昨日，青禾市司法局发布《办法》，自2024年6月1日起施行。"), 3, _shanghai, _now));

    [Theory]
    [InlineData("本办法自2024年7月1日起施行。", "施行：2024年7月1日", "In force: 1 July 2024")]
    [InlineData("罚款10.68万元。", "金额：CNY 106,800", "Amount: CNY 106,800")]
    public void Facts_are_said_in_the_chats_language(string text, string zh, string en)
    {
        var fact = Assert.Single(Facts(text));
        Assert.Equal(zh, FactLabels.Say(fact, Language.Zh));
        Assert.Equal(en, FactLabels.Say(fact, Language.En));
    }

    [Fact]
    public void Every_kind_of_fact_has_a_name_in_both_languages() =>
        Assert.All(Enum.GetValues<FactKind>(), k => Assert.NotEqual(FactLabels.Label(k, Language.Zh), FactLabels.Label(k, Language.En)));

    private static IReadOnlyList<Fact> Facts(string text) => FactReader.Read(new FactInput(null, [text], new DateOnly(2024, 5, 30)));
}

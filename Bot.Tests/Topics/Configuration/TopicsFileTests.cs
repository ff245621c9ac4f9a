using Bot.Texts;
using Bot.Topics;

namespace Bot.Tests.Topics.Configuration;

public sealed class TopicsFileTests
{
    [Fact]
    public void A_good_file_gives_its_topics_in_order()
    {
        var topics = Assert.IsType<TopicsFileResult.Loaded>(Parse("""
            topics:
              - { id: b, name: { zh: 乙, en: B }, rule: 律师, priority: urgent }
              - id: a
                name: { zh: 甲, en: A }
                rule: topic:b NOT 广告
            """)).Topics;
        Assert.Equal([("b", TopicPriority.Urgent), ("a", TopicPriority.Normal)], topics.Select(t => (t.Id, t.Priority)));
    }

    [Theory]
    [InlineData("rule: 律师 OR OR 准入", 4, 17)]
    [InlineData("rule: '律师 OR OR 准入'", 4, 18)]
    [InlineData("rule: '说''好'' OR OR 准入'", 4, 22)]
    [InlineData("rule: \"\\\"律师\\\" OR OR 准入\"", 4, 22)]
    [InlineData("rule: |\n      律师\n      OR OR 准入", 6, 10)]
    [InlineData("rule: >- # folded\n      律师\n\n      OR OR 准入", 7, 10)]
    [InlineData("rule: 律师\n      OR OR 准入", 5, 10)]
    [InlineData("rule: >-\n      律师 OR", 5, 12)]
    [InlineData("rule: >-\n      律师 topic:nobody", 5, 10)]
    [InlineData("rule: 律师\n    colour: red", 5, 5)]
    [InlineData("rule: 律师\n    priority: high", 5, 15)]
    [InlineData("rule: [律师]", 4, 11)]
    [InlineData("priority: low", 2, 5)]
    [InlineData("rule: topic:a", 4, 11)]
    public void A_fault_is_named_where_it_stands(string rest, int line, int column)
    {
        var fault = Assert.Single(Faults($"topics:\n  - id: a\n    name: {{ zh: 甲, en: A }}\n    {rest}\n"));
        Assert.Equal(("topics.yaml", line, column), (fault.File, fault.Line, fault.Column));
        Assert.StartsWith($"topics.yaml:{line}:{column}: ", fault.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_fault_of_a_file_is_named_at_once()
    {
        var faults = Faults("""
            topics:
              - { id: a, name: { zh: 甲, en: A }, rule: "(" }
              - { id: a, name: { zh: 甲, en: A }, rule: x }
              - { id: B, name: { zh: 乙, en: B, fr: B }, rule: x }
            more: 1
            """);
        Assert.Equal([2, 3, 4, 4, 5], faults.Select(f => f.Line));
    }

    [Fact]
    public void Topics_that_refer_to_each_other_in_a_circle_are_refused()
    {
        var faults = Faults("""
            topics:
              - { id: a, name: { zh: 甲, en: A }, rule: "topic:b" }
              - { id: b, name: { zh: 乙, en: B }, rule: "x OR topic:c" }
              - { id: c, name: { zh: 丙, en: C }, rule: "topic:a" }
            """);
        Assert.Contains(faults, f => f.Message.Contains("a → b → c → a", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("topics: [")]
    [InlineData("- a")]
    [InlineData("topics: 3")]
    public void What_is_no_list_of_topics_is_refused(string yaml) => Assert.NotEmpty(Faults(yaml));

    [Fact]
    public void A_missing_file_is_named() =>
        Assert.Contains("nowhere.yaml", Assert.Single(Assert.IsType<TopicsFileResult.Refused>(TopicsFile.Load("nowhere.yaml", Language.En)).Faults).ToString(), StringComparison.Ordinal);

    private static TopicsFileResult Parse(string yaml) => TopicsFile.Parse(yaml, "topics.yaml", Language.En);

    private static IReadOnlyList<TopicsFileFault> Faults(string yaml) => Assert.IsType<TopicsFileResult.Refused>(Parse(yaml)).Faults;
}

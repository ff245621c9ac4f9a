using Bot.Texts;
using Bot.Topics;

namespace Bot.Tests.Topics;

public sealed class TopicsFileTests
{
    [Fact]
    public void The_shipped_topics_load()
    {
        var loaded = Assert.IsType<TopicsFileResult.Loaded>(TopicsFile.Load(Path.Combine(AppContext.BaseDirectory, "config", "topics.yaml"), Language.En));
        Assert.InRange(loaded.Topics.Count, 20, 40);
    }

    [Theory]
    [InlineData("topics:\n  - id: a\n    name: { zh: 甲, en: A }\n    rule: 法院 OR", 4, 16)]
    [InlineData("topics:\n  - id: a\n    name: { zh: 甲, en: A }\n    rule: '法院 )'", 4, 15)]
    [InlineData("topics:\n  - id: a\n    name: { zh: 甲, en: A }\n    rule: |\n      法院\n      OR )\n", 6, 10)]
    [InlineData("topics:\n  - id: a\n    name: { zh: 甲, en: A }\n    rule: >-\n      法院\n      OR )\n", 6, 10)]
    [InlineData("topics:\n  - id: A!\n    name: { zh: 甲, en: A }\n    rule: 法院", 2, 9)]
    [InlineData("topics:\n  - id: a\n    name: { zh: 甲 }\n    rule: 法院", 3, 11)]
    [InlineData("topics:\n  - id: a\n    name: { zh: 甲, en: A }\n    rules: 法院", 4, 5)]
    [InlineData("topics:\n  - id: a\n    name: { zh: 甲, en: A }\n    priority: high\n    rule: 法院", 4, 15)]
    [InlineData("topics:\n  - { id: a, name: { zh: 甲, en: A }, rule: 法院 }\n  - { id: a, name: { zh: 甲, en: A }, rule: 法院 }", 3, 11)]
    [InlineData("topics:\n  - { id: a, name: { zh: 甲, en: A }, rule: \"topic:b\" }", 2, 45)]
    [InlineData("topics:\n  - { id: a, name: { zh: 甲, en: A }, rule: \"topic:a\" }", 2, 44)]
    [InlineData("topic: []", 1, 1)]
    [InlineData("topics: [", 2, 1)]
    public void A_fault_is_named_with_its_line_and_column(string text, int line, int column)
    {
        var faults = Assert.IsType<TopicsFileResult.Refused>(TopicsFile.Parse(text, "topics.yaml", Language.En)).Faults;
        Assert.Contains((line, column), faults.Select(f => (f.Line, f.Column)));
    }
}

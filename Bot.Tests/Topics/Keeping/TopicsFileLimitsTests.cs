using Bot.Texts;
using Bot.Topics;

namespace Bot.Tests.Topics;

public sealed class TopicsFileLimitsTests
{
    [Fact]
    public void A_topic_says_who_it_is_for_what_it_is_a_part_of_and_what_it_is_limited_to()
    {
        var topics = Loaded(
            """
            topics:
              - { id: a, name: { zh: 甲, en: A }, rule: 甲 }
              - { id: b, name: { zh: 乙, en: B }, rule: 乙, parent: a, audience: members, sources: [one, two], places: 包头 }
              - { id: c, name: { zh: 丙, en: C }, rule: 丙, parent: b, audience: ["telegram:-100123", "web:x"] }
            """);
        Assert.Equal((null, "a", "b"), (topics[0].Parent, topics[1].Parent, topics[2].Parent));
        Assert.Equal([TopicAudience.Everyone, TopicAudience.Members, TopicAudience.Chats], topics.Select(t => t.Audience));
        Assert.Equal(["telegram:-100123", "web:x"], topics[2].Chats);
        Assert.Equal(["one", "two"], topics[1].Sources);
        Assert.Equal(["包头"], topics[1].Places);
    }

    [Theory]
    [InlineData("audience: nobody", 2)]
    [InlineData("audience: [somebody]", 2)]
    [InlineData("audience: []", 2)]
    [InlineData("parent: x", 2)]
    [InlineData("parent: a", 2)]
    [InlineData("parent: [a]", 2)]
    [InlineData("sources: { a: b }", 2)]
    [InlineData("places: [[a]]", 2)]
    [InlineData("place: a", 2)]
    public void A_wrong_one_is_refused_at_its_place(string field, int line)
    {
        var text = $"topics:\n  - {{ id: a, name: {{ zh: 甲, en: A }}, rule: 甲, {field} }}\n";
        var faults = Assert.IsType<TopicsFileResult.Refused>(TopicsFile.Parse(text, "topics.yaml", Language.Zh)).Faults;
        Assert.Equal(line, Assert.Single(faults).Line);
    }

    [Fact]
    public void Parents_in_a_circle_are_refused()
    {
        var text =
            """
            topics:
              - { id: a, name: { zh: 甲, en: A }, rule: 甲, parent: b }
              - { id: b, name: { zh: 乙, en: B }, rule: 乙, parent: a }
            """;
        Assert.IsType<TopicsFileResult.Refused>(TopicsFile.Parse(text, "topics.yaml", Language.En));
    }

    [Fact]
    public void A_topic_that_is_limited_to_sources_or_places_admits_no_others()
    {
        var topic = Loaded("topics:\n  - { id: b, name: { zh: 乙, en: B }, rule: 乙, sources: [one], places: [包头] }")[0];
        Assert.True(topic.Admits(new RuleText { SourceId = "one", Places = ["内蒙古自治区", "包头市"] }));
        Assert.False(topic.Admits(new RuleText { SourceId = "two", Places = ["包头市"] }));
        Assert.False(topic.Admits(new RuleText { SourceId = "one", Places = ["赤峰市"] }));
    }

    private static IReadOnlyList<Topic> Loaded(string text) => Assert.IsType<TopicsFileResult.Loaded>(TopicsFile.Parse(text, "topics.yaml", Language.En)).Topics;
}

using Bot.Topics;

namespace Bot.Tests.Topics;

public sealed class BulletinMatcherTests
{
    [Fact]
    public void What_belongs_to_a_part_belongs_to_the_topic_above_but_not_what_belongs_to_a_closed_part()
    {
        var text = new RuleText { Title = "法援中心开放" };
        Assert.Equal(["aid", "justice", "all"], Matched(text, Topic("all", "别的"), Topic("justice", "别的") with { Parent = "all" }, Topic("aid", "法援") with { Parent = "justice" }));
        Assert.Equal(["aid"], Matched(text, Topic("justice", "别的"), Topic("aid", "法援") with { Parent = "justice", Audience = TopicAudience.Members }));
    }

    [Fact]
    public void A_topic_matches_within_its_limits_only()
    {
        var text = new RuleText { Title = "法援中心开放", SourceId = "one", Places = ["包头市"] };
        Assert.Equal(["a"], Matched(text, Topic("a", "法援") with { Sources = ["one"] }, Topic("b", "法援") with { Sources = ["two"] }));
        Assert.Equal(["a"], Matched(text, Topic("a", "法援") with { Places = ["包头"] }, Topic("b", "法援") with { Places = ["赤峰"] }));
    }

    [Fact]
    public void A_match_keeps_which_part_held_and_where()
    {
        var catalogue = new TopicCatalogue();
        catalogue.Replace([Topic("a", "title:(法援 OR 律师)")]);
        var match = Assert.Single(new BulletinMatcher(catalogue, new WatchIndex(catalogue)).Match(new RuleText { Title = "青禾法援中心开放" }));
        var part = Assert.Single(match.Why);
        Assert.Equal(("title:法援", new MatchWord("法援", RuleField.Title, 0, 2, 2)), (part.Part, Assert.Single(part.Words)));
    }

    [Fact]
    public void A_watch_follows_the_topic_that_it_refers_to_when_that_changes()
    {
        var catalogue = new TopicCatalogue();
        catalogue.Replace([Topic("a", "律师")]);
        var index = new WatchIndex(catalogue);
        index.Add(1, "topic:a AND 面试");
        Assert.Single(index.Match(new FoldedFields(new RuleText { Title = "律师面试" })).Watches);
        catalogue.Replace([Topic("a", "公证")]);
        Assert.Empty(index.Match(new FoldedFields(new RuleText { Title = "律师面试" })).Watches);
        Assert.Single(index.Match(new FoldedFields(new RuleText { Title = "公证面试" })).Watches);
    }

    [Fact]
    public void Topics_that_change_match_as_they_are_now_beside_watches()
    {
        var catalogue = new TopicCatalogue();
        catalogue.Replace([Topic("b", "律师"), Topic("a", "面试")]);
        var index = new WatchIndex(catalogue);
        index.Add(1, "面试");
        var matcher = new BulletinMatcher(catalogue, index);
        var text = new RuleText { Title = "律师面试" };
        Assert.Equal(["b", "a", "watch.1"], matcher.Match(text).Select(m => m.Topic.Id));
        catalogue.Replace([Topic("a", "律师"), Topic("c", "公证"), Topic("b", "律师")]);
        Assert.Equal(["a", "b", "watch.1"], matcher.Match(text).Select(m => m.Topic.Id));
        index.Replace([(2, "律师")]);
        Assert.Equal(["a", "b", "watch.2"], matcher.Match(text).Select(m => m.Topic.Id));
    }

    [Fact]
    public void A_stored_watch_that_is_no_rule_any_more_is_set_aside_and_harms_no_other()
    {
        var catalogue = new TopicCatalogue();
        catalogue.Replace([Topic("a", "律师")]);
        var index = new WatchIndex(catalogue);
        index.Replace([(1, "律师 AND ("), (2, "律师")]);
        index.Add(3, "NEAR/");
        Assert.Equal(["a", "watch.2"], new BulletinMatcher(catalogue, index).Match(new RuleText { Title = "律师" }).Select(m => m.Topic.Id));
        Assert.Equal([1, 3], index.SetAside.Order());
        index.Add(1, "律师");
        index.Remove(3);
        Assert.Empty(index.SetAside);
    }

    [Fact]
    public void The_tree_has_parts_under_their_topics()
    {
        var tree = TopicTree.Of([Topic("a", "甲"), Topic("b", "乙") with { Parent = "c" }, Topic("c", "丙"), Topic("d", "丁") with { Parent = "gone" }]);
        Assert.Equal([("a", 0), ("c", 0), ("b", 1), ("d", 0)], tree.Select(t => (t.Topic.Id, t.Depth)));
    }

    private static IEnumerable<string> Matched(RuleText text, params Topic[] topics)
    {
        var catalogue = new TopicCatalogue();
        catalogue.Replace(topics);
        return new BulletinMatcher(catalogue, new WatchIndex(catalogue)).Match(text).Select(m => m.Topic.Id);
    }

    private static Topic Topic(string id, string rule) => new() { Id = id, NameZh = id, NameEn = id, Rule = rule };
}

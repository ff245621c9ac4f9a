using Bot.Topics;

namespace Bot.Tests.Topics.Matching;

public sealed class RuleEngineTests
{
    private static readonly FoldedFields _text = new(new RuleText { Title = "法院公布律师名单", Paragraphs = ["公证处也来了"] });

    [Fact]
    public void A_rule_that_comes_is_live_at_once_and_one_that_goes_is_not()
    {
        var engine = new RuleEngine<int>();
        engine.Replace([(1, Parsed("法院")), (2, Parsed("律师"))], _ => null);
        engine.Add(3, Parsed("公证"));
        Assert.Equal([1, 2, 3], Keys(engine));
        Assert.True(engine.Remove(1));
        Assert.True(engine.Remove(3));
        Assert.False(engine.Remove(3));
        Assert.Equal([2], Keys(engine));
        Assert.Equal(1, engine.Count);
    }

    [Fact]
    public void A_rule_with_a_key_that_is_there_comes_instead()
    {
        var engine = new RuleEngine<int>();
        engine.Replace([(1, Parsed("法院"))], _ => null);
        engine.Add(1, Parsed("体育"));
        Assert.Empty(Keys(engine));
        engine.Add(1, Parsed("公证处"));
        Assert.Equal(["公证处"], Assert.Single(engine.Match(_text)).Words());
    }

    [Fact]
    public async Task Rules_that_are_replaced_while_others_are_merged_stand_alone()
    {
        for (var round = 0; round < 50; round++)
        {
            var engine = new RuleEngine<int>(mostFresh: 1);
            engine.Add(1, Parsed("法院"));
            engine.Add(2, Parsed("律师"));
            engine.Replace([(3, Parsed("公证"))], _ => null);
            engine.Add(4, Parsed("名单"));
            await engine.SettleAsync(TestContext.Current.CancellationToken);
            Assert.Equal([3, 4], Keys(engine));
        }
    }

    [Fact]
    public void Rules_follow_the_topics_that_they_refer_to()
    {
        var engine = new RuleEngine<int>();
        engine.Replace([(1, Parsed("topic:a 法院")), (2, Parsed("律师"))], _ => new Rule.Word("体育"));
        engine.Add(3, Parsed("topic:a"));
        Assert.Equal([2], Keys(engine));
        engine.ReplaceTopics(_ => new Rule.Word("公证"));
        Assert.Equal([1, 2, 3], Keys(engine).Order());
    }

    [Fact]
    public async Task What_comes_and_goes_in_any_order_stands_as_if_it_had_been_there_from_the_start()
    {
        var random = new Random();
        var engine = new RuleEngine<int>(mostFresh: 5);
        var kept = new Dictionary<int, Rule>();
        string[] words = ["法院", "律师", "公证", "体育", "topic:a 公证"];
        var topic = new Rule.Word("律师");
        engine.ReplaceTopics(_ => topic);
        for (var change = 0; change < 2_000; change++)
        {
            var key = random.Next(60);
            switch (random.Next(20))
            {
                case 0:
                    topic = new Rule.Word(words[random.Next(4)]);
                    var now = topic;
                    engine.ReplaceTopics(_ => now);
                    break;
                case 1:
                    await engine.SettleAsync(TestContext.Current.CancellationToken);
                    break;
                case < 8:
                    Assert.Equal(kept.Remove(key), engine.Remove(key));
                    break;
                default:
                    kept[key] = Parsed(words[random.Next(words.Length)]);
                    engine.Add(key, kept[key]);
                    break;
            }

            if (change % 10 == 0)
            {
                var index = RuleCompiler.Compile([.. kept.Values], _ => topic);
                using var scan = index.Scan(_text);
                Assert.Equal(scan.Holding.Select(n => kept.Keys.ElementAt(n)).Order(), Keys(engine).Order());
            }
        }
    }

    /// <summary>Each writer has keys of its own; what it did last is what every reader sees after.</summary>
    [Fact]
    public async Task Many_may_change_and_match_at_once()
    {
        var stop = TestContext.Current.CancellationToken;
        var engine = new RuleEngine<int>(mostFresh: 8);
        engine.Replace([(-1, Parsed("法院")), (-2, Parsed("体育"))], _ => null);
        var writers = Enumerable.Range(0, 4).Select(writer => Task.Run(
            () =>
            {
                for (var n = 0; n < 150; n++)
                {
                    var key = (writer * 1_000) + n;
                    engine.Add(key, Parsed("律师"));
                    Assert.Contains(key, Keys(engine));
                    if (n % 3 == 0)
                    {
                        engine.Remove(key);
                        Assert.DoesNotContain(key, Keys(engine));
                    }
                }
            },
            stop)).ToList();
        var writing = Task.WhenAll(writers);
        var readers = Enumerable.Range(0, 2).Select(_ => Task.Run(
            () =>
            {
                while (!writing.IsCompleted)
                {
                    var keys = Keys(engine).ToList();
                    Assert.Contains(-1, keys);
                    Assert.DoesNotContain(-2, keys);
                    Assert.Distinct(keys);
                }
            },
            stop));
        await Task.WhenAll([writing, .. readers]);
        await engine.SettleAsync(stop);
        Assert.Equal(1 + (4 * 100), Keys(engine).Count());
        Assert.Equal(2 + (4 * 100), engine.Count);
    }

    [Fact]
    public void Rules_that_every_bulletin_asks_are_counted()
    {
        var engine = new RuleEngine<int>();
        engine.Replace([(1, Parsed("NOT 法院")), (2, Parsed("律师"))], _ => null);
        engine.Add(3, Parsed("/第.+批/"));
        Assert.Equal(2, engine.AlwaysLookedAt);
    }

    private static IEnumerable<int> Keys(RuleEngine<int> engine) => engine.Match(_text).Select(h => h.Key);

    private static Rule Parsed(string rule) => Assert.IsType<RuleResult.Parsed>(RuleParser.Parse(rule)).Rule;
}

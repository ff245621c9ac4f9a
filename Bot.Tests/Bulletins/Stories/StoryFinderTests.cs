using System.Globalization;
using Bot.Bulletins.Stories;

namespace Bot.Tests.Bulletins.Stories;

public sealed class StoryFinderTests(ITestOutputHelper output)
{
    private static readonly DateTimeOffset _seen = new(2024, 5, 30, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Reprints_are_told_from_other_events_over_the_made_pairs()
    {
        var pairs = StoryPairs.All();
        Assert.True(pairs.Count >= 300);
        int right = 0, wrong = 0, missed = 0;
        foreach (var group in pairs.GroupBy(p => p.Edit))
        {
            var found = group.Count(p => Match(p) is not null);
            var kind = group.Count(p => Match(p)?.Relation.ToString() == p.Truth.ToString());
            output.WriteLine($"{group.Key,-16} {group.Count()} pairs, {found} found, {kind} with the right relation");
            foreach (var pair in group.Where(p => p.Truth == PairTruth.Different ? Match(p) is not null : Match(p) is null))
                output.WriteLine($"   {pair.Truth}: {pair.First.Title}");
        }

        foreach (var pair in pairs)
        {
            var found = Match(pair) is not null;
            right += found && pair.Truth != PairTruth.Different ? 1 : 0;
            wrong += found && pair.Truth == PairTruth.Different ? 1 : 0;
            missed += !found && pair.Truth != PairTruth.Different ? 1 : 0;
        }

        var precision = (double)right / (right + wrong);
        var recall = (double)right / (right + missed);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{pairs.Count} pairs: precision {precision:0.000}, recall {recall:0.000}"));
        Assert.True(precision >= 0.99);
        Assert.True(recall >= 0.95);
    }

    [Fact]
    public void A_text_with_one_figure_put_right_is_a_revision()
    {
        var pairs = StoryPairs.All().Where(p => p.Truth == PairTruth.Revision).ToList();
        Assert.True(pairs.Count(p => Match(p)?.Relation == StoryRelation.Revision) >= pairs.Count * 0.95);
    }

    [Fact]
    public void A_text_from_before_the_window_is_forgotten()
    {
        var finder = new StoryFinder();
        var text = Item(1, "标题", "青禾市司法局印发社区矫正对象外出管理办法，对请假外出的条件、程序和监管措施作出统一规定。");
        finder.Add(text);
        Assert.NotNull(finder.Find(text with { Id = 2 }));
        finder.Forget(_seen.AddDays(1));
        Assert.Null(finder.Find(text with { Id = 2 }));
        Assert.Equal(0, finder.Count);
    }

    [Fact]
    public void A_fuller_text_says_so()
    {
        var finder = new StoryFinder();
        const string Lead = "青禾市司法局印发社区矫正对象外出管理办法，对请假外出的条件、程序和监管措施作出统一规定。";
        finder.Add(Item(1, "标题", Lead));
        Assert.True(finder.Find(Item(2, "标题", Lead, "办法明确，外出时间在七日以内的，由执行地司法所批准；超过七日的，由县级社区矫正机构批准。"))?.IsFuller);
    }

    [Fact]
    public void Texts_about_the_document_of_one_number_are_one_story_and_a_mere_citation_is_not()
    {
        var finder = new StoryFinder();
        finder.Add(Item(1, "青禾市司法局印发公证服务指南", "近日，青禾市司法局印发《青禾市公证服务指南》，明确十类事项最多跑一次。") with { Numbers = ["青司发〔2024〕9号"] });
        var report = Item(2, "青禾公证服务指南来了", "办公证要带什么？跑几次？青禾市司法局给出了答案，明确十类事项最多跑一次。") with { Numbers = ["青司发〔2024〕9号"] };
        Assert.Equal(StoryRelation.SameNumber, finder.Find(report)?.Relation);
        var citing = Item(3, "川泽县开展公证质量检查", "川泽县司法局组织人员对辖区公证机构的卷宗质量逐一进行检查，并反馈整改意见。") with { Numbers = ["青司发〔2024〕9号"] };
        Assert.Null(finder.Find(citing));
    }

    private static StoryMatch? Match(StoryPair pair)
    {
        var finder = new StoryFinder();
        finder.Add(pair.First);
        return finder.Find(pair.Second);
    }

    private static StoryItem Item(long id, string title, params string[] paragraphs) => new(id, title, paragraphs, [], _seen);
}

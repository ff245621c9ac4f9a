using System.Text;
using Bot.Sources;
using Bot.Sources.Pages;
using Bot.Tests.Sources.Pages.Generation;
using Microsoft.Extensions.Options;

namespace Bot.Tests.Sources.Pages;

public sealed class PageLimitsTests(ITestOutputHelper output)
{
    private static readonly string[] _sets = ["held-out", "last", "varied", "more", "development"];

    private static ReadResult Read(string text, PagesOptions options, TimeProvider time) =>
        new PageTextReader(Options.Create(options), time).Read(
            new() { Location = "page.txt", Bytes = Encoding.UTF8.GetBytes(text), FetchedAt = DateTimeOffset.UnixEpoch }, TestContext.Current.CancellationToken);

    [Fact]
    public void A_page_that_takes_longer_than_it_may_is_given_up_with_one_message()
    {
        var result = Read(PageSet.Of("development", 7)[0].Text, new(), new SpentTime());
        Assert.Empty(result.Entries);
        Assert.Contains("TimeLimit", result.Error, StringComparison.Ordinal);
    }

    /// <summary>Texts of megabytes, each of which keeps another step of reading busy. Only one that is never given up fails: the margin is sixtyfold.</summary>
    [Theory]
    [InlineData("pages")]
    [InlineData("short lines")]
    [InlineData("headlines")]
    [InlineData("rows of thousands of columns")]
    public async Task A_text_of_megabytes_is_given_up_when_time_is_over(string kind)
    {
        var text = kind switch
        {
            "pages" => string.Concat(Enumerable.Repeat(PageSet.Of("development", 7)[0].Text + "\n\n", 1500))[..1_700_000],
            "short lines" => string.Concat(Enumerable.Repeat("法院审理\n", 400_000)),
            "headlines" => string.Concat(Enumerable.Range(0, 120_000).Select(i => $"第{i}号法院开庭审理案件\n\n")),
            _ => string.Concat(Enumerable.Repeat(string.Concat(Enumerable.Repeat("法院审理  ", 25_000)) + "\n", 12)),
        };
        var reading = Task.Run(() => Read(text, new() { TimeLimit = TimeSpan.FromSeconds(1) }, TimeProvider.System), TestContext.Current.CancellationToken);
        var result = await reading.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        Assert.Empty(result.Entries);
        Assert.Contains("TimeLimit", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_that_is_larger_than_it_may_be_is_refused_with_one_message()
    {
        var result = Read(new('x', 70_000), new() { LargestText = 64 * 1024 }, TimeProvider.System);
        Assert.Empty(result.Entries);
        Assert.Contains("LargestText", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Reading_takes_memory_in_proportion_to_the_page()
    {
        var articles = _sets.SelectMany(SampleArticle.Load).Where(a => !a.IsNotice).ToList();
        Allocated(1);
        var one = Allocated(1);
        foreach (var times in (ReadOnlySpan<int>)[2, 4, 8])
        {
            var many = Allocated(times);
            Assert.True(many < 1.5 * one, $"{many:0} bytes a character at {times} times the page, {one:0} at one");
        }

        double Allocated(int times)
        {
            var page = new PageGenerator(5, new PageStyle { Articles = 14 * times, Furniture = true, Glued = 0.3 }).Make("page", articles);
            var before = GC.GetAllocatedBytesForCurrentThread();
            PageFiles.Read("page.txt", page.Bytes);
            var bytes = (double)(GC.GetAllocatedBytesForCurrentThread() - before) / page.Text.Length;
            output.WriteLine($"{page.Text.Length} characters: {bytes:0} bytes a character");
            return bytes;
        }
    }

    [Fact]
    public void A_text_of_many_pages_is_read_page_by_page()
    {
        var page = PageSet.Of("development", 7)[0];
        var result = Read(string.Concat(Enumerable.Repeat(page.Text, 12)), new() { TimeLimit = TimeSpan.FromMinutes(10) }, TimeProvider.System);
        Assert.Null(result.Error);
        Assert.True(result.Entries.Count >= page.Expectation.Bulletins.Count, $"{result.Entries.Count} entries");
    }
}

using Bot.Sources;
using Bot.Sources.Fetching;

namespace Bot.Tests.Sources.Fetching;

public sealed class FolderFetchTests : FetchTest
{
    private string Pages => Directory.CreateDirectory(Path.Combine(Folder, "pages")).FullName;

    [Fact]
    public async Task Every_new_file_is_a_document_oldest_first()
    {
        Write("b.txt", "older", minutesAgo: 20);
        Write("a.txt", "newer", minutesAgo: 10);
        var fetched = Assert.IsType<FetchResult.Fetched>(await Look());
        Assert.Equal(["b.txt", "a.txt"], fetched.Documents.Select(d => Path.GetFileName(d.Location)));
        Assert.Equal("text/plain", fetched.Documents[0].MediaType);
        Assert.IsType<FetchResult.Unchanged>(await Look(fetched.Position));
    }

    [Fact]
    public async Task What_was_fetched_but_not_saved_comes_again()
    {
        Write("a.txt", "one", minutesAgo: 10);
        Assert.Single(Assert.IsType<FetchResult.Fetched>(await Look()).Documents);
        Assert.Single(Assert.IsType<FetchResult.Fetched>(await Look()).Documents);
    }

    [Fact]
    public async Task The_same_content_under_another_name_is_not_new()
    {
        Write("a.txt", "one", minutesAgo: 10);
        var position = Assert.IsType<FetchResult.Fetched>(await Look()).Position;
        Write("copy.txt", "one", minutesAgo: 5);
        Assert.IsType<FetchResult.Unchanged>(await Look(position));
    }

    [Fact]
    public async Task A_changed_file_is_a_new_document()
    {
        Write("a.txt", "one", minutesAgo: 10);
        var position = Assert.IsType<FetchResult.Fetched>(await Look()).Position;
        Write("a.txt", "one and more", minutesAgo: 5);
        Assert.Single(Assert.IsType<FetchResult.Fetched>(await Look(position)).Documents);
    }

    [Fact]
    public async Task A_file_that_is_still_written_waits()
    {
        Write("a.txt", "half", minutesAgo: 0);
        Assert.IsType<FetchResult.Unchanged>(await Look());
        Clock.Advance(TimeSpan.FromSeconds(1));
        Write("a.txt", "half and half", minutesAgo: 0);
        Clock.Advance(TimeSpan.FromSeconds(1.5));
        Assert.IsType<FetchResult.Unchanged>(await Look());
        Clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Single(Assert.IsType<FetchResult.Fetched>(await Look()).Documents);
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_named_once_and_holds_nobody_up()
    {
        Write("good.txt", "one", minutesAgo: 10);
        Write("huge.txt", new string('x', 300_000), minutesAgo: 10);
        var fetched = Assert.IsType<FetchResult.Fetched>(await Look());
        Assert.Single(fetched.Documents);
        Assert.EndsWith("huge.txt", Assert.Single(fetched.Problems).Path, StringComparison.Ordinal);
        Assert.IsType<FetchResult.Unchanged>(await Look(fetched.Position));
    }

    [Fact]
    public async Task A_link_out_of_the_folder_is_not_followed()
    {
        File.CreateSymbolicLink(Path.Combine(Pages, "passwd.txt"), "/etc/passwd");
        await Look();
        Clock.Advance(TimeSpan.FromSeconds(3));
        var fetched = Assert.IsType<FetchResult.Fetched>(await Look());
        Assert.Empty(fetched.Documents);
        Assert.Contains("outside", Assert.Single(fetched.Problems).Reason.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/etc/passwd")]
    [InlineData("../../../../../../etc/passwd")]
    [InlineData("file:///etc/passwd")]
    public async Task Files_outside_the_configured_folders_are_not_read(string location) =>
        Assert.Equal(FetchFailure.Forbidden, Assert.IsType<FetchResult.Failed>(await Fetch(location)).Kind);

    [Fact]
    public async Task A_file_is_read_again_when_it_changes()
    {
        Write("feed.xml", "one", minutesAgo: 10);
        var first = Assert.IsType<FetchResult.Fetched>(await Fetch("pages/feed.xml"));
        Assert.IsType<FetchResult.Unchanged>(await Fetch("pages/feed.xml", first.Position));
        Write("feed.xml", "two", minutesAgo: 5);
        Assert.IsType<FetchResult.Fetched>(await Fetch(new Uri(Path.Combine(Pages, "feed.xml")).AbsoluteUri, first.Position));
    }

    [Fact]
    public async Task A_missing_file_says_so() =>
        Assert.Contains("does not exist", Assert.IsType<FetchResult.Failed>(await Fetch("pages/none.xml")).Reason.ToString(), StringComparison.Ordinal);

    private Task<FetchResult> Look(SourcePosition? position = null)
    {
        _ = Pages;
        return Fetch("pages", position, SourceKind.Pages);
    }

    private void Write(string name, string text, int minutesAgo)
    {
        var path = Path.Combine(Pages, name);
        File.WriteAllText(path, text);
        File.SetLastWriteTimeUtc(path, Clock.GetUtcNow().UtcDateTime.AddMinutes(-minutesAgo));
    }
}

using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Bot.Bulletins;
using Bot.Deliveries;
using Bot.Sources;
using Bot.Tests.Infrastructure;
using Bot.Tests.Sources;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Pipeline;

/// <summary>What sources do, through the real host over real SQLite, against a server on this machine.</summary>
public sealed class SourcesEndToEndTests : IAsyncDisposable
{
    private const string Key = "a-key-of-the-court-desk";
    private const long Admin = 9001;

    private const string Release = "青禾市司法局近日印发社区矫正对象外出管理办法，对请假外出的条件、程序和监管措施作出统一规定，要求各县区司法局在一个月内完成业务培训并向社会公开办事指南和咨询电话。";

    private readonly LoopbackSite _site = new();
    private readonly RunningBot _bot = new RunningBot().Set("Sources:AllowPrivateAddresses", "true").Set("Sources:Retries", "0");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_client_pushes_bulletins_and_pushing_them_again_changes_nothing()
    {
        _bot.Configure("sources.yaml", "sources: [{ id: desk, name: 法院来稿, kind: push }]");
        await _bot.Set("Sources:ApiKeys:desk", Key).Start(Token);
        Assert.Equal((HttpStatusCode.OK, 2), await Push(new object[] { new { id = "1", title = "甲", text = "甲文" }, new { id = "2", title = "乙", text = "乙文" } }));
        Assert.Equal((HttpStatusCode.OK, 0), await Push(new object[] { new { id = "1", title = "甲", text = "甲文" } }));
        Assert.Equal((HttpStatusCode.OK, 1), await Push(new { id = "1", title = "甲", text = "甲文，改过。" }));
        var kept = await _bot.Ask(db => db.Set<BulletinRow>().OrderBy(b => b.Id).Select(b => new { b.EntryKey, b.Revision }).ToListAsync());
        Assert.Equal([("1", 2), ("2", 1)], kept.Select(b => (b.EntryKey, b.Revision)));
        Assert.Equal(HttpStatusCode.Unauthorized, (await Push(new { id = "3", title = "丙" }, "another-key-that-is-long")).Status);
    }

    [Fact]
    public async Task Clients_that_push_the_same_at_the_same_time_make_one_bulletin()
    {
        _bot.Configure("sources.yaml", "sources: [{ id: desk, name: 法院来稿, kind: push }]");
        await _bot.Set("Sources:ApiKeys:desk", Key).Start(Token);
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Push(new { id = "1", title = "甲", text = "甲文" })));
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.OK, a.Status));
        Assert.Equal(1, answers.Sum(a => a.Changed));
    }

    [Fact]
    public async Task A_changed_entry_is_a_revision_a_changed_id_is_the_same_bulletin_and_a_vanished_one_is_withdrawn()
    {
        _site.Page("/feed", SiteFeeds.Rss(("3", "丙", "丙文"), ("2", "乙", "乙文"), ("1", "甲", "甲文")));
        await Follow("/feed");
        await Bulletins(3);

        _site.Page("/feed", SiteFeeds.Rss(("3x", "丙", "丙文"), ("2", "乙", "乙文，改过。"), ("1", "甲", "甲文")));
        await Eventually.Holds(() => _bot.Ask(db => db.Set<BulletinRow>().AnyAsync(b => b.EntryKey == "2" && b.Revision == 2)), "the text was revised", Token);
        Assert.Equal(["1", "2", "3x"], (await Rows()).Select(b => b.EntryKey).Order());

        _site.Page("/feed", Without(SiteFeeds.Rss(("3x", "丙", "丙文"), ("2", "乙", "乙文，改过。"), ("1", "甲", "甲文")), "2"));
        await Eventually.Holds(() => _bot.Ask(db => db.Set<BulletinRow>().AnyAsync(b => b.EntryKey == "2" && b.WithdrawnAt != null)), "the vanished one is marked", Token);
        Assert.Equal(1, (await Rows()).Count(b => b.WithdrawnAt is not null));

        _site.Page("/feed", SiteFeeds.Rss(("3x", "丙", "丙文"), ("2", "乙", "乙文，改过。"), ("1", "甲", "甲文")));
        await Eventually.Holds(() => _bot.Ask(db => db.Set<BulletinRow>().AllAsync(b => b.WithdrawnAt == null)), "what is shown again stands again", Token);
    }

    [Fact]
    public async Task What_an_admin_withdrew_stays_withdrawn_though_its_source_shows_it_again_and_changes_it()
    {
        _site.Page("/feed", SiteFeeds.Rss(("2", "乙", "乙文"), ("1", "甲", "甲文")));
        await Follow("/feed");
        await Bulletins(2);
        await _bot.Ask(db => db.Set<BulletinRow>().Where(b => b.EntryKey == "2").ExecuteUpdateAsync(
            b => b.SetProperty(x => x.WithdrawnAt, TimeProvider.System.GetUtcNow()).SetProperty(x => x.WithdrawnBy, "telegram:1")));
        _site.Page("/feed", SiteFeeds.Rss(("3", "丙", "丙文"), ("2", "乙", "乙文"), ("1", "甲", "甲文")));
        await Bulletins(3);
        Assert.True(await _bot.Ask(db => db.Set<BulletinRow>().AnyAsync(b => b.EntryKey == "2" && b.WithdrawnAt != null)));
        _site.Page("/feed", SiteFeeds.Rss(("3", "丙", "丙文"), ("2", "乙", "乙文，改过。"), ("1", "甲", "甲文")));
        await Eventually.Holds(() => _bot.Ask(db => db.Set<BulletinRow>().AnyAsync(b => b.EntryKey == "2" && b.Revision == 2)), "the text was revised", Token);
        Assert.True(await _bot.Ask(db => db.Set<BulletinRow>().AnyAsync(b => b.EntryKey == "2" && b.WithdrawnAt != null)));
    }

    [Fact]
    public async Task A_deleted_bulletin_never_comes_back_under_its_id_or_another()
    {
        _site.Page("/feed", SiteFeeds.Rss(("2", "乙", Release), ("1", "甲", "甲文")));
        await Follow("/feed");
        await Bulletins(2);
        var id = (await Rows()).Single(b => b.EntryKey == "2").Id;
        Assert.True(await _bot.Services.GetRequiredService<BulletinRemoval>().Delete(id, Token));

        _site.Page("/feed", SiteFeeds.Rss(("9", "新", "新文"), ("2y", "乙", Release), ("2", "乙", Release), ("1", "甲", "甲文")));
        await Eventually.Holds(() => _bot.Ask(db => db.Set<BulletinRow>().AnyAsync(b => b.EntryKey == "9")), "the feed was read again", Token);
        Assert.Equal(["1", "9"], (await Rows()).Select(b => b.EntryKey).Order());
    }

    [Fact]
    public async Task A_story_goes_on_when_the_bulletin_that_began_it_is_deleted()
    {
        _bot.Configure("sources.yaml", "sources: [{ id: one, name: 甲, kind: push }, { id: two, name: 乙, kind: push }, { id: three, name: 丙, kind: push }]");
        await _bot.Set("Sources:ApiKeys:one", Key).Set("Sources:ApiKeys:two", Key + "2").Set("Sources:ApiKeys:three", Key + "3").Start(Token);
        await Push(new { id = "1", title = "甲", text = Release }, Key);
        await Push(new { id = "2", title = "乙", text = "本报讯 " + Release }, Key + "2");
        var (first, second) = ((await Rows())[0], (await Rows())[1]);
        Assert.Equal(first.Id, second.StoryId);
        await _bot.Services.GetRequiredService<BulletinRemoval>().Delete(first.Id, Token);
        await Push(new { id = "3", title = "丙", text = Release + "特此公告。" }, Key + "3");
        Assert.All(await Rows(), b => Assert.Equal(second.Id, b.StoryId));
    }

    [Fact]
    public async Task A_permanent_redirect_that_held_is_followed_without_asking_the_old_address()
    {
        _site.Page("/new", SiteFeeds.Rss(("1", "甲", "甲文")));
        _site.Redirect("/old", 301, _site.Url("/new"));
        _bot.Set("Sources:MoveHolds", "00:00:00");
        await Follow("/old");
        await Eventually.Holds(() => _bot.Ask(db => db.Set<SourceRow>().AnyAsync(s => s.MovedTo != null)), "the new address is kept", Token);
        var asked = _site.Requests.Count(r => r.Path == "/old");
        var before = _site.Requests.Count;
        await Eventually.Holds(() => _site.Requests.Count >= before + 2, "the source is read on", Token);
        Assert.InRange(_site.Requests.Count(r => r.Path == "/old"), asked, asked + 1);
        Assert.Equal("/new", _site.Requests.Last().Path);
    }

    [Fact]
    public async Task A_press_release_of_two_outlets_is_one_story_and_its_alert_says_also_in()
    {
        _site.Page("/one", SiteFeeds.Rss(("1", "青禾出台外出管理办法", Release)));
        _site.Page("/two", SiteFeeds.Rss(("0", "别的", "另一篇文章。")));
        _bot.Configure("topics.yaml", "topics: [{ id: all, name: { zh: 矫正, en: Corrections }, rule: 社区矫正 }]");
        _bot.Configure("sources.yaml", $"sources:\n  - {{ id: one, name: 青禾日报, kind: syndication, location: \"{_site.Url("/one")}\", every: 1s }}\n  - {{ id: two, name: 川泽晚报, kind: syndication, location: \"{_site.Url("/two")}\", every: 1s }}");
        await _bot.Start(Token);
        await Bulletins(2);
        _site.Page("/two", SiteFeeds.Rss(("7", "社区矫正对象外出有了新规定", "本报讯 " + Release + "据了解，外出时间在七日以内的由司法所批准，超过七日的由县级社区矫正机构批准，并报同级检察院备案。"), ("0", "别的", "另一篇文章。")));
        await Bulletins(3);

        var rows = await Rows();
        var (first, second) = (rows.Single(b => b.SourceId == "one"), rows.Single(b => b.EntryKey == "7"));
        Assert.Equal(first.Id, second.StoryId);
        var due = new DueDelivery { Id = 1, ChatId = 1, BulletinId = first.Id, Channel = "web", Address = "x", Language = "zh", TimeZone = "Asia/Shanghai" };
        var alert = (await _bot.Services.GetRequiredService<AlertShelf>().Compose([due], Token))[1];
        Assert.Contains(alert.Paragraphs, p => string.Concat(p.Spans.Select(s => s.Text)) == "另见：川泽晚报");
    }

    [Fact]
    public async Task An_alert_that_was_sent_is_edited_when_another_source_tells_more_of_its_story()
    {
        await using var telegram = await BotApiServer.Start(Token);
        _bot.With(telegram).Set("Deliveries:CatchUp", "0").Set("Sources:ApiKeys:one", Key).Set("Sources:ApiKeys:two", Key + "2");
        _bot.Configure("topics.yaml", "topics: [{ id: all, name: { zh: 矫正, en: Corrections }, rule: 社区矫正 }]");
        _bot.Configure("sources.yaml", "sources: [{ id: one, name: 青禾日报, kind: push }, { id: two, name: 川泽晚报, kind: push }]");
        await _bot.Start(Token);
        telegram.Say(Admin, "/start");
        await Eventually.Holds(() => telegram.Sent.Any(), "/start is answered", Token);
        telegram.Tap(Admin, "topics:s:0:on");
        await Eventually.Holds(() => _bot.Ask(db => db.Set<Bot.Subscribers.SubscriptionRow>().AnyAsync()), "the chat follows", Token);
        await Push(new { id = "1", title = "青禾出台外出管理办法", text = Release });
        await Eventually.Holds(() => telegram.Sent.Any(s => s.Text.Contains("青禾出台外出管理办法", StringComparison.Ordinal)), "the alert is sent", Token);
        await Eventually.Holds(() => _bot.Ask(db => db.Set<DeliveryRow>().AnyAsync(d => d.State == DeliveryState.Sent)), "that is written down", Token);
        await Push(new { id = "2", title = "社区矫正对象外出有了新规定", text = "本报讯 " + Release + "据了解，外出时间在七日以内的由司法所批准，超过七日的由县级社区矫正机构批准，并报同级检察院备案。" }, Key + "2");
        await Eventually.Holds(() => telegram.Calls.Any(c => c.Method == "editMessageText" && ((string)c.Body["text"]!).Contains("社区矫正对象外出有了新规定", StringComparison.Ordinal)), "the alert is edited", Token);
        Assert.DoesNotContain(telegram.Sent, s => s.Text.Contains("社区矫正对象外出有了新规定", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_admin_deletes_a_bulletin_by_its_number_and_it_does_not_come_back()
    {
        _bot.Configure("sources.yaml", "sources: [{ id: desk, name: 法院来稿, kind: push }]");
        await _bot.Set("Sources:ApiKeys:desk", Key).Start(Token);
        await Push(new { id = "1", title = "甲的通报", text = "甲文" });
        var id = Assert.Single(await Rows()).Id;
        Assert.Contains("甲的通报", (await CommandRun.Of(_bot.Folder, ["bulletins"], Token)).Output, StringComparison.Ordinal);
        var deleted = await CommandRun.Of(_bot.Folder, ["bulletins", "--delete", $"{id}"], Token);
        Assert.Equal(0, deleted.ExitCode);
        Assert.Equal((HttpStatusCode.OK, 0), await Push(new { id = "1", title = "甲的通报", text = "甲文" }));
        Assert.Empty(await Rows());
        Assert.Equal(1, (await CommandRun.Of(_bot.Folder, ["bulletins", "--delete", $"{id}"], Token)).ExitCode);
    }

    [Fact]
    public async Task A_source_that_breaks_is_reported_to_admins_once_and_once_when_it_is_back()
    {
        await using var telegram = await BotApiServer.Start(Token);
        _site.Page("/feed", SiteFeeds.Rss(("1", "甲", "甲文")));
        _bot.With(telegram).Set("Admins:0", $"telegram:{Admin}").Set("Sources:ShortestInterval", "00:00:10");
        await Follow("/feed");
        await Bulletins(1);
        _site.Page("/feed", "<!doctype html><title>Login</title>", "text/html");

        // After a failure it rests longer and longer; a person who edits the row need not wait as long as the test would.
        await Eventually.Holds(
            async () =>
            {
                await Rouse();
                return telegram.Sent.Any(s => s.Chat == Admin);
            }, "the admin is told", Token);
        Assert.Contains("法院公告", telegram.Sent.Single(s => s.Chat == Admin).Text, StringComparison.Ordinal);

        _site.Page("/feed", SiteFeeds.Rss(("1", "甲", "甲文")));
        await Eventually.Holds(
            async () =>
            {
                await Rouse();
                return telegram.Sent.Count(s => s.Chat == Admin) == 2;
            }, "the admin is told that it is back", Token);
        Assert.Contains("已恢复", telegram.Sent.Last(s => s.Chat == Admin).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_texts_of_a_list_pages_articles_are_followed_once()
    {
        _site.Page("/list", List(1, 2), "text/html; charset=utf-8");
        _site.Page("/a/1", "<!doctype html><div class=nav>导航</div><div class=text><p>第一篇的正文。</p></div>", "text/html; charset=utf-8");
        _site.Page("/a/2", "<!doctype html><div class=text><p>第二篇的正文。</p></div>", "text/html; charset=utf-8");
        _bot.Configure("sources.yaml", $"sources: [{{ id: list, name: 通知, kind: webpage, location: \"{_site.Url("/list")}\", every: 1s, selectors: {{ item: li, link: a, title: a, date: span, body: .text }} }}]");
        await _bot.Start(Token);
        await Bulletins(2);
        Assert.Equal(["第一篇的正文。", "第二篇的正文。"], (await Rows()).Select(b => Assert.Single(b.Paragraphs)).Order(StringComparer.Ordinal));

        // An article that does not answer at once is not taken in by its title alone.
        var tries = 0;
        _site.On("/a/3", (_, answer) => ++tries == 1 ? answer.Send(503, []) : answer.Send(200, "<!doctype html><div class=text><p>第三篇的正文。</p></div>"u8.ToArray(), ("Content-Type", "text/html; charset=utf-8")));
        _site.Page("/list", List(3, 2), "text/html; charset=utf-8");
        await Bulletins(3);
        Assert.Equal("第三篇的正文。", (await Rows()).Single(b => b.Link!.EndsWith("/a/3", StringComparison.Ordinal)).Paragraphs.Single());
        Assert.All((string[])["/a/1", "/a/2"], path => Assert.Single(_site.Requests, r => r.Path == path));
        Assert.All(await Rows(), b => Assert.Equal(1, b.Revision));

        string List(params int[] numbers) => $"<!doctype html><title>通知</title><ul>{string.Concat(numbers.Select(n => $"<li><a href=\"/a/{n}\">第{n}号通知</a><span>2026-11-0{n}</span></li>"))}</ul>";
    }

    [Fact]
    public async Task A_changed_sources_file_is_in_force_within_seconds_and_a_faulty_one_is_refused_whole()
    {
        _site.Page("/a", SiteFeeds.Rss(("1", "甲", "甲文")));
        _site.Page("/b", SiteFeeds.Rss(("2", "乙", "乙文")));
        await Follow("/a");
        await Bulletins(1);
        _bot.Configure("sources.yaml", $"sources:\n  - {{ id: other, name: 乙, kind: syndication, location: \"{_site.Url("/b")}\", every: 1s }}\n  - {{ id: bad, kind: nonsense }}");
        var asked = _site.Requests.Count;
        await Eventually.Holds(() => _site.Requests.Count >= asked + 4, "the old sources are read on", Token);
        Assert.DoesNotContain(_site.Requests, r => r.Path == "/b");

        _bot.Configure("sources.yaml", $"sources:\n  - {{ id: other, name: 乙, kind: syndication, location: \"{_site.Url("/b")}\", every: 1s }}");
        await Bulletins(2);
        Assert.Equal(["other"], _bot.Services.GetRequiredService<SourceCatalogue>().Sources.Select(s => s.Id));
    }

    [Fact]
    public async Task The_health_of_each_source_can_be_asked_for_in_either_language()
    {
        _site.Page("/feed", SiteFeeds.Rss(("1", "甲", "甲文")));
        _bot.Configure("sources.yaml", $"sources:\n  - {{ id: good, name: 好, kind: syndication, location: \"{_site.Url("/feed")}\", every: 1s }}\n  - {{ id: gone, name: 坏, kind: syndication, location: \"{_site.Url("/none")}\", every: 1s }}\n  - {{ id: later, name: 晚, kind: push }}");
        await _bot.Start(Token);
        await Eventually.Holds(() => _bot.Ask(db => db.Set<SourceRow>().AnyAsync(s => s.LastError != null)), "one is broken", Token);
        await Bulletins(1);
        var english = await CommandRun.Of(_bot.Folder, ["sources"], Token);
        Assert.Contains("✓ good", english.Output, StringComparison.Ordinal);
        Assert.Contains("404", english.Output, StringComparison.Ordinal);
        Assert.Contains("· later", english.Output, StringComparison.Ordinal);
        var chinese = await CommandRun.Of(_bot.Folder, ["sources"], Token, "zh_CN.UTF-8");
        Assert.Contains("没有该页面（404）", chinese.Output, StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        await _bot.DisposeAsync();
        await _site.DisposeAsync();
    }

    private static string Without(string feed, string id)
    {
        var start = feed.IndexOf($"<item><guid isPermaLink=\"false\">{id}<", StringComparison.Ordinal);
        return feed.Remove(start, feed.IndexOf("</item>", start, StringComparison.Ordinal) + "</item>".Length - start);
    }

    private async Task Follow(string path)
    {
        _bot.Configure("sources.yaml", $"sources: [{{ id: court, name: 法院公告, kind: syndication, location: \"{_site.Url(path)}\", every: 1s }}]");
        await _bot.Start(Token);
    }

    private Task Bulletins(int count) => Eventually.Holds(() => _bot.Ask(async db => await db.Set<BulletinRow>().CountAsync() == count), $"{count} bulletins are there", Token);

    private Task<List<BulletinRow>> Rows() => _bot.Ask(db => db.Set<BulletinRow>().AsNoTracking().OrderBy(b => b.Id).ToListAsync());

    private Task<int> Rouse() => _bot.Ask(db => db.Set<SourceRow>().ExecuteUpdateAsync(s => s.SetProperty(x => x.NextPollAt, (DateTimeOffset?)null)));

    private async Task<(HttpStatusCode Status, int Changed)> Push(object body, string key = Key)
    {
        using var client = new HttpClient { BaseAddress = new Uri(_bot.Url) };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/bulletins") { Content = JsonContent.Create(body) };
        request.Headers.Add("X-Api-Key", key);
        using var answer = await client.SendAsync(request, Token);
        var json = await answer.Content.ReadFromJsonAsync<JsonElement>(Token);
        return (answer.StatusCode, json.TryGetProperty("changed", out var changed) ? changed.GetInt32() : 0);
    }
}

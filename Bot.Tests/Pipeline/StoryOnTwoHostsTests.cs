using System.Net.Http.Json;
using Bot.Bulletins;
using Bot.Deliveries;
using Bot.Subscribers;
using Bot.Tests.Infrastructure;
using Bot.Tests.Sources;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Pipeline;

/// <summary>Two programs over one PostgreSQL that come by the same press releases in the same moment.</summary>
[Collection("postgres")]
public sealed class StoryOnTwoHostsTests(PostgresServer postgres) : IAsyncDisposable
{
    private const long Chat = 7003;
    private const string Key = "a-key-of-both-the-outlets-";

    private static readonly string[] _releases =
    [
        "青禾市司法局印发社区矫正对象外出管理办法，对请假外出的条件、程序和监管措施作出统一规定，要求各县区在一个月内完成业务培训并公开办事指南。",
        "川泽县公证处推出老年人上门公证服务，由公证员带着设备到家中核对身份、录音录像，当天出具遗嘱公证书，所有费用减半收取直到年底为止。",
        "白杨区人民法院设立家事审判庭，婚姻、抚养、继承纠纷一律先经调解员谈话，必要时请心理咨询师到场，判决后还要在三个月内回访当事人双方。",
        "北岭市律师协会公布新一届理事会名单，新设未成年人保护、数据合规和乡村振兴三个专业委员会，并承诺每年组织会员到山区学校讲授法治课程。",
        "云岭县检察院对一起污染河道案件提起公益诉讼，请求判令被告企业清除淤泥、恢复植被，并在当地报纸上公开道歉，庭审通过网络向社会直播。",
        "江城市人民调解中心统计去年受理邻里纠纷的情况，噪音、漏水和停车位争执最多，绝大多数在社区当场达成协议，履行情况由网格员逐户核实登记。",
    ];

    private readonly LoopbackSite _site = new();
    private readonly List<RunningBot> _hosts = [];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_each_of_two_hosts_is_sent_at_once_is_one_story_each_and_alerts_once()
    {
        await using var telegram = await BotApiServer.Start(Token);
        await StartBoth(telegram, "sources: [{ id: one, name: 青禾日报, kind: push }, { id: two, name: 川泽晚报, kind: push }]");
        await Follow(telegram);
        using var http = new HttpClient();
        await Task.WhenAll(_releases.SelectMany((text, n) => (Task[])[Push(http, 0, "one", n, text), Push(http, 1, "two", n, text)]));
        await EachIsOneStoryAndAlertsOnce(telegram);
    }

    [Fact]
    public async Task What_two_hosts_read_at_once_from_two_feeds_is_one_story_each_and_alerts_once()
    {
        await using var telegram = await BotApiServer.Start(Token);
        _site.Page("/one", SiteFeeds.Rss(("0", "旧闻", "很久以前的一篇文章。")));
        _site.Page("/two", SiteFeeds.Rss(("0", "旧闻", "同样久远的另一篇。")));
        await StartBoth(telegram, $"sources:\n  - {{ id: one, name: 青禾日报, kind: syndication, location: \"{_site.Url("/one")}\", every: 1s }}\n  - {{ id: two, name: 川泽晚报, kind: syndication, location: \"{_site.Url("/two")}\", every: 1s }}");
        await Follow(telegram);
        await Eventually.Holds(() => _hosts[0].Ask(async db => await db.Set<BulletinRow>().CountAsync(Token) == 2), "both are read for the first time", Token);

        // Neither is answered before both have been asked, so both are read in the same moment.
        var asked = (One: new TaskCompletionSource(), Two: new TaskCompletionSource());
        Hold("/one", "青禾出台新规", asked.One, asked.Two);
        Hold("/two", "新规来了", asked.Two, asked.One);
        await EachIsOneStoryAndAlertsOnce(telegram);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var host in _hosts)
        {
            await host.DisposeAsync();
        }

        await _site.DisposeAsync();
    }

    private void Hold(string path, string title, TaskCompletionSource asked, TaskCompletionSource other)
    {
        var feed = System.Text.Encoding.UTF8.GetBytes(SiteFeeds.Rss([.. _releases.Select((text, n) => ($"r{n}", $"{title}之{n}", text))]));
        _site.On(path, async (_, answer) =>
        {
            asked.TrySetResult();
            await other.Task.WaitAsync(answer.Stopped);
            await answer.Send(200, feed, ("Content-Type", "text/xml; charset=utf-8"));
        });
    }

    private async Task StartBoth(BotApiServer telegram, string sources)
    {
        var database = await postgres.NewDatabase(Token);
        for (var n = 0; n < 2; n++)
        {
            var host = new RunningBot().With(telegram).Set("Deliveries:CatchUp", "0").Set("Deliveries:MergeBeyond", "0")
                .Set("Storage:Provider", "Postgres").Set("Storage:ConnectionString", database)
                .Set("Sources:AllowPrivateAddresses", "true").Set("Sources:FirstReadAlerts", "50")
                .Set("Sources:ApiKeys:one", Key + "one").Set("Sources:ApiKeys:two", Key + "two");
            _hosts.Add(host);
            host.Configure("topics.yaml", "topics: [{ id: all, name: { zh: 法治, en: Law }, rule: \"司法局 OR 公证 OR 法院 OR 律师 OR 检察院 OR 调解\" }]");
            host.Configure("sources.yaml", sources);
            await host.Start(Token);
        }
    }

    private async Task Follow(BotApiServer telegram)
    {
        telegram.Say(Chat, "/start");
        await Eventually.Holds(() => telegram.Sent.Any(), "/start is answered", Token);
        telegram.Tap(Chat, "topics:s:0:on");
        await Eventually.Holds(() => _hosts[0].Ask(db => db.Set<SubscriptionRow>().AnyAsync(Token)), "the chat follows", Token);
    }

    private async Task Push(HttpClient http, int host, string source, int number, string text)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"{_hosts[host].Url}/api/bulletins"))
        {
            Content = JsonContent.Create(new { id = $"r{number}", title = $"{source}的第{number}则", text }),
        };
        request.Headers.Authorization = new("Bearer", Key + source);
        using var response = await http.SendAsync(request, Token);
        Assert.True(response.IsSuccessStatusCode, $"{response.StatusCode}");
    }

    private async Task EachIsOneStoryAndAlertsOnce(BotApiServer telegram)
    {
        var all = await Rows();
        await Eventually.Holds(async () => (all = await Rows()).Count == _releases.Length * 2, "both outlets' releases are taken in", Token);
        Assert.All(all.GroupBy(b => b.EntryKey), release =>
        {
            Assert.Equal(["one", "two"], release.Select(b => b.SourceId).Order(StringComparer.Ordinal));
            Assert.Single(release.Select(b => b.StoryId).Distinct());
        });
        Assert.Equal(_releases.Length, all.Select(b => b.StoryId).Distinct().Count());

        var stories = all.Select(b => b.StoryId).ToHashSet();
        await Eventually.Holds(
            () => _hosts[0].Ask(async db => await db.Set<DeliveryRow>().CountAsync(d => stories.Contains(d.StoryId) && d.State == DeliveryState.Sent, Token) == _releases.Length),
            "an alert of each story has left", Token);
        Assert.Equal(_releases.Length, await _hosts[0].Ask(db => db.Set<DeliveryRow>().CountAsync(d => stories.Contains(d.StoryId), Token)));
        Assert.Equal(_releases.Length, telegram.Sent.Count(s => s.Keyboard?.ToJsonString().Contains("why:", StringComparison.Ordinal) == true));

        var first = all[0];
        var due = new DueDelivery { Id = 1, ChatId = 1, BulletinId = first.Id, Channel = "web", Address = "x", Language = "zh", TimeZone = "Asia/Shanghai" };
        var alert = (await _hosts[1].Services.GetRequiredService<AlertShelf>().Compose([due], Token))[1];
        Assert.Contains(alert.Paragraphs, p => string.Concat(p.Spans.Select(s => s.Text)) == "另见：" + (first.SourceId == "one" ? "川泽晚报" : "青禾日报"));
    }

    private Task<List<BulletinRow>> Rows() =>
        _hosts[0].Ask(db => db.Set<BulletinRow>().AsNoTracking().Where(b => b.EntryKey != "0").OrderBy(b => b.Id).ToListAsync(Token));
}

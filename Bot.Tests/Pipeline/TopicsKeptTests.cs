using Bot.Tests.Infrastructure;
using Bot.Texts;
using Bot.Topics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Pipeline;

/// <summary>Rules, watches and topics through the real host and the real commands.</summary>
public sealed class TopicsKeptTests
{
    private const long Admin = 7101;
    private const long Reader = 7102;

    private const string Topics =
        """
        topics:
          - { id: mediation, name: { zh: 调解, en: Mediation }, rule: "title:矛盾 OR 调解" }
          - { id: prisons, name: { zh: 监狱, en: Prisons }, rule: "监狱 NOT 调解" }
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_watch_brings_an_alert_that_names_it_and_says_why()
    {
        await using var telegram = await BotApiServer.Start(Token);
        await using var bot = new RunningBot().With(telegram);
        bot.Configure("topics.yaml", Topics);
        await bot.Start(Token);
        telegram.Say(Reader, "/watch 矛盾 AND 家门口");
        await Eventually.Holds(() => Said(telegram, Reader).Any(t => t.Contains("已关注“矛盾 AND 家门口”", StringComparison.Ordinal)), "the watch is confirmed", Token);

        File.Copy(SamplePage, Path.Combine(bot.Pages, "a.txt"));
        await Eventually.Holds(() => Said(telegram, Reader).Any(t => t.Contains("我的关注“矛盾 AND 家门口”", StringComparison.Ordinal)), "the alert names the watch", Token);
        var bulletin = await bot.Ask(db => db.Set<Bot.Bulletins.BulletinRow>().Where(b => b.Title!.Contains("矛盾")).Select(b => b.Id).SingleAsync());
        telegram.Tap(Reader, $"why:{bulletin}");
        await Eventually.Holds(() => Said(telegram, Reader).Any(t => t.Contains("您自己的关注", StringComparison.Ordinal) && t.Contains("标题“矛盾”", StringComparison.Ordinal)), "why says where the words stand", Token);
        telegram.Tap(Reader, $"whynot:{bulletin}");
        await Eventually.Holds(() => Said(telegram, Reader).Any(t => t.Contains("✗ 标题和正文里没有：监狱", StringComparison.Ordinal) || t.Contains("✗ NOT 调解", StringComparison.Ordinal)), "why not says what is lacking", Token);
    }

    [Fact]
    public async Task A_changed_topics_file_comes_into_force_and_a_wrong_one_is_refused_whole_and_told()
    {
        await using var telegram = await BotApiServer.Start(Token);
        await using var bot = new RunningBot().With(telegram).Set("Admins:0", $"telegram:{Admin}");
        bot.Configure("topics.yaml", Topics);
        await bot.Start(Token);
        telegram.Say(Admin, "/topic history mediation");
        await Eventually.Holds(() => Said(telegram, Admin).Any(t => t.Contains("第 1 版", StringComparison.Ordinal)), "the file's topic has a version", Token);

        bot.Configure("topics.yaml", Topics + "\n  - { id: broken, name: { zh: 坏, en: Broken }, rule: \"(坏\" }");
        await Eventually.Holds(() => Said(telegram, Admin).Any(t => t.Contains("topics.yaml:4:", StringComparison.Ordinal) && t.Contains("原来的主题照旧", StringComparison.Ordinal)), "the admin is told the place", Token);
        Assert.Equal(["mediation", "prisons"], Catalogue(bot).Topics.Select(t => t.Id));

        bot.Configure("topics.yaml", Topics.Replace("监狱 NOT 调解", "监狱 OR 戒毒", StringComparison.Ordinal));
        await Eventually.Holds(() => Catalogue(bot).Find("prisons")!.Rule == "监狱 OR 戒毒", "the new rule is in force", Token);
        telegram.Say(Admin, "/topic history prisons");
        await Eventually.Holds(() => Said(telegram, Admin).Any(t => t.Contains("第 2 版", StringComparison.Ordinal) && t.Contains("topics.yaml", StringComparison.Ordinal)), "the change is a version", Token);
    }

    [Fact]
    public async Task The_commands_explain_try_and_audit_beside_the_running_program()
    {
        await using var bot = new RunningBot();
        bot.Configure("topics.yaml", Topics + "\n  - { id: never, name: { zh: 不可能, en: Never }, rule: \"监狱 NOT 监\" }");
        await bot.Start(Token);
        File.Copy(SamplePage, Path.Combine(bot.Pages, "a.txt"));
        await Eventually.Holds(() => bot.Ask(db => db.Set<Bot.Bulletins.BulletinRow>().AnyAsync()), "the page was read", Token);
        var bulletin = await bot.Ask(db => db.Set<Bot.Bulletins.BulletinRow>().Where(b => b.Title!.Contains("矛盾")).Select(b => b.Id).SingleAsync());

        var explained = await Run(bot, "explain", $"{bulletin}");
        Assert.Contains("调解：命中", explained, StringComparison.Ordinal);
        Assert.Contains("✓ title:矛盾：标题“矛盾”", explained, StringComparison.Ordinal);
        Assert.Contains("监狱：未命中", explained, StringComparison.Ordinal);
        Assert.Contains("✗ ", await Run(bot, "explain", $"{bulletin}", "监狱"), StringComparison.Ordinal);

        var tried = await Run(bot, "try", "矛盾 AND 家门口", "--since", "3000d");
        Assert.Contains("会命中 1 篇", tried, StringComparison.Ordinal);
        Assert.Contains($"#{bulletin}", tried, StringComparison.Ordinal);
        Assert.Contains("与“监狱”相比", await Run(bot, "try", "矛盾", "--since", "3000d", "--against", "prisons"), StringComparison.Ordinal);
        Assert.Contains("^", await Run(bot, "try", "矛盾 AND ("), StringComparison.Ordinal);
        Assert.Contains("never  不可能: 永远不会触发：既要有“监狱”，又不能有“监”", await Run(bot, "topics", "--audit"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rules_that_were_set_aside_are_told_once_and_again_only_when_they_change()
    {
        await using var telegram = await BotApiServer.Start(Token);
        await using var bot = new RunningBot().With(telegram).Set("Admins:0", $"telegram:{Admin}");
        bot.Configure("topics.yaml", Topics);
        await bot.Start(Token);
        telegram.Say(Reader, "/help");
        await Eventually.Holds(() => Said(telegram, Reader).Count > 0, "the reader has a chat", Token);
        await Break(bot);
        await Eventually.Holds(() => Told() == 1, "the admin is told", Token);
        await bot.Stop();
        await bot.Start(Token);
        await Break(bot);
        await Eventually.Holds(() => Said(telegram, Admin).Any(t => t.Contains("2 条订阅者自己的关注", StringComparison.Ordinal)), "the change is told", Token);
        Assert.Equal(2, Told());

        int Told() => Said(telegram, Admin).Count(t => t.Contains("以下规则不再有效", StringComparison.Ordinal));
    }

    private static Task<int> Break(RunningBot bot) => bot.Ask(async db =>
    {
        var chat = await db.Set<Bot.Subscribers.ChatRow>().SingleAsync(c => c.Address == $"{Reader}");
        db.Add(new Bot.Subscribers.WatchRow { ChatId = chat.Id, Rule = "((坏", CreatedAt = TimeProvider.System.GetUtcNow() });
        return await db.SaveChangesAsync();
    });

    private static string SamplePage => Path.Combine(AppContext.BaseDirectory, "config", "sample", "pages", "yunling-2025-06-12-02.txt");

    private static TopicCatalogue Catalogue(RunningBot bot) => bot.Services.GetRequiredService<TopicCatalogue>();

    private static List<string> Said(BotApiServer telegram, long chat) => [.. telegram.Sent.Where(s => s.Chat == chat).Select(s => System.Net.WebUtility.HtmlDecode(s.Text.Replace("<b>", "", StringComparison.Ordinal).Replace("</b>", "", StringComparison.Ordinal)))];

    /// <summary>What the command prints, errors too.</summary>
    private static async Task<string> Run(RunningBot bot, params string[] arguments)
    {
        var (_, output, errors) = await CommandRun.Here(["--config", bot.Config, "--data", Path.Combine(bot.Folder, "data"), .. arguments], Language.Zh);
        return output + errors;
    }
}

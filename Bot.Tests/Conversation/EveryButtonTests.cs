using System.Text.RegularExpressions;
using Bot.Subscribers;
using Bot.Tests.Channels;
using Bot.Topics;

namespace Bot.Tests.Conversation;

/// <summary>Walks through all that can be reached by tapping, in Telegram, as a subscriber and as an owner: no button leads nowhere, and no message is one that Telegram refuses.</summary>
public sealed partial class EveryButtonTests
{
    private const int MostTaps = 220;

    private static readonly string[] _beginnings =
    [
        "/start", "/topics", "/latest", "/search 法院", "/settings", "/mute", "/pause", "/remind", "/watches", "/mydata", "/help", "/stop", "/start", "/forgetme",
        "/admin", "/admin sources", "/admin topics", "/admin deliveries", "/admin subscribers", "/admin bulletins", "/admin bulletins 3", "/admin announce", "/admin invites",
        "/admin robots", "/admin admins", "/admin audit", "/admin sources add https://news.example/feed.xml", "/topic courts", "/try 法院", "/robot", "/channel", "! 1", "! 2", "! 3",
    ];

    /// <summary>What ends the walk or the walker, or changes its language.</summary>
    private static readonly string[] _left = ["forget:yes", "adm:subscribers:suspend", "adm:admins:remove", "adm:admins:role", "language:", "set:language"];

    private static readonly HashSet<string> _topics = [.. SampleArchive.Topics.Select(t => t.Id)];

    private static readonly string[] _dead = ["这个按钮已经过期了。", "This button is out of date.", "抱歉，刚才没办成，请再试一次。", "Sorry, that did not work. Please try again."];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("zh-CN", "zh")]
    [InlineData("en-GB", "en")]
    public async Task Every_button_that_is_shown_does_something(string locale, string language)
    {
        await using var telegram = await TelegramStage.Start(locale, Token);
        await telegram.World.Get<TopicBook>().Provide(SampleArchive.Topics, null, Token);
        await telegram.World.Get<AdminStore>().Set("telegram", $"{TelegramStage.Person}", AdminRole.Owner, "test", Token);
        var stage = Transcript.Of(telegram, $"{language}/every-button.txt");
        await stage.Type("/watch 夜间 AND 调解", Token);
        HashSet<string> done = [];
        var taps = 0;
        foreach (var beginning in _beginnings)
        {
            for (var before = -1; before < taps && taps < MostTaps;)
            {
                before = taps;
                await telegram.Type("/start topic_courts", Token);
                await telegram.Type("/start topic_minors", Token);
                taps += await Walk(telegram, stage, beginning, done);
            }
        }

        Assert.InRange(taps, 60, MostTaps - 1);
    }

    /// <summary>From a beginning on, as long as something stands there that was not tapped yet.</summary>
    private static async Task<int> Walk(TelegramStage telegram, IStage stage, string beginning, HashSet<string> done)
    {
        var (taps, from) = (0, telegram.Newest);
        if (beginning.StartsWith('!'))
        {
            await stage.Alert(long.Parse(beginning[2..], System.Globalization.CultureInfo.InvariantCulture), Token);
        }
        else
        {
            await stage.Type(beginning, Token);
        }

        while (telegram.Buttons(from).FirstOrDefault(b => !_left.Any(l => b.Data.StartsWith(l, StringComparison.Ordinal)) && !done.Contains(Kind(b.Data))) is { Data: not null } button)
        {
            taps++;
            done.Add(Kind(button.Data));
            await stage.Tap(button.Label, button.Data, button.Message, Token);
            Assert.False(_dead.Contains(telegram.Notice), $"[{button.Label}] ({button.Data}) of {beginning}: {telegram.Notice}");
            Assert.False(_dead.Any(d => telegram.Last.Contains(d, StringComparison.Ordinal)), $"[{button.Label}] ({button.Data}) of {beginning}:\n{telegram.Last}");
        }

        return taps;
    }

    /// <summary>One button of a kind is enough: numbers and topics' keys are left out of it.</summary>
    private static string Kind(string data) => string.Join(':', data.Split(':').Select(part => _topics.Contains(part) ? "topic" : Numbers().Replace(part, "#")));

    [GeneratedRegex("[0-9a-f]{6,}|[0-9]+")]
    private static partial Regex Numbers();
}

using Bot.Subscribers;
using Microsoft.EntityFrameworkCore;

namespace Bot.Tests.Channels;

/// <summary>A broadcast channel is set up from its administrator's private chat.</summary>
public sealed class BroadcastChannelTests
{
    private const long Channel = -1001777;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("name")]
    [InlineData("number")]
    [InlineData("link")]
    [InlineData("forward")]
    [InlineData("picked")]
    public async Task A_channel_is_named_forwarded_or_picked_and_its_topics_are_ticked_by_buttons(string way)
    {
        await using var stage = await TelegramStage.Start("zh-CN", Token);
        stage.Server.Channels[Channel] = "青禾法治";
        await (way switch
        {
            "name" => stage.Type("/channel @青禾法治", Token),
            "number" => stage.Type($"/channel {Channel}", Token),
            "link" => stage.Type("/频道 https://t.me/青禾法治", Token),
            "forward" => stage.Done(stage.Server.Forward(TelegramStage.Person, Channel), Token),
            _ => stage.Done(stage.Server.Share(TelegramStage.Person, Channel), Token),
        });
        Assert.Contains("📣 青禾法治", await stage.News(null, Token), StringComparison.Ordinal);
        await stage.Tap("选择关注的主题", Token);
        Assert.Contains("📣 青禾法治\n关注的主题", await stage.News(null, Token), StringComparison.Ordinal);
        await stage.Tap("律师", Token);
        Assert.Equal("已关注：律师", stage.Notice);
        Assert.Equal(["lawyers"], await Followed(stage, Channel));
        Assert.Empty(await Followed(stage, TelegramStage.Person));
        Assert.DoesNotContain(stage.Server.Sent, s => s.Chat == Channel);
    }

    [Fact]
    public async Task Who_makes_the_bot_an_administrator_is_asked_in_private_what_it_shall_post()
    {
        await using var stage = await TelegramStage.Start("zh-CN", Token);
        stage.Server.Member(Channel, "left", "administrator", type: "channel", by: TelegramStage.Person);
        await stage.Type("/help", Token);
        await stage.Tap("选择关注的主题", Token);
        await stage.Tap("法院", Token);
        Assert.Equal(["courts"], await Followed(stage, Channel));
    }

    [Fact]
    public async Task Who_does_not_run_the_channel_cannot_set_it_up_not_even_with_an_old_button()
    {
        await using var stage = await TelegramStage.Start("zh-CN", Token);
        stage.Server.Channels[Channel] = "青禾法治";
        await stage.Type("/channel @青禾法治", Token);
        await stage.World.Wait(TimeSpan.FromMinutes(6), Token);
        stage.Server.Members.Add(TelegramStage.Person);
        await stage.Tap("选择关注的主题", Token);
        Assert.Equal("只有频道管理员可以设置它。", stage.Notice);
        await stage.Type("/channel @青禾法治", Token);
        Assert.Contains("只有频道管理员可以设置它。", await stage.News(null, Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_channel_that_the_bot_cannot_see_is_said_so()
    {
        await using var stage = await TelegramStage.Start("zh-CN", Token);
        await stage.Type("/channel @nobody", Token);
        Assert.Contains("我看不到这个频道", await stage.News(null, Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_command_can_be_run_for_a_channel()
    {
        await using var stage = await TelegramStage.Start("zh-CN", Token);
        stage.Server.Channels[Channel] = "青禾法治";
        await stage.Type("/channel @青禾法治 settings Asia/Urumqi", Token);
        Assert.Contains("时区：乌鲁木齐", await stage.News(null, Token), StringComparison.Ordinal);
        await stage.Type("/channel @青禾法治 forgetme", Token);
        Assert.Contains("频道不能用", await stage.News(null, Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_who_may_set_up_nothing_yet_is_given_a_button_that_picks_a_channel()
    {
        await using var stage = await TelegramStage.Start("zh-CN", Token);
        await stage.Type("/channel", Token);
        var asked = stage.Server.Sent.Last().Keyboard!["keyboard"]![0]![0]!;
        Assert.True((bool)asked["request_chat"]!["chat_is_channel"]!);
    }

    private static async Task<IReadOnlyList<string>> Followed(TelegramStage stage, long chat)
    {
        await using var db = stage.World.Database();
        var address = chat.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return await (from s in db.Set<SubscriptionRow>() join c in db.Set<ChatRow>() on s.ChatId equals c.Id where c.Address == address select s.TopicId).ToListAsync(Token);
    }
}

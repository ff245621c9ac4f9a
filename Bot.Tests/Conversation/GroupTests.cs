using Bot.Conversation;
using Bot.Subscribers;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Conversation;

public sealed class GroupTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/stop")]
    [InlineData("/pause 7d")]
    [InlineData("/forgetme")]
    [InlineData("/settings")]
    [InlineData("/start topic_courts")]
    public async Task In_a_group_administrators_alone_configure_by_command(string typed)
    {
        var roles = new Roles();
        await using var world = await Start(roles);
        Assert.Equal("在群里，只有管理员可以修改。", Text(await world.Dialogue.Answer(Said("member") with { Text = typed }, Cancellation)));
        Assert.NotEqual("在群里，只有管理员可以修改。", Text(await world.Dialogue.Answer(Said("boss") with { Text = typed }, Cancellation)));
    }

    [Theory]
    [InlineData("topic:t:0:on:courts")]
    [InlineData("topics:t:0:on")]
    [InlineData("language:en:t:0")]
    [InlineData("set:language:en")]
    [InlineData("mute-topic:7:courts")]
    [InlineData("muting:7:courts")]
    [InlineData("unfollow:courts")]
    [InlineData("forget:yes")]
    [InlineData("pause:7")]
    [InlineData("resume")]
    public async Task In_a_group_administrators_alone_configure_by_button(string action)
    {
        await using var world = await Start(new Roles());
        var reply = await world.Dialogue.Answer(Said("member") with { Action = action }, Cancellation);
        Assert.Equal("在群里，只有管理员可以修改。", reply.Notice);
        Assert.Null(reply.Edited);
        Assert.NotEqual(reply.Notice, (await world.Dialogue.Answer(Said("boss") with { Action = action }, Cancellation)).Notice);
    }

    [Theory]
    [InlineData("run:stop")]
    [InlineData("run:settings")]
    [InlineData("run:pause:7d")]
    public async Task A_button_that_stands_for_a_command_is_no_way_around(string action)
    {
        await using var world = await Start(new Roles());
        var reply = await world.Dialogue.Answer(Said("member") with { Action = action }, Cancellation);
        Assert.Equal("在群里，只有管理员可以修改。", reply.Notice ?? Text(reply));
        Assert.Equal(ChatState.Active, (await world.Get<SubscriberStore>().Find("telegram", "-100", Cancellation))!.State);
    }

    [Fact]
    public async Task Everybody_in_a_group_may_read()
    {
        await using var world = await Start(new Roles());
        Assert.Contains("律师", Text(await world.Dialogue.Answer(Said("member") with { Text = "/latest 律师" }, Cancellation)), StringComparison.Ordinal);
        Assert.Contains("律师", Text(await world.Dialogue.Answer(Said("member") with { Text = "/search 律师" }, Cancellation)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_people_in_a_group_say_to_each_other_is_not_answered()
    {
        await using var world = await Start(new Roles());
        Assert.Empty((await world.Dialogue.Answer(Said("member") with { Text = "中午吃什么" }, Cancellation)).Messages);
    }

    [Fact]
    public async Task The_channel_is_asked_once_in_a_while()
    {
        var roles = new Roles();
        await using var world = await Start(roles);
        for (var i = 0; i < 3; i++)
        {
            await world.Dialogue.Answer(Said("boss") with { Text = "/settings" }, Cancellation);
        }

        Assert.Equal(1, roles.Asked);
        await world.Wait(TimeSpan.FromMinutes(6), Cancellation);
        await world.Dialogue.Answer(Said("boss") with { Text = "/settings" }, Cancellation);
        Assert.Equal(2, roles.Asked);
    }

    private static Task<ConversationWorld> Start(Roles roles) =>
        ConversationWorld.Start(Cancellation, more: s => s.AddSingleton<IChatRoles>(roles));

    private static Incoming Said(string person) =>
        new() { Channel = "telegram", Address = "-100", Kind = ChatKind.Group, Person = person, LanguageHint = "zh" };

    private static string Text(Reply reply) => string.Join('\n', reply.Messages.Select(Screen.Show));

    private sealed class Roles : IChatRoles
    {
        public int Asked { get; private set; }

        public string Channel => "telegram";

        public Task<bool> IsAdministrator(string address, string person, CancellationToken cancellationToken)
        {
            Asked++;
            return Task.FromResult(person == "boss");
        }
    }
}

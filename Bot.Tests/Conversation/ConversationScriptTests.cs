namespace Bot.Tests.Conversation;

/// <summary>Every script, straight at the conversation.</summary>
public sealed class ConversationScriptTests
{
    public static TheoryData<string> Scripts => ScriptPlayer.Scripts;

    [Theory]
    [MemberData(nameof(Scripts))]
    public async Task A_person_sees_what_the_script_says(string script)
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var world = await ConversationWorld.Start(cancellation);
        await ScriptPlayer.Play(script, new Stage(world, world.Chat(language: ScriptPlayer.LanguageOf(script))), cancellation);
    }

    [Theory]
    [InlineData("zh/")]
    [InlineData("en/")]
    public void There_are_scripts_in_each_language(string language) =>
        Assert.InRange(ScriptPlayer.Scripts.Count(s => s.Data.StartsWith(language, StringComparison.Ordinal)), 40, 500);

    private sealed class Stage(ConversationWorld world, Screen screen) : IStage
    {
        public string Name => "web";

        public string? Notice => screen.Notice;

        public Task Type(string text, CancellationToken cancellationToken) => screen.Type(text, cancellationToken);

        public Task Tap(string label, CancellationToken cancellationToken) => screen.Tap(label, cancellationToken);

        public Task Wait(TimeSpan time, CancellationToken cancellationToken) => world.Wait(time, cancellationToken);

        public Task<string> News(string? wanted, CancellationToken cancellationToken) => Task.FromResult(screen.News);

        public async Task<bool> Alert(long bulletin, CancellationToken cancellationToken)
        {
            if (await world.Alert(bulletin, cancellationToken) is not { } alert)
            {
                return false;
            }

            screen.Receive(alert);
            return true;
        }
    }
}

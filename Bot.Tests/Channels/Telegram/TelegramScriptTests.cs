using Bot.Tests.Conversation;

namespace Bot.Tests.Channels;

/// <summary>Every script, through a Bot API server.</summary>
public sealed class TelegramScriptTests
{
    public static TheoryData<string> Scripts => ScriptPlayer.Scripts;

    [Theory]
    [MemberData(nameof(Scripts))]
    public async Task A_person_in_Telegram_sees_what_the_script_says(string script)
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var stage = await TelegramStage.Start(ScriptPlayer.LanguageOf(script), cancellation);
        await ScriptPlayer.Play(script, Transcript.Of(stage, script), cancellation);
    }
}

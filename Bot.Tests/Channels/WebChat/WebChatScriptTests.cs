using Bot.Tests.Conversation;
using Bot.Tests.Infrastructure;

namespace Bot.Tests.Channels.WebChat;

/// <summary>The scripts, in a browser: one program for all of them, and a person of his own for each.</summary>
[Collection("browser")]
public sealed class WebChatScriptTests(Chromium chromium, WebChatScriptTests.Program program) : IClassFixture<WebChatScriptTests.Program>
{
    public static TheoryData<string> InChinese => ScriptPlayer.ForBrowsers("zh/");

    public static TheoryData<string> InEnglish => ScriptPlayer.ForBrowsers("en/");

    [Theory]
    [MemberData(nameof(InChinese))]
    [MemberData(nameof(InEnglish))]
    public async Task A_person_at_a_browser_sees_what_the_script_says(string script)
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var person = await chromium.Person(ScriptPlayer.LanguageOf(script));
        program.Clock.Set(Program.Start);
        await ScriptPlayer.Play(script, await WebChatStage.Open(program.Host, program.Clock, person), cancellation);
    }

    public sealed class Program : IAsyncLifetime
    {
        internal static DateTimeOffset Start { get; } = new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);

        internal ShiftedClock Clock { get; } = new(Start);

        internal WebChatHost Host { get; private set; } = null!;

        public async ValueTask InitializeAsync() =>
            Host = await WebChatHost.Start(TestContext.Current.CancellationToken, options => options.NewVisitorsAMinute = 1000, Clock);

        public async ValueTask DisposeAsync() => await Host.DisposeAsync();
    }
}

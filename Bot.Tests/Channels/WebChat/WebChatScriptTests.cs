using Bot.Tests.Conversation;
using Bot.Tests.Infrastructure;
using Microsoft.Playwright;

namespace Bot.Tests.Channels.WebChat;

/// <summary>The scripts, in a browser: one program and one window of each language for all of them, and a person of his own, without a cookie, for each.</summary>
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
        var stage = await program.Window(chromium, ScriptPlayer.LanguageOf(script));
        program.Clock.Set(Program.Start);
        await stage.Enter();
        await ScriptPlayer.Play(script, stage, cancellation);
    }

    public sealed class Program : IAsyncLifetime
    {
        internal static DateTimeOffset Start { get; } = new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);

        private readonly Dictionary<string, WebChatStage> _windows = [];
        private readonly List<IBrowserContext> _contexts = [];

        internal ShiftedClock Clock { get; } = new(Start);

        internal WebChatHost Host { get; private set; } = null!;

        public async ValueTask InitializeAsync() =>
            Host = await WebChatHost.Start(TestContext.Current.CancellationToken, options => options.NewVisitorsAMinute = 1000, Clock);

        internal async Task<WebChatStage> Window(Chromium chromium, string locale)
        {
            if (!_windows.TryGetValue(locale, out var window))
            {
                _contexts.Add(await chromium.Person(locale, still: true));
                _windows[locale] = window = await WebChatStage.Open(Host, Clock, _contexts[^1]);
            }

            return window;
        }

        public async ValueTask DisposeAsync()
        {
            foreach (var context in _contexts)
            {
                await context.DisposeAsync();
            }

            await Host.DisposeAsync();
        }
    }
}

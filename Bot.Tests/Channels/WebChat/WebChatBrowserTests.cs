using Bot.Deliveries;
using Bot.Tests.Infrastructure;
using Microsoft.Playwright;

namespace Bot.Tests.Channels.WebChat;

/// <summary>What a person at a browser lives through.</summary>
[Collection("browser")]
public sealed class WebChatBrowserTests(Chromium chromium)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_alert_arrives_without_reloading_and_is_there_on_return()
    {
        await using var host = await WebChatHost.Start(Cancellation);
        await using var person = await chromium.Person();
        var page = await Open(host, person);
        await host.Alert(Message.Plain("青禾县法院公布典型案例"), Cancellation);
        await Seen(page, "青禾县法院公布典型案例");
        await page.ReloadAsync();
        await Seen(page, "青禾县法院公布典型案例");
        await Assertions.Expect(page.Locator(".line.told")).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task The_page_comes_back_by_itself_after_the_server_was_away_and_misses_nothing()
    {
        await using var host = await WebChatHost.Start(Cancellation);
        await using var person = await chromium.Person();
        var page = await Open(host, person);
        await host.Close();
        await page.Locator("#state[data-state=offline]").WaitForAsync();
        await host.Open(Cancellation);
        await host.Alert(Message.Plain("断开时写下的"), Cancellation);
        await page.Locator("#state[data-state=online]").WaitForAsync();
        await Seen(page, "断开时写下的");
        await Assertions.Expect(page.Locator(".line.told")).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task Everything_can_be_done_with_the_keyboard()
    {
        await using var host = await WebChatHost.Start(Cancellation);
        await using var person = await chromium.Person("en-GB");
        var page = await Open(host, person);
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#text")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("/he");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        await Seen(page, "What I can do");
        var courts = page.GetByRole(AriaRole.Button, new() { Name = "Courts", Exact = true });
        await courts.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "✓ Courts", Exact = true })).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_command_in_a_text_can_be_tapped()
    {
        await using var host = await WebChatHost.Start(Cancellation);
        await using var person = await chromium.Person();
        var page = await Open(host, person);
        await Say(page, "/help");
        await page.GetByRole(AriaRole.Button, new() { Name = "/latest", Exact = true }).ClickAsync();
        await Seen(page, "云塘市律师协会公布面试安排");
    }

    [Fact]
    public async Task The_language_switch_turns_the_page_and_the_answers()
    {
        await using var host = await WebChatHost.Start(Cancellation);
        await using var person = await chromium.Person();
        var page = await Open(host, person);
        await page.Locator("#switch").ClickAsync();
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "en");
        await Assertions.Expect(page).ToHaveTitleAsync("Faxun · Legal and government bulletins");
        await Say(page, "/help");
        await Seen(page, "What I can do");
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "en");
    }

    [Fact]
    public async Task A_text_from_outside_is_shown_as_text_and_bad_links_lead_nowhere()
    {
        await using var host = await WebChatHost.Start(Cancellation);
        await using var person = await chromium.Person();
        var page = await Open(host, person);
        await host.Alert(
            new Message(
                [new Paragraph([new Span("<img src=x onerror=document.title='taken'>", SpanStyle.Bold, "javascript:alert(1)")])],
                [[new Button("坏链接", Link: "javascript:alert(2)")]]),
            Cancellation);
        await Seen(page, "<img src=x onerror=document.title='taken'>");
        await Assertions.Expect(page.Locator("#log img")).ToHaveCountAsync(0);
        Assert.Null(await page.GetByText("坏链接").GetAttributeAsync("href"));
        await Assertions.Expect(page.Locator("#log p a")).ToHaveCountAsync(0);
        await Assertions.Expect(page).Not.ToHaveTitleAsync("taken");
    }

    [Fact]
    public async Task Who_reads_further_up_is_not_torn_down_by_an_alert()
    {
        await using var host = await WebChatHost.Start(Cancellation);
        await using var person = await chromium.Person(phone: true);
        var page = await Open(host, person);
        await Say(page, "/latest");
        await Seen(page, "较早");
        await page.WaitForTimeoutAsync(600);
        await page.EvaluateAsync("document.querySelector('#scroll').scrollTop = 0");
        await page.WaitForTimeoutAsync(200);
        await host.Alert(Message.Plain("新提醒"), Cancellation);
        await Assertions.Expect(page.Locator("#down")).ToBeVisibleAsync();
        Assert.Equal(0, await page.EvaluateAsync<int>("document.querySelector('#scroll').scrollTop"));
        await page.Locator("#down").ClickAsync();
        await Assertions.Expect(page.GetByText("新提醒")).ToBeInViewportAsync();
        await Assertions.Expect(page.Locator("#down")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task An_access_code_is_asked_for_and_lets_in()
    {
        await using var host = await WebChatHost.Start(Cancellation, o => o.AccessCode = "qinghe");
        await using var person = await chromium.Person();
        var page = await person.NewPageAsync();
        await page.GotoAsync(host.Url);
        await page.Locator("#code").FillAsync("wrong");
        await page.Keyboard.PressAsync("Enter");
        await Seen(page, "访问码不对");
        await page.Locator("#code").FillAsync("qinghe");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("#state[data-state=online]").WaitForAsync();
        await Assertions.Expect(page.Locator("#door")).ToBeHiddenAsync();
    }

    private static async Task<IPage> Open(WebChatHost host, IBrowserContext person)
    {
        var page = await person.NewPageAsync();
        await page.GotoAsync(host.Url);
        await page.Locator(".line.told").First.WaitForAsync();
        await page.Locator("#state[data-state=online]").WaitForAsync();
        return page;
    }

    private static async Task Say(IPage page, string text)
    {
        await page.Locator("#text").FillAsync(text);
        await page.Keyboard.PressAsync("Enter");
    }

    private static Task Seen(IPage page, string text) => Assertions.Expect(page.GetByText(text).First).ToBeVisibleAsync();
}

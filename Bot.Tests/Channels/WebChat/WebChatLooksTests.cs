using Bot.Deliveries;
using Bot.Tests.Infrastructure;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Bot.Tests.Channels.WebChat;

[Collection("browser")]
public sealed class WebChatLooksTests(Chromium chromium)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string, ColorScheme, bool> Looks
    {
        get
        {
            TheoryData<string, ColorScheme, bool> looks = [];
            foreach (var locale in new[] { "zh-CN", "en-GB" })
            {
                foreach (var phone in new[] { false, true })
                {
                    looks.Add(locale, ColorScheme.Light, phone);
                    looks.Add(locale, ColorScheme.Dark, phone);
                }
            }

            return looks;
        }
    }

    /// <summary>Set FAXUN_SCREENSHOTS to a folder to look at what is seen here.</summary>
    [Theory]
    [MemberData(nameof(Looks))]
    public async Task The_page_has_nothing_that_keeps_anybody_out_and_fits_its_screen(string locale, ColorScheme scheme, bool phone)
    {
        await using var host = await WebChatHost.Start(Cancellation);
        await using var person = await chromium.Person(locale, scheme, phone);
        var page = await person.NewPageAsync();
        List<string> complaints = [];
        page.Console += (_, said) => { if (said.Type is "error" or "warning") { complaints.Add(said.Text); } };
        page.PageError += (_, error) => complaints.Add(error);
        await page.GotoAsync(host.Url);
        await page.Locator(".line.told .chip").First.WaitForAsync();
        await page.Locator("#state[data-state=online]").WaitForAsync();
        var zh = locale.StartsWith("zh", StringComparison.Ordinal);
        await page.GetByRole(AriaRole.Button, new() { Name = zh ? "法院" : "Courts", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = zh ? "✓ 法院" : "✓ Courts", Exact = true }).WaitForAsync();
        await Look(page, "1-welcome", locale, scheme, phone);
        await Check(page);

        await page.Locator("#text").FillAsync("/latest");
        await Look(page, "2-hints", locale, scheme, phone);
        await Check(page);
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".line.told").Nth(1).WaitForAsync();
        await host.Alert(Alert, Cancellation);
        await page.Locator(".line.told").Nth(2).WaitForAsync();
        await page.WaitForTimeoutAsync(500);
        await Look(page, "3-latest", locale, scheme, phone);
        await Check(page);

        await page.Locator("#text").FillAsync("/settings");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".line.told").Nth(3).WaitForAsync();
        await page.Locator("#text").FillAsync("/search 检察官");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".line.told").Nth(4).WaitForAsync();
        await page.WaitForTimeoutAsync(700);
        await Look(page, "4-settings-search", locale, scheme, phone);
        await Check(page);

        var wide = await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > innerWidth || document.querySelector('#scroll').scrollWidth > document.querySelector('#scroll').clientWidth");
        Assert.False(wide, "The page scrolls sideways.");
        Assert.Empty(complaints);

        await host.MakeOwner(Cancellation);
        await Say(page, "/admin", 5);
        await page.GetByRole(AriaRole.Button, new() { Name = zh ? "来源" : "Sources", Exact = true }).Last.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "· 青禾日报", Exact = true }).WaitForAsync();
        await Say(page, "/admin sources add https://yuntang.example/feed.xml", 6);
        await page.GetByRole(AriaRole.Button, new() { Name = zh ? "添加" : "Add it", Exact = true }).WaitForAsync();
        await page.WaitForTimeoutAsync(700);
        await Look(page, "6-admin", locale, scheme, phone);
        await Check(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "为什么", Exact = true }).Last.ClickAsync();
        await page.Locator(".line.told").Nth(7).WaitForAsync();
        await page.WaitForTimeoutAsync(700);
        await Look(page, "7-why", locale, scheme, phone);
        await Check(page);

        await page.GotoAsync(host.Url + "/b/2");
        await Look(page, "5-bulletin", locale, scheme, phone);
        await Check(page);
        Assert.Empty(complaints);
    }

    private static async Task Say(IPage page, string text, int line)
    {
        await page.Locator("#text").FillAsync(text);
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".line.told").Nth(line).WaitForAsync();
    }

    private static Message Alert { get; } = new(
        [
            new Paragraph([new Span("青禾县法院公布十件拒不执行典型案例", SpanStyle.Bold, "https://paper.example/77")]),
            new Paragraph([new Span("青禾县法院公布十件拒不执行判决典型案例，涉案金额共三千万元。法院将对失信者限制消费。")]),
            new Paragraph([new Span("法院 · 青禾日报 · 青禾县 · 3月2日", SpanStyle.Italic)]),
        ],
        [[new Button("全文", "read:1"), new Button("为什么", "why:1"), new Button("静音", "mute:1"), new Button("不相关", "irrelevant:1")]]);

    private static async Task Check(IPage page)
    {
        var result = await page.RunAxe();
        Assert.True(result.Violations.Length == 0, string.Join('\n', result.Violations.Select(v => $"{v.Id}: {v.Help}: {string.Join(" | ", v.Nodes.Select(n => n.Html))}")));
    }

    private static async Task Look(IPage page, string name, string locale, ColorScheme scheme, bool phone)
    {
        if (Environment.GetEnvironmentVariable("FAXUN_SCREENSHOTS") is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}-{(phone ? "phone" : "desktop")}-{locale}-{scheme}.png".ToLowerInvariant()) });
        }
    }
}

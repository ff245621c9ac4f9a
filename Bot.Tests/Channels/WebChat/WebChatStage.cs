using Bot.Channels;
using Bot.Deliveries;
using Bot.Storage;
using Bot.Subscribers;
using Bot.Tests.Conversation;
using Bot.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Bot.Tests.Channels.WebChat;

/// <summary>The web chat in a browser: a person types into its field, taps what is shown, and reads what stands on the page.</summary>
internal sealed class WebChatStage(WebChatHost host, ShiftedClock clock, IPage page) : IStage
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(20);

    public string Name => "web";

    public string? Notice { get; private set; }

    public static async Task<WebChatStage> Open(WebChatHost host, ShiftedClock clock, IBrowserContext person)
    {
        // The answers are read in the page itself: a response's body is not kept for long.
        await person.AddInitScriptAsync(
            """
            window.answers = [];
            const asked = window.fetch;
            window.fetch = async (...given) => {
              const response = await asked(...given);
              if (/\/chat\/(say|tap)$/.test(String(given[0]))) window.answers.push(response.ok ? await response.clone().json() : {});
              return response;
            };
            """);
        return new WebChatStage(host, clock, await person.NewPageAsync());
    }

    /// <summary>As somebody who was never here.</summary>
    public async Task Enter()
    {
        await page.Context.ClearCookiesAsync();
        await page.GotoAsync(host.Url);
        await page.EvaluateAsync("() => { localStorage.clear(); sessionStorage.clear(); }");
        await page.Locator("#state[data-state=online]").WaitForAsync();
        Notice = null;
    }

    public async Task Type(string text, CancellationToken cancellationToken)
    {
        await page.Locator("#text").FillAsync(text);
        await Act(() => page.Locator("#composer .send").ClickAsync(), cancellationToken);
    }

    public async Task Tap(string label, CancellationToken cancellationToken)
    {
        var button = page.GetByRole(AriaRole.Button, new() { Name = label, Exact = true }).Last;
        await Act(() => button.ClickAsync(), cancellationToken);
    }

    public async Task Wait(TimeSpan time, CancellationToken cancellationToken)
    {
        clock.Set(clock.GetUtcNow() + time);
        await host.Get<SubscriberStore>().Wake(cancellationToken);
    }

    public async Task<bool> Alert(long bulletin, CancellationToken cancellationToken)
    {
        await using var db = await host.Get<IDbContextFactory<BotDb>>().CreateDbContextAsync(cancellationToken);
        var chat = await Visitor(db).SingleAsync(cancellationToken);
        if (await SampleAlert.For(host.Services, chat, bulletin, cancellationToken) is not { } alert)
        {
            return false;
        }

        await Remember();
        Assert.IsType<SendOutcome.Accepted>(await host.Get<IChannel>().Send(chat.Address, alert, cancellationToken));
        await Shown(cancellationToken);
        return true;
    }

    public async Task<string> News(string? wanted, CancellationToken cancellationToken)
    {
        var news = await News();
        if (wanted is not null)
        {
            await Eventually.Holds(
                async () => (news = await News()).Contains(wanted, StringComparison.Ordinal), $"“{wanted}” is seen in:\n{news}", cancellationToken, (int)_patience.TotalSeconds);
        }

        return news;
    }

    private async Task Act(Func<Task> act, CancellationToken cancellationToken)
    {
        await Remember();
        var before = await page.EvaluateAsync<int>("window.answers.length");
        await act();
        await page.WaitForFunctionAsync("before => window.answers.length > before", before);
        Notice = await page.EvaluateAsync<string?>("window.answers.at(-1).notice ?? null");
        if (Notice is { } shown)
        {
            await page.GetByText(shown).First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        }

        if (!await page.EvaluateAsync<bool>("!!window.answers.at(-1).gone"))
        {
            await Shown(cancellationToken);
        }
    }

    /// <summary>Until the page has drawn all that the chat holds.</summary>
    private async Task Shown(CancellationToken cancellationToken)
    {
        await using var db = await host.Get<IDbContextFactory<BotDb>>().CreateDbContextAsync(cancellationToken);
        var visitor = await Visitor(db).Select(c => c.Address).SingleAsync(cancellationToken);
        var last = await db.Set<WebMessageRow>().Where(m => m.Visitor == visitor).MaxAsync(m => (long?)m.Seq, cancellationToken) ?? 0;
        await page.WaitForFunctionAsync("seq => Number(document.getElementById('log').dataset.seq || 0) >= seq", last);
    }

    /// <summary>The newest is the one at this browser.</summary>
    private static IQueryable<ChatRow> Visitor(BotDb db) => db.Set<ChatRow>().AsNoTracking().OrderByDescending(c => c.Id).Take(1);

    private async Task Remember() => await page.EvaluateAsync(
        "() => { window.before = new Map([...document.querySelectorAll('.line')].map(l => [l, l.querySelector('.sheet').innerHTML])); }");

    private Task<string> News() => page.EvaluateAsync<string>(
        """
        () => [...document.querySelectorAll('.line.told')]
          .filter(l => !window.before || window.before.get(l) !== l.querySelector('.sheet').innerHTML)
          .map(l => [...l.querySelector('.sheet').children].map(c => c.matches('.chips')
            ? [...c.children].map(b => `[${b.textContent}]`).join(' ')
            : c.textContent).join('\n') || l.querySelector('.sheet').textContent)
          .join('\n\n')
        """);
}

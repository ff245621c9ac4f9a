using Microsoft.Playwright;

namespace Bot.Tests.Infrastructure;

/// <summary>The machine's own Chromium, started once for the tests that need it. Where there is none they are skipped and say so.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] _places =
    [
        "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/usr/bin/google-chrome-stable",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", @"C:\Program Files\Google\Chrome\Application\chrome.exe",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public static string? Path => Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } named
        ? named
        : _places.FirstOrDefault(File.Exists);

    public async ValueTask InitializeAsync()
    {
        if (Path is { } path)
        {
            _playwright = await Playwright.CreateAsync();
            _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = path });
        }
    }

    /// <summary>A person's own browser: nothing is shared with the others.</summary>
    public async Task<IBrowserContext> Person(string locale = "zh-CN", ColorScheme scheme = ColorScheme.Light, bool phone = false, bool still = false)
    {
        Assert.SkipWhen(_browser is null, "There is no Chromium on this machine (looked at CHROMIUM and the usual places).");
        return await _browser!.NewContextAsync(new()
        {
            Locale = locale,
            TimezoneId = "Asia/Shanghai",
            ColorScheme = scheme,
            ReducedMotion = still ? ReducedMotion.Reduce : ReducedMotion.NoPreference,
            ViewportSize = phone ? new() { Width = 390, Height = 844 } : new() { Width = 1280, Height = 800 },
            HasTouch = phone,
            IsMobile = phone,
            DeviceScaleFactor = phone ? 2 : 1,
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }
}

[CollectionDefinition("browser")]
public sealed class SharesChromium : ICollectionFixture<Chromium>;

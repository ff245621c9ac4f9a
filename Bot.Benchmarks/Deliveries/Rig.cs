using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Bot.Channels;
using Bot.Deliveries;
using Bot.Sources;
using Bot.Storage;
using Bot.Subscribers;
using Bot.Summaries;
using Bot.Topics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Benchmarks.Deliveries;

/// <summary>The program's own dispatcher, pacer, store and Telegram channel over a database of its own, and a post office to send to.</summary>
internal sealed class Rig : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("faxun-bench-").FullName;
    private readonly Process? _office;
    private readonly string? _officeUrl;
    private readonly IHost _host;

    private Rig(StorageProvider provider, string? office, bool paid, bool unlimited)
    {
        if (office is not null)
        {
            var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, RedirectStandardInput = true };
            foreach (var argument in $"post-office {office}".Split(' '))
            {
                start.ArgumentList.Add(argument);
            }

            _office = Process.Start(start)!;
            _officeUrl = _office.StandardOutput.ReadLine()!;
        }

        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Telegram:Token"] = "123456:AAloopbackloopbackloopbackloopback",
            ["Telegram:ApiUrl"] = _officeUrl ?? "http://127.0.0.1:9",
            ["Telegram:AllowPaidBroadcast"] = paid.ToString(),
            ["Deliveries:MergeBeyond"] = "0",
            ["Storage:Provider"] = provider.ToString(),
            ["Storage:DataFolder"] = _folder,
            ["Storage:ConnectionString"] = provider == StorageProvider.Postgres ? Postgres() : null,
        });
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddStorage();
        builder.Services.AddSingleton<SourceCatalogue>();
        builder.Services.AddTopics();
        builder.Services.AddSummaries();
        builder.Services.AddSubscribers();
        builder.Services.AddDeliveries();
        builder.Services.AddTelegram(builder.Configuration);
        foreach (var listens in builder.Services.Where(s => s.ImplementationType == typeof(TelegramListener) || s.ImplementationType == typeof(TelegramMenus)).ToList())
        {
            builder.Services.Remove(listens);
        }

        if (unlimited)
        {
            var channel = builder.Services.Single(s => s.ServiceType == typeof(IChannel));
            builder.Services.Remove(channel);
            builder.Services.AddSingleton<IChannel>(services => new Unlimited(services.GetRequiredService<TelegramChannel>()));
        }

        _host = builder.Build();
        Databases = _host.Services.GetRequiredService<BotDbFactory>();
    }

    public BotDbFactory Databases { get; }

    public string Folder => _folder;

    public IServiceProvider Services => _host.Services;

    /// <param name="office">The limits of a post office, as its command takes them; null for none.</param>
    public static async Task<Rig> Build(StorageProvider provider, string? office = null, bool paid = false, bool unlimited = false)
    {
        var rig = new Rig(provider, office, paid, unlimited);
        await using var db = rig.Databases.CreateDbContext();
        await db.Database.MigrateAsync();
        return rig;
    }

    public async Task Start() => await _host.StartAsync();

    /// <summary>Something new is owed.</summary>
    public void Wake() => _host.Services.GetRequiredService<DeliverySignal>().Raise();

    /// <summary>Chats 1 to so many, the first tenth of them groups.</summary>
    public async Task Chats(int count)
    {
        await Execute(
            $"""
            INSERT INTO chats ("Id", "Channel", "Address", "Kind", "State", "Language", "TimeZone", "QuietDaysOff", "QuietHoldsUrgent", "Length", "CreatedAt", "Returns")
            SELECT i, 'telegram', CASE WHEN i <= {count / 10} THEN '-' || i ELSE '' || i END, CASE WHEN i <= {count / 10} THEN 1 ELSE 0 END, 0, 'zh', 'Asia/Shanghai', {False}, {False}, 0, 0, 0
            FROM {Series(count)}
            """);
    }

    /// <summary>Bulletins 1 to so many.</summary>
    public async Task Bulletins(int count)
    {
        await using var db = Databases.CreateDbContext();
        for (var i = 1; i <= count; i++)
        {
            db.Add(new Bot.Bulletins.BulletinRow
            {
                Id = i,
                SourceId = "court",
                EntryKey = $"{i}",
                StoryId = i,
                Fingerprint = $"{i}",
                Title = $"云岭市法院发布第{i}号公告",
                Summary = "市法院公布本月开庭安排，旁听须持证件提前登记。",
                SeenAt = TimeProvider.System.GetUtcNow(),
            });
        }

        await db.SaveChangesAsync();
    }

    /// <summary>The bulletins, to the chats of those numbers.</summary>
    public Task Owe(int bulletins, int fromChat, int toChat)
    {
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds() - 60_000;
        return Execute(
            $"""
            INSERT INTO deliveries ("ChatId", "StoryId", "BulletinId", "Kind", "State", "Priority", "DueAt", "Attempts", "CreatedAt", "Digest", "Subject", "Parts")
            SELECT c."Id", b."Id", b."Id", 0, 0, 1, {now} + b."Id", 0, {now}, 0, '', 0 FROM bulletins b CROSS JOIN chats c
            WHERE b."Id" <= {bulletins} AND c."Id" BETWEEN {fromChat} AND {toChat} ORDER BY b."Id", c."Id"
            ON CONFLICT DO NOTHING
            """);
    }

    public async Task<int> Execute(string sql)
    {
        await using var db = Databases.CreateDbContext();
        db.Database.SetCommandTimeout(TimeSpan.FromMinutes(10));
        return await db.Database.ExecuteSqlRawAsync(sql.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal));
    }

    public async Task<int> Owed()
    {
        await using var db = Databases.CreateDbContext();
        return await db.Set<DeliveryRow>().CountAsync(d => d.State == DeliveryState.Pending || d.State == DeliveryState.Sending);
    }

    public async Task<PostOfficeStats> Stats()
    {
        using var client = new HttpClient();
        return JsonSerializer.Deserialize<PostOfficeStats>(await client.GetStringAsync(new Uri($"{_officeUrl}/stats")))!;
    }

    public string False => Databases.Provider == StorageProvider.Postgres ? "FALSE" : "0";

    public string Series(int count) => Databases.Provider == StorageProvider.Postgres
        ? string.Create(CultureInfo.InvariantCulture, $"generate_series(1, {count}) i")
        : string.Create(CultureInfo.InvariantCulture, $"(WITH RECURSIVE s(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM s WHERE i < {count}) SELECT i FROM s)");

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
        _office?.StandardInput.WriteLine();
        _office?.WaitForExit(5000);
        _office?.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private static string Postgres()
    {
        var server = Environment.GetEnvironmentVariable("FAXUN_POSTGRES") ?? throw new InvalidOperationException("Set FAXUN_POSTGRES to a connection string without a database, such as Host=127.0.0.1;Username=faxun.");
        return $"{server};Database=faxun_bench_{Guid.NewGuid():N}";
    }

    private sealed class Unlimited(IChannel inner) : IChannel
    {
        public string Name => inner.Name;

        public ChannelLimits Limits => ChannelLimits.None;

        public bool RepeatsSafely => inner.RepeatsSafely;

        public Task<SendOutcome> Send(string address, Message message, CancellationToken cancellationToken) => inner.Send(address, message, cancellationToken);
    }
}

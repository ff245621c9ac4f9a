using Bot.Conversation;
using Bot.Deliveries;
using Bot.Sources;
using Bot.Storage;
using Bot.Subscribers;
using Bot.Topics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Conversation;

/// <summary>The conversation over a real SQLite file, with a dozen topics, some bulletins and a clock that stands still until it is moved.</summary>
internal sealed class ConversationWorld : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("faxun-").FullName;
    private readonly ServiceProvider _services;

    private ConversationWorld()
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(Clock);
        services.AddStorage();
        services.Configure<StorageOptions>(o => o.DataFolder = _folder);
        services.AddSingleton(Microsoft.Extensions.Options.Options.Create(new StorageOptions { DataFolder = _folder }));
        services.AddSingleton<TopicCatalogue>();
        services.AddSingleton<SourceCatalogue>();
        services.AddSingleton<DeliverySignal>();
        services.AddOptions<DeliveriesOptions>();
        services.AddSubscribers();
        services.AddConversation();
        _services = services.BuildServiceProvider();
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 3, 2, 1, 0, 0, TimeSpan.Zero));

    public Dialogue Dialogue => Get<Dialogue>();

    public static async Task<ConversationWorld> Start(CancellationToken cancellationToken)
    {
        var world = new ConversationWorld();
        await using var db = world.Database();
        await db.Database.EnsureCreatedAsync(cancellationToken);
        world.Get<TopicCatalogue>().Replace(SampleArchive.Topics);
        world.Get<SourceCatalogue>().Replace(SampleArchive.Sources);
        db.AddRange(SampleArchive.Bulletins(world.Clock.GetUtcNow()));
        db.AddRange(SampleArchive.Matches(world.Clock.GetUtcNow()));
        await db.SaveChangesAsync(cancellationToken);
        return world;
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public BotDb Database() => Get<IDbContextFactory<BotDb>>().CreateDbContext();

    public Screen Chat(string address = "visitor", string? language = "zh") => new(Dialogue, address, language);

    public async Task<ChatRow> Row(string address = "visitor") =>
        await Get<SubscriberStore>().Find("web", address, TestContext.Current.CancellationToken)
        ?? throw new InvalidOperationException($"No chat at {address}.");

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}

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

/// <summary>The conversation over a real SQLite file, or PostgreSQL, with a dozen topics, some bulletins and a clock that stands still until it is moved.</summary>
internal sealed class ConversationWorld : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("faxun-").FullName;
    private readonly ServiceProvider _services;

    private ConversationWorld(string? postgres, Action<IServiceCollection>? more)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(Clock);
        services.AddStorage();
        services.AddSingleton(Microsoft.Extensions.Options.Options.Create(new StorageOptions
        {
            DataFolder = _folder,
            Provider = postgres is null ? StorageProvider.Sqlite : StorageProvider.Postgres,
            ConnectionString = postgres,
        }));
        services.AddTopics();
        services.AddRunningNeeds();
        services.AddSingleton<PublicAddress>();
        services.AddSingleton<AlertMessages>();
        services.AddOptions<DeliveriesOptions>();
        services.AddSubscribers();
        services.AddConversation();
        more?.Invoke(services);
        _services = services.BuildServiceProvider();
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 3, 2, 1, 0, 0, TimeSpan.Zero));

    public Dialogue Dialogue => Get<Dialogue>();

    public static async Task<ConversationWorld> Start(CancellationToken cancellationToken, string? postgres = null, Action<IServiceCollection>? more = null)
    {
        var world = new ConversationWorld(postgres, more);
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

    public async Task<ChatRow> Row(string address = "visitor", string channel = "web") =>
        await Get<SubscriberStore>().Find(channel, address, TestContext.Current.CancellationToken)
        ?? throw new InvalidOperationException($"No chat at {address}.");

    /// <summary>Lets time pass, and what happens by itself with it.</summary>
    public async Task Wait(TimeSpan time, CancellationToken cancellationToken)
    {
        Clock.Advance(time);
        await Get<SubscriberStore>().Wake(cancellationToken);
    }

    /// <summary>The alert that the chat would get for this bulletin; null when it would get none.</summary>
    public async Task<Message?> Alert(long bulletinId, CancellationToken cancellationToken, string address = "visitor", string channel = "web") =>
        await SampleAlert.For(_services, await Row(address, channel), bulletinId, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}

using Bot.Storage;
using Bot.Summaries.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Bot.Tests.Summaries.Model;

/// <summary>The model's answers over a SQLite file of their own.</summary>
internal sealed class AnswerMemory : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("faxun-").FullName;
    private readonly BotDbFactory _databases;

    public AnswerMemory(TimeProvider clock)
    {
        _databases = new BotDbFactory(Options.Create(new StorageOptions { DataFolder = _folder }));
        using (var db = _databases.CreateDbContext())
            db.Database.EnsureCreated();
        Store = new AnswerStore(_databases, clock);
    }

    public AnswerStore Store { get; }

    public ModelDayRow Day()
    {
        using var db = _databases.CreateDbContext();
        return db.Set<ModelDayRow>().AsNoTracking().OrderByDescending(d => d.Day).First();
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}

using Bot.Sources.Configuration;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Sources;

/// <summary>Sources as admins keep them from a chat. They live in the database, beside those of the file, and every process follows them.</summary>
internal sealed class SourceKeeper(SourceCatalogue catalogue, BotDbFactory databases, TimeProvider clock)
{
    /// <summary>Puts in force what the database says; nothing happens where it says what it said.</summary>
    public async Task Load(CancellationToken cancellationToken)
    {
        await using var db = databases.CreateDbContext();
        var rows = await db.Set<KeptSourceRow>().AsNoTracking().OrderBy(s => s.At).ToListAsync(cancellationToken);
        catalogue.Keep(
            [.. rows.Where(r => r.Yaml.Length > 0).SelectMany(r => Parse(r.Yaml))],
            rows.Where(r => r.IsPaused).Select(r => r.Id).ToHashSet(StringComparer.Ordinal));
    }

    /// <returns>Whether it is new: neither its id nor its location is known.</returns>
    public async Task<bool> Add(SourceDefinition source, string by, CancellationToken cancellationToken)
    {
        if (catalogue.Sources.Any(s => s.Id == source.Id || s.Location == source.Location))
        {
            return false;
        }

        await using (var db = databases.CreateDbContext())
        {
            db.Add(new KeptSourceRow { Id = source.Id, Yaml = SourceYaml.Item(source, 2), By = by, At = clock.GetUtcNow() });
            await db.SaveChangesAsync(cancellationToken);
        }

        await Load(cancellationToken);
        return true;
    }

    /// <returns>Whether there was one that had been added here. What it brought stays.</returns>
    public async Task<bool> Remove(string id, CancellationToken cancellationToken)
    {
        await using (var db = databases.CreateDbContext())
        {
            if (await db.Set<KeptSourceRow>().Where(s => s.Id == id && s.Yaml != "").ExecuteDeleteAsync(cancellationToken) == 0)
            {
                return false;
            }
        }

        await Load(cancellationToken);
        return true;
    }

    public async Task Pause(string id, bool isPaused, string by, CancellationToken cancellationToken)
    {
        await using (var db = databases.CreateDbContext())
        {
            var row = await db.Set<KeptSourceRow>().SingleOrDefaultAsync(s => s.Id == id, cancellationToken);
            if (row is null)
            {
                db.Add(row = new KeptSourceRow { Id = id, Yaml = "", By = by });
            }

            (row.IsPaused, row.By, row.At) = (isPaused, by, clock.GetUtcNow());
            await db.SaveChangesAsync(cancellationToken);
        }

        await Load(cancellationToken);
    }

    private static IReadOnlyList<SourceDefinition> Parse(string item) =>
        new SourcesFile(_ => null).Parse("sources:\n" + item, "database") is SourcesFileResult.Loaded(var sources) ? sources : [];
}

using Bot.Bulletins;
using Bot.Sources;
using Bot.Sources.Health;
using Bot.Storage;
using Bot.Texts;
using Microsoft.EntityFrameworkCore;

namespace Bot.Commands;

/// <summary>How each source fares, in plain words.</summary>
internal static class SourcesCommand
{
    /// <summary>In days; enough to tell a habit (<see cref="Silence"/>).</summary>
    private const int LookedBack = 70;

    private static readonly Words _words = Words.Of<StartOutcome>("CommandsWords");

    public static async Task<int> Run(Folders folders, CancellationToken cancellationToken)
    {
        await using var host = BotHost.Build(new HostSettings(folders));
        if (Provisioning.Sources(host.Services, folders) is { Count: > 0 } faults)
        {
            await Complaints.Print(faults);
            return ExitCodes.Refused;
        }

        await SourceRows.AddKept(host.Services, cancellationToken);
        var sources = host.Services.GetRequiredService<SourceCatalogue>().Sources;
        var now = host.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        var rows = await SourceRows.All(host.Services, cancellationToken);
        var published = await SourceRows.Ask(host.Services, Enumerable.Empty<(string, DateTimeOffset)>().ToLookup(p => p.Item1, p => p.Item2), db => Published(db, now, cancellationToken), cancellationToken);
        if (sources.Count == 0)
        {
            await Console.Out.WriteLineAsync(Say("Sources.None", folders.SourcesFile));
        }

        var well = true;
        foreach (var source in sources)
        {
            var row = rows.GetValueOrDefault(source.Id) ?? new SourceRow { Id = source.Id };
            var health = SourceHealth.Of(row, published[source.Id], source.TimeZone, now);
            well &= health is SourceHealth.New or SourceHealth.Well;
            await Console.Out.WriteLineAsync(string.Join('\n', Lines(source, row, health)));
        }

        return well ? ExitCodes.Done : ExitCodes.Failed;
    }

    private static IEnumerable<string> Lines(SourceDefinition source, SourceRow row, SourceHealth health)
    {
        var mark = health switch { SourceHealth.Well => "✓", SourceHealth.New => "·", SourceHealth.Silent => "?", _ => "✗" };
        yield return $"{mark} {source.Id}  {source.Name}";
        yield return $"    {health.In(CommandLine.Language)}";
        if (row.MovedTo is { } moved && row.Location == source.Location)
        {
            yield return $"    {Say("Sources.Moved", moved)}";
        }

        if (source.Schedule is null && source.Kind != SourceKind.Push && row.NextPollAt is { } next)
        {
            yield return $"    {Say("Sources.Next", TimeZoneInfo.ConvertTime(next, source.TimeZone))}";
        }
    }

    private static async Task<ILookup<string, DateTimeOffset>> Published(BotDb db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var since = now.AddDays(-LookedBack);
        return (await db.Set<BulletinRow>().Where(b => b.PublishedAt >= since).Select(b => new { b.SourceId, At = b.PublishedAt!.Value }).ToListAsync(cancellationToken))
            .ToLookup(b => b.SourceId, b => b.At);
    }

    private static string Say(string key, params object?[] values) => _words.Get(CommandLine.Language, key, values);
}

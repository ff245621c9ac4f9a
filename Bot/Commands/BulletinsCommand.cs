using System.Globalization;
using Bot.Bulletins;
using Bot.Texts;
using Microsoft.EntityFrameworkCore;

namespace Bot.Commands;

/// <summary>Lists the newest bulletins with their numbers, or deletes some for good.</summary>
internal static class BulletinsCommand
{
    private const int Listed = 30;

    private static readonly Words _words = Words.Of<StartOutcome>("CommandsWords");

    public static async Task<int> Run(Folders folders, IReadOnlyList<long> delete, CancellationToken cancellationToken)
    {
        await using var host = BotHost.Build(new HostSettings(folders));
        if (Provisioning.Sources(host.Services, folders) is { Count: > 0 } faults)
        {
            await Complaints.Print(faults);
            return ExitCodes.Refused;
        }

        return delete.Count > 0 ? await Delete(host.Services, delete, cancellationToken) : await List(host.Services, cancellationToken);
    }

    private static async Task<int> List(IServiceProvider services, CancellationToken cancellationToken)
    {
        var newest = await SourceRows.Ask(
            services,
            [],
            async db => await db.Set<BulletinRow>().AsNoTracking().OrderByDescending(b => b.Id).Take(Listed).Select(b => new Line(b.Id, b.SeenAt, b.SourceId, b.Title)).ToListAsync(cancellationToken),
            cancellationToken);
        foreach (var line in newest)
        {
            await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{line.Id}  {line.SeenAt:yyyy-MM-dd HH:mm}  {line.SourceId}  {line.Title ?? "-"}"));
        }

        if (newest.Count == 0)
        {
            await Console.Out.WriteLineAsync(Say("Bulletins.None"));
        }

        return ExitCodes.Done;
    }

    private static async Task<int> Delete(IServiceProvider services, IReadOnlyList<long> ids, CancellationToken cancellationToken)
    {
        var removal = services.GetRequiredService<BulletinRemoval>();
        var all = true;
        foreach (var id in ids)
        {
            var done = await SourceRows.Ask(services, false, _ => removal.Delete(id, cancellationToken), cancellationToken);
            all &= done;
            await Console.Out.WriteLineAsync(Say(done ? "Bulletins.Deleted" : "Bulletins.Unknown", id));
        }

        return all ? ExitCodes.Done : ExitCodes.Failed;
    }

    private static string Say(string key, params object?[] values) => _words.Get(CommandLine.Language, key, values);

    private sealed record Line(long Id, DateTimeOffset SeenAt, string SourceId, string? Title);
}

using Bot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Bot.Subscribers;

/// <summary>Who may do what: admins of the settings are owners, the others stand in the database.</summary>
internal sealed class AdminStore(IDbContextFactory<BotDb> databases, IOptions<AdminsOptions> options, TimeProvider clock)
{
    public static string Name(string channel, string person) => $"{channel}:{person}";

    /// <summary>Those cannot be changed from a chat.</summary>
    public bool IsOfSettings(string channel, string person) => options.Value.Named.Contains(Name(channel, person), StringComparer.Ordinal);

    public async Task<AdminRole?> RoleOf(string channel, string person, CancellationToken cancellationToken)
    {
        if (IsOfSettings(channel, person))
        {
            return AdminRole.Owner;
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return (await db.Set<AdminRow>().AsNoTracking().SingleOrDefaultAsync(a => a.Channel == channel && a.Person == person, cancellationToken))?.Role;
    }

    public async Task<bool> HasOwner(CancellationToken cancellationToken)
    {
        if (options.Value.Named.Count > 0)
        {
            return true;
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Set<AdminRow>().AnyAsync(a => a.Role == AdminRole.Owner, cancellationToken);
    }

    /// <summary>Owners first; those of the settings have no row and come before all.</summary>
    public async Task<IReadOnlyList<(string Channel, string Person, AdminRole Role)>> All(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await All(db, cancellationToken);
    }

    public async Task<IReadOnlyList<(string Channel, string Person, AdminRole Role)>> All(BotDb db, CancellationToken cancellationToken)
    {
        var rows = await db.Set<AdminRow>().AsNoTracking().OrderByDescending(a => a.Role).ThenBy(a => a.AddedAt).ToListAsync(cancellationToken);
        var named = options.Value.Named.Select(n => n.Split(':', 2)).Select(n => (Channel: n[0], Person: n[1], AdminRole.Owner));
        return [.. named.Concat(rows.Select(r => (r.Channel, r.Person, r.Role))).DistinctBy(a => (a.Channel, a.Person))];
    }

    public async Task Set(string channel, string person, AdminRole role, string by, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var row = await db.Set<AdminRow>().SingleOrDefaultAsync(a => a.Channel == channel && a.Person == person, cancellationToken);
        if (row is null)
        {
            db.Add(row = new AdminRow { Channel = channel, Person = person, AddedBy = by, AddedAt = clock.GetUtcNow() });
        }

        row.Role = role;
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <returns>False for one that is none, or that the settings name.</returns>
    public async Task<bool> Remove(string channel, string person, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Set<AdminRow>().Where(a => a.Channel == channel && a.Person == person).ExecuteDeleteAsync(cancellationToken) > 0;
    }
}

using System.Security.Cryptography;
using System.Text;
using Bot.Sources;
using Bot.Sources.Fetching;
using Bot.Sources.Push;
using Bot.Storage;
using Microsoft.Extensions.Options;

namespace Bot.Pipeline;

/// <summary>What clients send goes the way of every document. A key belongs to one source of the kind <c>push</c>.</summary>
internal sealed partial class PushIntake(
    SourceCatalogue catalogue, DocumentIntake intake, SourceLedger ledger, BotDbFactory databases, IOptions<SourcesOptions> options, TimeProvider clock, ILogger<PushIntake> logger)
    : IPushIntake
{
    public SourceDefinition? SourceOf(string apiKey)
    {
        // All keys are compared, and each in the same time, so that an answer's time tells nothing.
        var given = SHA256.HashData(Encoding.UTF8.GetBytes(apiKey));
        string? found = null;
        foreach (var (id, key) in options.Value.ApiKeys)
        {
            if (CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(key)), given))
            {
                found = id;
            }
        }

        return found is not null && catalogue.Find(found) is { Kind: SourceKind.Push } source ? source : null;
    }

    public async Task<int> Take(SourceDefinition source, ReadOnlyMemory<byte> body, IReadOnlyList<Entry> entries, CancellationToken cancellationToken)
    {
        var document = new Document { Location = PushEndpoint.Path, Bytes = body, MediaType = "application/json", FetchedAt = clock.GetUtcNow(), TimeZone = source.TimeZone };
        var result = new ReadResult { Kind = SourceKind.Push, Format = "push", Entries = entries };
        var count = await intake.Take(source, document, result, entries.Count, cancellationToken);
        SourcePosition position;
        await using (var db = databases.CreateDbContext())
        {
            position = await SourcePositions.Load(db, source, cancellationToken);
        }

        await ledger.Succeeded(source, position, PollHints.None, cancellationToken);
        Log.Taken(logger, source.Id, count.New, count.Revised);
        return count.New + count.Revised;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "{Source}: {Count} new and {Revised} changed by push")]
        public static partial void Taken(ILogger logger, string source, int count, int revised);
    }
}

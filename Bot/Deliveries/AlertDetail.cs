using Bot.Bulletins.Facts;
using Bot.Bulletins.Lifecycle;
using Bot.Storage;

namespace Bot.Deliveries;

/// <summary>What an alert tells beside the bulletin itself.</summary>
internal sealed record AlertDetail(IReadOnlyList<Fact> Facts, IReadOnlyList<EarlierText> Earlier)
{
    /// <summary>What a model wrote, in the reader's language; null where the extract is told.</summary>
    public string? ByModel { get; init; }

    public static AlertDetail None { get; } = new([], []);

    /// <summary>One for each of the bulletins.</summary>
    public static async Task<IReadOnlyDictionary<long, AlertDetail>> Of(BotDb db, IReadOnlyCollection<long> bulletinIds, CancellationToken cancellationToken)
    {
        var facts = await KeptFacts.Of(db, bulletinIds, cancellationToken);
        var earlier = await EarlierText.Of(db, bulletinIds, cancellationToken);
        return bulletinIds.ToDictionary(id => id, id => new AlertDetail([.. facts[id]], [.. earlier[id]]));
    }
}

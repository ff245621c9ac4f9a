using System.Globalization;
using System.Text;
using Bot.Bulletins;
using Bot.Deliveries;
using Bot.Storage;
using Bot.Texts;
using Bot.Topics;

namespace Bot.Commands;

/// <summary>Prints the ledger: of a bulletin, of a chat, or of what is stuck. Reads only.</summary>
internal static class DeliveriesCommand
{
    private static readonly Words _words = Words.Of<StartOutcome>("CommandsWords");

    public static async Task<int> Run(Folders folders, long? bulletin, string? chat, bool stuck, CancellationToken cancellationToken)
    {
        if ((bulletin is null ? 0 : 1) + (chat is null ? 0 : 1) + (stuck ? 1 : 0) != 1)
        {
            await Complaints.Print([Say("Ledger.How")]);
            return ExitCodes.Refused;
        }

        await using var host = BotHost.Build(new HostSettings(folders));
        if (Provisioning.Apply(host.Services, folders) is { Count: > 0 } faults)
        {
            await Complaints.Print(faults);
            return ExitCodes.Refused;
        }

        await host.Services.GetRequiredService<DatabaseMigrator>().Migrate(cancellationToken);
        await using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false));
        var report = await Report(host.Services, bulletin, chat, cancellationToken);
        await output.WriteAsync(report ?? Say("Ledger.Unknown") + '\n');
        return report is null ? ExitCodes.Failed : ExitCodes.Done;
    }

    /// <returns>Null where the bulletin or the chat is not known.</returns>
    internal static async Task<string?> Report(IServiceProvider services, long? bulletinId, string? chatName, CancellationToken cancellationToken)
    {
        var ledger = services.GetRequiredService<Ledger>();
        var text = new StringBuilder();
        IReadOnlyList<LedgerLine> lines;
        if (bulletinId is { } id)
        {
            if (await ledger.Bulletin(id, cancellationToken) is not { } bulletin)
            {
                return null;
            }

            lines = await ledger.OfBulletin(bulletin, cancellationToken);
            await Head(text, bulletin, ledger, services.GetRequiredService<TopicCatalogue>(), cancellationToken);
        }
        else if (chatName is not null)
        {
            if (await ledger.Chat(chatName, cancellationToken) is not { } chat)
            {
                return null;
            }

            lines = await ledger.OfChat(chat.Id, cancellationToken);
            text.Append(string.Create(CultureInfo.InvariantCulture, $"#{chat.Id} {chat.Channel}:{chat.Address} {chat.State} {chat.StateReason}").TrimEnd()).Append('\n');
        }
        else
        {
            lines = await ledger.Stuck(cancellationToken);
        }

        foreach (var line in lines)
        {
            text.Append(Line(line, withBulletin: bulletinId is null)).Append('\n');
        }

        return lines.Count == 0 ? text.Append(Say("Ledger.Nothing")).Append('\n').ToString() : text.ToString();
    }

    private static async Task Head(StringBuilder text, BulletinRow bulletin, Ledger ledger, TopicCatalogue topics, CancellationToken cancellationToken)
    {
        var matches = await ledger.Matches(bulletin.Id, cancellationToken);
        var names = matches.Select(m => $"{topics.Find(m.TopicId)?.NameIn(CommandLine.Language) ?? m.TopicId} ({string.Join(' ', m.Evidence)})");
        text.Append(CultureInfo.InvariantCulture, $"#{bulletin.Id} {bulletin.Title}").Append('\n');
        text.Append(Say("Ledger.Bulletin", Moment(bulletin.PublishedAt), Moment(bulletin.SeenAt), bulletin.SourceId, bulletin.StoryId)).Append('\n');
        text.Append(matches.Count == 0 ? Say("Ledger.NoTopic") : Say("Ledger.Matched", Moment(matches.Min(m => m.MatchedAt)), string.Join(", ", names))).Append('\n');
    }

    private static string Line(LedgerLine line, bool withBulletin)
    {
        List<string> parts = [$"{line.Channel}:{line.Address} (#{line.ChatId})"];
        if (withBulletin)
        {
            parts.Add(line.Kind == DeliveryKind.Digest ? Say("Ledger.Digest." + line.Digest) : $"#{line.BulletinId} {line.Title}");
            Add("Ledger.Published", line.PublishedAt);
            Add("Ledger.Seen", line.SeenAt);
            Add("Ledger.MatchedAt", line.MatchedAt);
        }

        if (line.WhyNot is { } why)
        {
            parts.Add(Say("Ledger.WhyNot." + why));
            return string.Join(" · ", parts);
        }

        if (line.Kind is DeliveryKind.Update or DeliveryKind.Reminder)
        {
            parts.Add(Say("Ledger.Kind." + line.Kind));
        }

        Add("Ledger.Queued", line.QueuedAt);
        Add("Ledger.Sent", line.SentAt);
        if (line.MessageId is { Length: > 0 } message)
        {
            parts.Add(Say("Ledger.Message", message));
        }

        Add("Ledger.Read", line.ReadAt);
        if (line.State is { } state and not DeliveryState.Sent)
        {
            parts.Add(state == DeliveryState.Gathered
                ? line.DigestId is { } digest ? Say("Ledger.InDigest", digest) : Say("Ledger.Waits", Say("Ledger.Digest." + line.Digest))
                : Say("Ledger.State." + state));
        }

        if (line.Attempts > 1)
        {
            parts.Add(Say("Ledger.Attempts", line.Attempts));
        }

        if (line.Reason is { } reason)
        {
            parts.Add(reason);
        }

        return string.Join(" · ", parts);

        void Add(string key, DateTimeOffset? moment)
        {
            if (moment is { } at)
            {
                parts.Add(Say(key, Moment(at)));
            }
        }
    }

    private static string Moment(DateTimeOffset? moment) => moment is { } at ? at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture) : "–";

    private static string Say(string key, params object?[] values) => _words.Get(CommandLine.Language, key, values);
}

using System.Text.RegularExpressions;
using Bot.Sources;
using Bot.Storage;
using Microsoft.EntityFrameworkCore;

namespace Bot.Topics;

/// <summary>
/// Keeps the topics: those of the file, which are read-only here, and those that admins make in their chats, which live in the database.
/// Every change is a version; what is in force is put together from both and handed to the catalogue as a whole.
/// </summary>
internal sealed partial class TopicBook(TopicCatalogue catalogue, SourceCatalogue sources, BotDbFactory databases, TimeProvider clock) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private IReadOnlyList<Topic> _file = [];
    private int _versions;

    /// <summary>Stored topics that cannot be in force any more, such as after a change of the rule language, each with its fault; the others go on.</summary>
    public IReadOnlyList<(Topic Topic, TopicChange.Refused Fault)> SetAside { get; private set; } = [];

    public bool IsOfFile(string id) => _file.Any(t => t.Id == id);

    /// <summary>Puts in force what the file says, with what admins made.</summary>
    /// <param name="file">The file's name, for the history; null records no versions (a command that only looks).</param>
    public async Task Provide(IReadOnlyList<Topic> topics, string? file, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            _file = topics;
            await using var db = databases.CreateDbContext();
            if (file is not null)
            {
                await TopicVersions.RecordFile(db, topics, file, clock.GetUtcNow(), cancellationToken);
            }

            await PutInForce(db, file is not null, cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>What another process changed.</summary>
    public async Task Refresh(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            await using var db = databases.CreateDbContext();
            if (await db.Set<TopicVersionRow>().CountAsync(cancellationToken) != _versions)
            {
                await PutInForce(db, false, cancellationToken);
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    public Task<TopicChange> Create(Topic topic, string who, string why, CancellationToken cancellationToken) =>
        Change(topic.Id, who, why, last => last is not null
            ? TopicChange.Refused.Because("change.exists", topic.Id)
            : Fault(topic) ?? (TopicChange)new TopicChange.Made(topic, 1, false), cancellationToken);

    public Task<TopicChange> Edit(Topic topic, string who, string why, CancellationToken cancellationToken) =>
        Change(topic.Id, who, why, last => last is null
            ? TopicChange.Refused.Because("change.none", topic.Id)
            : Fault(topic) ?? (TopicChange)new TopicChange.Made(topic, last.Number + 1, last.IsOff), cancellationToken);

    public Task<TopicChange> Switch(string id, bool off, string who, string why, CancellationToken cancellationToken) =>
        Change(id, who, why, last => last is null
            ? TopicChange.Refused.Because("change.none", id)
            : (off ? Users(id) : null) ?? (TopicChange)new TopicChange.Made(last.Topic, last.Number + 1, off), cancellationToken);

    /// <summary>Back to the version before the last one, as a new version.</summary>
    public async Task<TopicChange> Undo(string id, string who, string why, CancellationToken cancellationToken)
    {
        var history = await History(id, cancellationToken);
        var before = history.Count > 1 ? history[1] : null;
        return await Change(id, who, why, last => last is null
            ? TopicChange.Refused.Because("change.none", id)
            : before is null ? TopicChange.Refused.Because("change.first")
            : Fault(before.Topic) ?? (TopicChange)new TopicChange.Made(before.Topic, last.Number + 1, before.IsOff), cancellationToken);
    }

    /// <summary>The newest first.</summary>
    public async Task<IReadOnlyList<TopicVersion>> History(string id, CancellationToken cancellationToken)
    {
        await using var db = databases.CreateDbContext();
        return await TopicVersions.Of(db, id, cancellationToken);
    }

    /// <summary>What would be refused about this topic; null when nothing.</summary>
    public TopicChange.Refused? Fault(Topic topic)
    {
        if (!IdPattern().IsMatch(topic.Id))
        {
            return TopicChange.Refused.Because("change.id", topic.Id);
        }

        if (topic.NameZh.Length == 0 || topic.NameEn.Length == 0)
        {
            return TopicChange.Refused.Because("change.names");
        }

        if (topic.Rule.Length == 0)
        {
            return TopicChange.Refused.Because("change.no-rule");
        }

        if (NoRule(topic) is { } noRule)
        {
            return noRule;
        }

        if (topic.Sources.FirstOrDefault(s => sources.Find(s) is null) is { } gone)
        {
            return TopicChange.Refused.Because("change.source", gone, string.Join(", ", sources.Sources.Select(s => s.Id)));
        }

        return TopicLinks.Fault(topic, catalogue);
    }

    public void Dispose() => _turn.Dispose();

    private TopicChange.Refused? Users(string id)
    {
        var rules = catalogue.Rules();
        var user = catalogue.Topics.FirstOrDefault(t => t.Id != id && (t.Parent == id || (rules(t.Id) is { } rule && TopicReferences.Of(rule).Contains(id))));
        return user is null ? null : TopicChange.Refused.Because("change.used", user.Id);
    }

    private async Task<TopicChange> Change(string id, string who, string why, Func<TopicVersion?, TopicChange> decide, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            if (IsOfFile(id))
            {
                return TopicChange.Refused.Because("change.file", id);
            }

            await using var db = databases.CreateDbContext();
            var last = await TopicVersions.Of(db, id, cancellationToken) is [var newest, ..] ? newest : null;
            var change = decide(last);
            if (change is TopicChange.Made made)
            {
                var number = (last?.Number ?? 0) + 1;
                db.Add(TopicVersions.Row(made.Topic, number, made.IsOff, TopicOrigin.Chat, who, why, clock.GetUtcNow()));
                await db.SaveChangesAsync(cancellationToken);
                await PutInForce(db, true, cancellationToken);
            }

            return change;
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task PutInForce(BotDb db, bool withAudiences, CancellationToken cancellationToken)
    {
        var made = await TopicVersions.MadeInChats(db, cancellationToken);
        SetAside = [.. made.Where(t => !IsOfFile(t.Id)).Select(t => (t, NoRule(t)!)).Where(t => t.Item2 is not null)];
        List<Topic> all = [.. _file, .. made.Where(t => !IsOfFile(t.Id) && NoRule(t) is null)];
        catalogue.Replace(all);
        _versions = await db.Set<TopicVersionRow>().CountAsync(cancellationToken);
        if (withAudiences)
        {
            await TopicDoors.Keep(db, all, cancellationToken);
        }
    }

    private static TopicChange.Refused? NoRule(Topic topic) =>
        RuleParser.Parse(topic.Rule) is RuleResult.Refused(var error) ? new TopicChange.Refused("", [], error) : null;

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,63}$")]
    private static partial Regex IdPattern();
}

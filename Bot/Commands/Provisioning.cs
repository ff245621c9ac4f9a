using Bot.Pipeline;
using Bot.Sources;
using Bot.Sources.Configuration;
using Bot.Sources.Fetching;
using Bot.Subscribers;
using Bot.Topics;

namespace Bot.Commands;

/// <summary>Puts what <c>topics.yaml</c>, <c>sources.yaml</c> and <c>holidays.yaml</c> say in force. A file with a fault is refused whole.</summary>
internal static class Provisioning
{
    /// <returns>What is wrong, each with file, line and column; none when all is in force.</returns>
    public static IReadOnlyList<string> Apply(IServiceProvider services, Folders folders)
    {
        return
        [
            .. Topics(services, folders),
            .. Sources(services, folders),
            .. HolidaysFile.Apply(services.GetRequiredService<WorkingDays>(), folders.HolidaysFile, CommandLine.Language),
        ];
    }

    /// <summary>What the database adds: topics and sources that admins made, and subscribers' watches. After the migrations.</summary>
    /// <param name="records">Whether changes of the file become versions; a command that only looks records nothing.</param>
    public static async Task Complete(IServiceProvider services, Folders folders, bool records, CancellationToken cancellationToken)
    {
        var topics = services.GetRequiredService<TopicCatalogue>().Topics;
        await services.GetRequiredService<TopicBook>().Provide(topics, records ? Path.GetFileName(folders.TopicsFile) : null, cancellationToken);
        await services.GetRequiredService<WatchKeeper>().Load(cancellationToken);
        await services.GetRequiredService<SourceKeeper>().Load(cancellationToken);
    }

    private static IReadOnlyList<string> Topics(IServiceProvider services, Folders folders)
    {
        switch (TopicsFile.Load(folders.TopicsFile, CommandLine.Language))
        {
            case TopicsFileResult.Loaded(var topics):
                services.GetRequiredService<TopicCatalogue>().Replace(topics);
                return [];
            case TopicsFileResult.Refused(var faults):
                return [.. faults.Select(f => f.ToString())];
            default:
                throw new InvalidOperationException("A file is loaded or refused.");
        }
    }

    public static IReadOnlyList<string> Sources(IServiceProvider services, Folders folders)
    {
        switch (new SourcesFile(SourceTriggers.FaultOf, CommandLine.Language).Load(folders.SourcesFile))
        {
            case SourcesFileResult.Loaded(var sources):
                services.GetRequiredService<SourcePaths>().Provision(sources.Select(s => s.Location));
                services.GetRequiredService<SourceCatalogue>().Replace(sources);
                return [];
            case SourcesFileResult.Refused(var faults):
                return [.. faults.Select(f => f.ToString())];
            default:
                throw new InvalidOperationException("A file is loaded or refused.");
        }
    }
}

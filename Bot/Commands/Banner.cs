using Bot.Channels;
using Bot.Sources;
using Bot.Subscribers;
using Bot.Texts;
using Bot.Topics;

namespace Bot.Commands;

/// <summary>What the console says once all is up: what is watched, where to look, how to connect Telegram.</summary>
internal static class Banner
{
    private const int MostSources = 5;

    private static readonly Words _words = Words.Of<StartOutcome>("CommandsWords");

    public static async Task Print(WebApplication app, HostSettings settings)
    {
        var sources = app.Services.GetRequiredService<SourceCatalogue>().Sources;
        var topics = app.Services.GetRequiredService<TopicCatalogue>().Topics;
        if (sources.Count == 0)
        {
            await Say("Start.NoSources", settings.Folders.SourcesFile);
        }
        else
        {
            await Say("Start.Watching", sources.Count, topics.Count);
        }

        foreach (var source in sources.Take(MostSources))
        {
            await Say("Start.Source", source.Name, source.Location);
        }

        if (sources.Count > MostSources)
        {
            await Say("Start.MoreSources", sources.Count - MostSources);
        }

        await Say("Start.Web", string.Join(' ', app.Urls));
        await (app.Services.GetService<TelegramGreeting>()?.Last switch
        {
            TelegramGreeting.Answer.Connected(var name) => Say("Start.TelegramOn", name),
            TelegramGreeting.Answer.NotReached(var why) => Say("Start.TelegramWaits", why),
            _ => Say("Start.TelegramOff", settings.Folders.SecretsFile),
        });
        if (await app.Services.GetRequiredService<AdminClaim>().Offer(CancellationToken.None) is { } code)
        {
            await Say("Start.Claim", code);
        }

        await Say("Start.Stop");
    }

    private static Task Say(string key, params object?[] values) => Console.Out.WriteLineAsync(_words.Get(CommandLine.Language, key, values));
}

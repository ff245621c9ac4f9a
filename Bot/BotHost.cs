using Bot.Admin;
using Bot.Bulletins;
using Bot.Channels;
using Bot.Commands;
using Bot.Conversation;
using Bot.Deliveries;
using Bot.Pipeline;
using Bot.Sources;
using Bot.Sources.Pages;
using Bot.Sources.Pages.EPaper;
using Bot.Sources.Pages.Pdf;
using Bot.Storage;
using Bot.Subscribers;
using Bot.Summaries;
using Bot.Topics;

namespace Bot;

/// <summary>The map of the program: its stages in the order of the flow.</summary>
internal static class BotHost
{
    public static WebApplication Build(HostSettings settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        settings.Apply(builder);
        builder.Services.AddSingleton(settings.Folders);
        builder.AddBot();
        settings.Override?.Invoke(builder.Services);
        var app = builder.Build();
        app.MapBot();
        return app;
    }

    private static void AddBot(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services
            .AddStorage()
            .AddSources()
            .AddPages()
            .AddPdfPages()
            .AddEPaper()
            .AddBulletins()
            .AddTopics()
            .AddSummaries()
            .AddSubscribers()
            .AddDeliveries()
            .AddConversation()
            .AddChannels(builder.Configuration)
            .AddPipeline()
            .AddCommands();
    }

    private static void MapBot(this WebApplication app)
    {
        app.MapAdmin();
        app.MapChannels();
    }
}

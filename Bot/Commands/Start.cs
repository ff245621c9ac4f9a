using System.Net;
using System.Net.Sockets;
using Bot.Channels;
using Bot.Storage;
using Bot.Texts;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace Bot.Commands;

/// <summary>
/// Builds the host and brings it up in the order in which things can be wrong: settings, topics and sources, address, database,
/// Telegram's token. What is wrong stops the start with its reasons, before anything was read or sent.
/// </summary>
internal static class Start
{
    private static readonly Words _words = Words.Of<StartOutcome>("CommandsWords");

    public static async Task<StartOutcome> Host(HostSettings settings, CancellationToken cancellationToken)
    {
        var folders = settings.Folders;
        if (!Directory.Exists(folders.Config))
        {
            return Refuse("Start.NoConfigFolder", folders.Config);
        }

        WebApplication app;
        try
        {
            app = BotHost.Build(settings);
        }
        catch (InvalidDataException fault)
        {
            return Refuse("Start.WrongSettings", folders.SettingsFile, fault.InnerException?.Message ?? fault.Message);
        }

        try
        {
            if (await Faults(app, settings, cancellationToken) is { Count: > 0 } faults)
            {
                await app.DisposeAsync();
                return new StartOutcome.Refused(faults);
            }

            await app.StartAsync(cancellationToken);
            return new StartOutcome.Started(app);
        }
        catch (OptionsValidationException fault)
        {
            await app.DisposeAsync();
            return Refuse("Start.WrongOption", string.Join(' ', fault.Failures), folders.SettingsFile);
        }
        catch (IOException fault) when (fault.InnerException is AddressInUseException)
        {
            await app.DisposeAsync();
            return Refuse("Start.PortInUse", string.Join(' ', app.Urls));
        }
    }

    private static async Task<IReadOnlyList<string>> Faults(WebApplication app, HostSettings settings, CancellationToken cancellationToken)
    {
        var services = app.Services;
        services.GetRequiredService<IStartupValidator>().Validate();
        if (Provisioning.Apply(services, settings.Folders) is { Count: > 0 } faults)
        {
            return faults;
        }

        if (ListenFault(app.Configuration["urls"] ?? "") is { } fault)
        {
            return [fault];
        }

        try
        {
            await services.GetRequiredService<DatabaseMigrator>().Migrate(cancellationToken);
            await Provisioning.Complete(services, settings.Folders, records: true, cancellationToken);
        }
        catch (Exception e) when (e is System.Data.Common.DbException or IOException or UnauthorizedAccessException or ArgumentException or SocketException)
        {
            return [Say("Start.Database", e.Message, settings.Folders.SettingsFile, settings.Folders.Data)];
        }

        return await TelegramFault(services, cancellationToken) is { } telegram ? [telegram] : [];
    }

    /// <summary>Tried before anything else runs, so that a second start beside a running one touches nothing.</summary>
    private static string? ListenFault(string urls)
    {
        foreach (var url in urls.Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!Uri.TryCreate(url.Replace("://*", "://0.0.0.0", StringComparison.Ordinal).Replace("://+", "://0.0.0.0", StringComparison.Ordinal), UriKind.Absolute, out var uri)
                || uri.Scheme is not ("http" or "https"))
            {
                return Say("Start.WrongUrl", url);
            }

            var address = uri.Host == "localhost" ? IPAddress.Loopback : IPAddress.TryParse(uri.Host.Trim('[', ']'), out var given) ? given : IPAddress.Any;
            try
            {
                using var listener = new TcpListener(address, uri.Port);
                listener.Start();
            }
            catch (SocketException fault) when (fault.SocketErrorCode == SocketError.AddressAlreadyInUse)
            {
                return Say("Start.PortInUse", url);
            }
            catch (SocketException fault)
            {
                return Say("Start.CannotListen", url, fault.Message);
            }
        }

        return null;
    }

    /// <summary>A token that Telegram refuses stops the start; a Telegram that cannot be reached does not.</summary>
    private static async Task<string?> TelegramFault(IServiceProvider services, CancellationToken cancellationToken)
    {
        if (services.GetService<TelegramGreeting>() is not { } greeting)
        {
            return null;
        }

        return await greeting.Ask(cancellationToken) is TelegramGreeting.Answer.Refused(var why) ? Say("Start.TelegramRefused", why) : null;
    }

    private static StartOutcome.Refused Refuse(string key, params object?[] values) => new([Say(key, values)]);

    private static string Say(string key, params object?[] values) => _words.Get(CommandLine.Language, key, values);
}

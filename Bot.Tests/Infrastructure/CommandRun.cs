using System.Diagnostics;
using Bot.Commands;
using Bot.Texts;

namespace Bot.Tests.Infrastructure;

/// <summary>One command of the program, run as a person runs it, in a process of its own.</summary>
internal static class CommandRun
{
    private static readonly FlowWriter _out = new(Console.Out);
    private static readonly FlowWriter _errors = new(Console.Error);
    private static readonly Lazy<bool> _listens = new(() =>
    {
        Console.SetOut(_out);
        Console.SetError(_errors);
        return true;
    });

    /// <summary>The same inside this process, which takes a tenth of the time; a process of its own is for what depends on one.</summary>
    public static async Task<(int ExitCode, string Output, string Errors)> Here(string[] arguments, Language language)
    {
        Assert.True(_listens.Value);
        CommandLine.Speak(language);
        using var output = new StringWriter();
        using var errors = new StringWriter();
        (_out.Target, _errors.Target) = (output, errors);
        try
        {
            return (await CommandLine.Run(arguments), output.ToString(), errors.ToString());
        }
        finally
        {
            (_out.Target, _errors.Target) = (null, null);
        }
    }

    public static async Task<(int ExitCode, string Output, string Errors)> Of(string folder, string[] arguments, CancellationToken cancellationToken, string language = "en_US.UTF-8")
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
            StandardErrorEncoding = System.Text.Encoding.UTF8,
        };
        foreach (var argument in (string[])[Path.Combine(AppContext.BaseDirectory, "Bot.dll"), .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["LC_ALL"] = language;
        start.Environment["Sources__AllowPrivateAddresses"] = "true";
        start.Environment["Sources__Retries"] = "0";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return (process.ExitCode, await output, await errors);
    }
}

using System.Text;

namespace Bot.Tests.Conversation;

/// <summary>
/// A stage that writes down what it shows, for people who read it through: set <c>FAXUN_TRANSCRIPTS</c> to a folder, play the scripts, and
/// there is a text for each.
/// </summary>
internal sealed class Transcript(IStage stage, string file) : IStage
{
    private readonly StringBuilder _text = new();

    public string Name => stage.Name;

    public string? Notice => stage.Notice;

    /// <summary>The stage itself where nobody asks for transcripts.</summary>
    public static IStage Of(IStage stage, string script)
    {
        if (Environment.GetEnvironmentVariable("FAXUN_TRANSCRIPTS") is not { Length: > 0 } folder)
        {
            return stage;
        }

        var file = Path.Combine(folder, stage.Name, script);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        return new Transcript(stage, file);
    }

    public Task Type(string text, CancellationToken cancellationToken) => Note($"> {text}", () => stage.Type(text, cancellationToken), cancellationToken);

    public Task Tap(string label, CancellationToken cancellationToken) => Note($"[{label}]", () => stage.Tap(label, cancellationToken), cancellationToken);

    public Task Tap(string label, string data, int message, CancellationToken cancellationToken) =>
        Note($"[{label}] {data}", () => stage.Tap(label, data, message, cancellationToken), cancellationToken);

    public Task Wait(TimeSpan time, CancellationToken cancellationToken) => stage.Wait(time, cancellationToken);

    public async Task<bool> Alert(long bulletin, CancellationToken cancellationToken)
    {
        var came = false;
        await Note($"! {bulletin}", async () => came = await stage.Alert(bulletin, cancellationToken), cancellationToken);
        return came;
    }

    public Task<string> News(string? wanted, CancellationToken cancellationToken) => stage.News(wanted, cancellationToken);

    private async Task Note(string act, Func<Task> deed, CancellationToken cancellationToken)
    {
        await deed();
        _text.Append("════ ").AppendLine(act);
        if (stage.Notice is { } notice)
        {
            _text.Append("~ ").AppendLine(notice);
        }

        _text.AppendLine(await stage.News(null, cancellationToken)).AppendLine();
        await File.WriteAllTextAsync(file, _text.ToString(), cancellationToken);
    }
}

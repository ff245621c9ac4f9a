using System.Text;

namespace Bot.Tests.Infrastructure;

/// <summary>The console of one flow of a test: what runs beside it writes to the console that was there before.</summary>
internal sealed class FlowWriter(TextWriter otherwise) : TextWriter
{
    private readonly AsyncLocal<TextWriter?> _target = new();

    /// <summary>Null for the console that was there before.</summary>
    public TextWriter? Target
    {
        get => _target.Value;
        set => _target.Value = value;
    }

    public override Encoding Encoding => Encoding.UTF8;

    private TextWriter Now => _target.Value ?? otherwise;

    public override void Write(char value) => Now.Write(value);

    public override void Write(string? value) => Now.Write(value);

    public override void Write(char[] buffer, int index, int count) => Now.Write(buffer, index, count);

    public override void WriteLine(string? value) => Now.WriteLine(value);

    public override void Flush() => Now.Flush();
}

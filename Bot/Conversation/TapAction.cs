using System.Globalization;
using System.Text;

namespace Bot.Conversation;

/// <summary>A button's action, taken apart: a verb and its values, with colons between.</summary>
internal sealed class TapAction
{
    /// <summary>What the narrowest channel takes, in bytes of UTF-8.</summary>
    public const int MostBytes = 64;

    private readonly string[] _parts;

    private TapAction(string[] parts) => _parts = parts;

    public string Verb => _parts[0];

    public static TapAction Parse(string action) => new(action.Split(':'));

    public static string Of(string verb, params ReadOnlySpan<object> values)
    {
        var action = new StringBuilder(verb);
        foreach (var value in values)
        {
            action.Append(':').AppendFormat(CultureInfo.InvariantCulture, "{0}", value);
        }

        var text = action.ToString();
        return Encoding.UTF8.GetByteCount(text) <= MostBytes
            ? text
            : throw new ArgumentException($"A button's action has at most {MostBytes} bytes: {text}", nameof(values));
    }

    /// <summary>The value at <paramref name="index"/>, from 0; empty where there is none.</summary>
    public string Text(int index) => index + 1 < _parts.Length ? _parts[index + 1] : "";

    /// <summary>The values from <paramref name="index"/> on, colons and all.</summary>
    public string Rest(int index) => index + 1 < _parts.Length ? string.Join(':', _parts[(index + 1)..]) : "";

    /// <summary>The number at <paramref name="index"/>; null where there is none.</summary>
    public long? Number(int index) =>
        long.TryParse(Text(index), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}

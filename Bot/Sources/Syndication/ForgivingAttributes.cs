using Bot.Sources.Markup;

namespace Bot.Sources.Syndication;

/// <summary>Attributes with or without quotes and values; the first of a name counts.</summary>
internal sealed class ForgivingAttributes : IAttributes
{
    /// <summary>More than this on one tag is an attack or an accident.</summary>
    private const int Most = 256;

    private readonly List<(string Key, string Value)> _all = [];

    public IReadOnlyList<(string Key, string Value)> All => _all;

    public bool IsEmpty => _all.Count == 0;

    public string? Base => _all.Find(a => a.Key == "xml:base").Value;

    public void Read(HtmlTag tag)
    {
        _all.Clear();
        var rest = tag.Attributes;
        while (_all.Count < Most && HtmlTag.Next(ref rest, out var key, out var value))
        {
            if (!key.IsEmpty)
            {
                _all.Add((key.ToString(), PlainText.Decode(value)));
            }
        }
    }

    public string? Get(string name)
    {
        foreach (var (key, value) in _all)
        {
            if (key.AsSpan(key.LastIndexOf(':') + 1).Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        return null;
    }

    public void WriteTo(TextBuffer html)
    {
        foreach (var (key, value) in _all)
        {
            if (!key.Contains(':') && key != "xmlns")
            {
                html.Append(' ');
                html.Append(key);
                html.Append("=\"");
                html.AppendEscaped(value);
                html.Append('"');
            }
        }
    }
}

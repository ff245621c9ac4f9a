using Bot.Sources.Markup;

namespace Bot.Sources.Syndication;

/// <summary>The characters of the element that is being read; its markup too, where that is content. One piece alone is not copied.</summary>
internal sealed class CollectedText
{
    private readonly TextBuffer _buffer = new();
    private readonly List<string> _inline = [];
    private ReadOnlyMemory<char>? _only;

    /// <summary>What stands between the markup is HTML as well.</summary>
    private bool _isHtml;

    public TextKind Kind { get; private set; }

    public ReadOnlySpan<char> Span => _only is { } only ? only.Span : _buffer.Span;

    public void Begin(TextKind kind)
    {
        Kind = kind;
        _isHtml = false;
        Clear();
    }

    /// <param name="text">Stays as it is until the element ends.</param>
    public void Add(ReadOnlyMemory<char> text)
    {
        if (Kind != TextKind.Inline && _only is null && _buffer.Length == 0)
        {
            _only = text;
        }
        else
        {
            Add(text.Span);
        }
    }

    public void Add(ReadOnlySpan<char> text)
    {
        if (Kind == TextKind.Inline)
        {
            Append(text);
            return;
        }

        if (_only is { } only)
        {
            _buffer.Append(only.Span);
            _only = null;
        }

        _buffer.Append(text);
    }

    /// <summary>Markup within the feed's own XML; what came before it was text.</summary>
    public void StartInline(string name, IAttributes attributes)
    {
        if (Kind != TextKind.Inline)
        {
            var isHtml = Kind == TextKind.Html;
            var before = Taken();
            Begin(TextKind.Inline);
            _isHtml = isHtml;
            Append(before);
        }

        _inline.Add(name);
        _buffer.Append('<');
        _buffer.Append(name);
        attributes.WriteTo(_buffer);
        _buffer.Append('>');
    }

    private void Append(ReadOnlySpan<char> text)
    {
        if (_isHtml)
        {
            _buffer.Append(text);
        }
        else
        {
            _buffer.AppendEscaped(text);
        }
    }

    public void EndInline()
    {
        var name = _inline[^1];
        _inline.RemoveAt(_inline.Count - 1);
        if (HtmlElement.Find(name)?.IsVoid != true)
        {
            _buffer.Append("</");
            _buffer.Append(name);
            _buffer.Append('>');
        }
    }

    public string Taken() => CharacterReference.Repaired(_only?.ToString() ?? (_buffer.Length == 0 ? "" : _buffer.ToString()));

    public void Clear()
    {
        _only = null;
        _buffer.Clear();
    }
}

using Bot.Sources.Markup;

namespace Bot.Sources.Syndication;

/// <summary>The characters of the element that is being read; its markup too, where that is content. One piece alone is not copied.</summary>
internal sealed class CollectedText
{
    private readonly TextBuffer _buffer = new();
    private readonly List<string> _inline = [];
    private ReadOnlyMemory<char>? _only;

    /// <summary>It was said before that markup comes. Where none does, it was escaped after all.</summary>
    private bool _isDeclared;

    /// <summary>What stands between the markup is HTML as well.</summary>
    private bool _isHtml;

    public TextKind Kind { get; private set; }

    public ReadOnlySpan<char> Span => _only is { } only ? only.Span : _buffer.Span;

    public void Begin(TextKind kind)
    {
        _isDeclared = kind == TextKind.Inline;
        Kind = _isDeclared ? TextKind.Guess : kind;
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

    /// <summary>The element that only holds the content together, as Atom has it: a <c>div</c> that is no part of it.</summary>
    public bool IsWrapper(string name) => _isDeclared && _inline.Count == 0 && name == "div" && Span.IsWhiteSpace();

    /// <summary>Markup within the feed's own XML; what came before it was text.</summary>
    public void StartInline(string name, IAttributes attributes)
    {
        var isWrapper = IsWrapper(name);
        if (Kind != TextKind.Inline)
        {
            _isHtml = Kind == TextKind.Html;
            var before = Taken();
            Kind = TextKind.Inline;
            Clear();
            Append(before);
        }

        if (isWrapper)
        {
            _inline.Add("");
            return;
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
        if (name.Length > 0 && HtmlElement.Find(name)?.IsVoid != true)
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

namespace Bot.Sources.Markup;

/// <summary>
/// HTML from outside to HTML that is safe to show, and to paragraphs, in one pass and without a tree. What comes out is written anew:
/// known elements, a handful of attributes, everything else as escaped text; so nothing that a browser would read in another way gets through.
/// Not for several threads at once.
/// </summary>
internal sealed class HtmlCleaner
{
    private const int DeepestNesting = 128;

    private readonly TextBuffer _html = new();
    private readonly ParagraphBuilder _text = new();
    private readonly List<HtmlElement> _open = [];
    private Uri? _base;

    public CleanHtml Clean(ReadOnlySpan<char> html, Uri? baseUri)
    {
        _html.Clear();
        _open.Clear();
        _base = baseUri;
        while (!html.IsEmpty)
        {
            var i = html.IndexOf('<');
            if (i < 0)
            {
                Text(html);
                break;
            }

            Text(html[..i]);
            html = html[(i + Markup(html[i..]))..];
        }

        while (_open.Count > 0)
        {
            Close();
        }

        var shown = _html.Span.Trim();
        return new(shown.IsEmpty ? null : shown.ToString(), _text.Take());
    }

    private void Text(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            var plain = TextScan.PlainLength(text);
            if (plain > 0)
            {
                _html.Append(text[..plain]);
                _text.Plain(text[..plain]);
                text = text[plain..];
            }
            else if (text[0] == '&')
            {
                var reference = CharacterReference.Read(text);
                Literal(reference is null ? "&" : reference.Value.Characters);
                text = text[(reference?.Length ?? 1)..];
            }
            else
            {
                var unclean = text.IndexOf('&') is var i and >= 0 ? text[..i] : text;
                Literal(unclean);
                text = text[unclean.Length..];
            }
        }
    }

    private void Literal(ReadOnlySpan<char> text)
    {
        _html.AppendEscaped(text);
        _text.Text(text);
    }

    /// <returns>How many characters were markup, or text that looked like it.</returns>
    private int Markup(ReadOnlySpan<char> rest)
    {
        if (rest.StartsWith("<!--"))
        {
            var end = rest[4..].IndexOf("-->");
            return end < 0 ? rest.Length : end + 7;
        }

        if (rest.StartsWith("<![CDATA["))
        {
            var end = rest.IndexOf("]]>");
            Literal(end < 0 ? rest[9..] : rest[9..end]);
            return end < 0 ? rest.Length : end + 3;
        }

        if (rest.Length > 1 && rest[1] is '!' or '?')
        {
            var end = rest.IndexOf('>');
            return end < 0 ? rest.Length : end + 1;
        }

        var tag = HtmlTag.Read(rest);
        if (tag.Length == 0)
        {
            Literal("<");
            return 1;
        }

        if (HtmlElement.Find(tag.Name[(tag.Name.LastIndexOf(':') + 1)..]) is not { } element)
        {
            return tag.Length;
        }

        if (element.Rule == TagRule.Drop && !tag.Closes && !tag.ClosesItself && !element.IsVoid)
        {
            return tag.Length + UntilEndOf(rest[tag.Length..], element.Name);
        }

        Element(tag, element);
        return tag.Length;
    }

    private void Element(HtmlTag tag, HtmlElement element)
    {
        switch (element.Rule)
        {
            case TagRule.LineBreak:
                _text.Break();
                _html.Append(element.Name is "hr" ? "<hr>" : "<br>");
                break;
            case TagRule.Image:
                SafeAttributes.AppendImage(_html, tag, _base);
                break;
            case TagRule.BreakOnly:
                _text.Break();
                break;
            case TagRule.Block or TagRule.Cell or TagRule.Inline:
                if (element.Rule == TagRule.Block)
                {
                    _text.Break();
                }
                else if (element.Rule == TagRule.Cell)
                {
                    _text.Space();
                }

                if (tag.Closes)
                {
                    CloseTo(element);
                }
                else
                {
                    Open(tag, element);
                }

                break;
            default:
                break;
        }
    }

    private void Open(HtmlTag tag, HtmlElement element)
    {
        if (element.EndsItsLike && _open.Count > 0 && ReferenceEquals(element, _open[^1]))
        {
            Close();
        }

        if (_open.Count == DeepestNesting || tag.ClosesItself)
        {
            return;
        }

        _html.Append('<');
        _html.Append(element.Name);
        if (element.HasAttributes)
        {
            SafeAttributes.Append(_html, tag, element.Name, _base);
        }

        _html.Append('>');
        _open.Add(element);
    }

    private void CloseTo(HtmlElement element)
    {
        for (var i = _open.Count - 1; i >= 0; i--)
        {
            if (ReferenceEquals(element, _open[i]))
            {
                while (_open.Count > i)
                {
                    Close();
                }

                return;
            }
        }
    }

    private void Close()
    {
        _html.Append("</");
        _html.Append(_open[^1].Name);
        _html.Append('>');
        _open.RemoveAt(_open.Count - 1);
    }

    /// <summary>How far it is to behind the end tag of an element that is dropped with its content; all of it where the end tag is missing.</summary>
    private static int UntilEndOf(ReadOnlySpan<char> rest, ReadOnlySpan<char> name)
    {
        var at = 0;
        while (rest[at..].IndexOf("</") is var i and >= 0)
        {
            at += i;
            if (rest[(at + 2)..].StartsWith(name, StringComparison.OrdinalIgnoreCase))
            {
                var end = rest[at..].IndexOf('>');
                return end < 0 ? rest.Length : at + end + 1;
            }

            at += 2;
        }

        return rest.Length;
    }
}

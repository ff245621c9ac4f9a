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
            var plain = TextScan.PlainLength(html, out var hasSpaces);
            if (plain > 0)
            {
                _html.Append(html[..plain]);
                _text.Plain(html[..plain], hasSpaces);
                html = html[plain..];
                if (html.IsEmpty)
                {
                    break;
                }
            }

            html = html[(html[0] switch { '<' => Markup(html), '&' => Reference(html), _ => Unclean(html) })..];
        }

        while (_open.Count > 0)
        {
            Close();
        }

        var shown = TextScan.Trimmed(_html.Span);
        return new(shown.IsEmpty ? null : shown.ToString(), _text.Take());
    }

    /// <returns>How many characters the reference takes; the ampersand alone where it is none.</returns>
    private int Reference(ReadOnlySpan<char> text)
    {
        if (CharacterReference.Read(text) is not var (characters, length))
        {
            Literal("&");
            return 1;
        }

        if (characters is "\u00A0")
        {
            _html.Append('\u00A0');
            _text.Space();
        }
        else
        {
            Literal(characters);
        }

        return length;
    }

    /// <summary>Text that is not simply copied: up to the next reference or tag, as line breaks are judged by what stands on both sides.</summary>
    private int Unclean(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAny('<', '&');
        text = end < 0 ? text : text[..end];
        if (text is "\n")
        {
            _html.Append('\n');
            _text.Space();
        }
        else
        {
            Literal(text);
        }

        return text.Length;
    }

    private void Literal(ReadOnlySpan<char> text)
    {
        _html.AppendEscaped(text);
        _text.Text(text);
    }

    /// <returns>How many characters were markup, or text that looked like it.</returns>
    private int Markup(ReadOnlySpan<char> rest)
    {
        if (rest.Length > 1 && rest[1] is '!' or '?')
        {
            return Declaration(rest);
        }

        var tag = HtmlTag.Read(rest);
        if (tag.Length == 0)
        {
            Literal("<");
            return 1;
        }

        var name = tag.Name;
        if ((HtmlElement.Find(name) ?? HtmlElement.Find(name[(name.LastIndexOf(':') + 1)..])) is not { } element)
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

    private int Declaration(ReadOnlySpan<char> rest)
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

        var last = rest.IndexOf('>');
        return last < 0 ? rest.Length : last + 1;
    }

    private void Element(HtmlTag tag, HtmlElement element)
    {
        switch (element.Rule)
        {
            case TagRule.LineBreak:
                _text.Break();
                _html.Append(element.Start);
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

        if (element.HasAttributes && !tag.Attributes.IsEmpty)
        {
            _html.Append(element.Opening);
            SafeAttributes.Append(_html, tag, element.Name, _base);
            _html.Append('>');
        }
        else
        {
            _html.Append(element.Start);
        }

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
        _html.Append(_open[^1].End);
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

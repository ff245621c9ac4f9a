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
    private readonly List<string> _open = [];
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
        while (text.IndexOf('&') is var i and >= 0)
        {
            Plain(text[..i]);
            if (CharacterReference.Read(text[i..]) is var (characters, length))
            {
                Plain(characters);
                text = text[(i + length)..];
            }
            else
            {
                Plain("&");
                text = text[(i + 1)..];
            }
        }

        Plain(text);
    }

    private void Plain(ReadOnlySpan<char> text)
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
            Plain(end < 0 ? rest[9..] : rest[9..end]);
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
            Plain("<");
            return 1;
        }

        Span<char> name = stackalloc char[16];
        var local = tag.Name[(tag.Name.LastIndexOf(':') + 1)..];
        if (local.Length > name.Length)
        {
            return tag.Length;
        }

        name = name[..local.ToLowerInvariant(name)];
        var rule = TagRules.Of(name);
        if (rule == TagRule.Drop && !tag.Closes && !tag.ClosesItself && !TagRules.IsVoid(name))
        {
            return tag.Length + UntilEndOf(rest[tag.Length..], name);
        }

        Element(tag, name, rule);
        return tag.Length;
    }

    private void Element(HtmlTag tag, ReadOnlySpan<char> name, TagRule rule)
    {
        switch (rule)
        {
            case TagRule.LineBreak:
                _text.Break();
                _html.Append(name is "hr" ? "<hr>" : "<br>");
                break;
            case TagRule.Image:
                SafeAttributes.AppendImage(_html, tag, _base);
                break;
            case TagRule.BreakOnly:
                _text.Break();
                break;
            case TagRule.Block or TagRule.Cell or TagRule.Inline:
                if (rule == TagRule.Block)
                {
                    _text.Break();
                }
                else if (rule == TagRule.Cell)
                {
                    _text.Space();
                }

                if (tag.Closes)
                {
                    CloseTo(name);
                }
                else
                {
                    Open(tag, name);
                }

                break;
            default:
                break;
        }
    }

    private void Open(HtmlTag tag, ReadOnlySpan<char> name)
    {
        // These end the one before them, whose end tag is often left out.
        if (name is "p" or "li" or "tr" or "td" or "th" or "dt" or "dd" && _open.Count > 0 && name.SequenceEqual(_open[^1]))
        {
            Close();
        }

        if (_open.Count == DeepestNesting || tag.ClosesItself)
        {
            return;
        }

        var known = ElementNames.Of(name);
        _html.Append('<');
        _html.Append(known);
        SafeAttributes.Append(_html, tag, known, _base);
        _html.Append('>');
        _open.Add(known);
    }

    private void CloseTo(ReadOnlySpan<char> name)
    {
        for (var i = _open.Count - 1; i >= 0; i--)
        {
            if (name.SequenceEqual(_open[i]))
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
        _html.Append(_open[^1]);
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

namespace Bot.Sources.Markup;

/// <summary>Running text to paragraphs: spaces collapsed, lines unwrapped, empty ones left out.</summary>
internal sealed class ParagraphBuilder
{
    private readonly TextBuffer _line = new();
    private readonly List<string> _paragraphs = [];

    /// <summary>Text in which only spaces and visible characters stand, as <see cref="TextScan"/> finds it.</summary>
    /// <param name="text">One character at least.</param>
    /// <param name="hasSpaces">Whether a space may be among them.</param>
    public void Plain(ReadOnlySpan<char> text, bool hasSpaces)
    {
        if (hasSpaces && text.IndexOf("  ") >= 0)
        {
            Slowly(text);
        }
        else
        {
            _line.Append(_line.Length == 0 ? TextScan.IsSurelyVisible(text[0]) ? text : text.TrimStart() : _line.Last == ' ' && text[0] == ' ' ? text[1..] : text);
        }
    }

    public void Text(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
        {
            return;
        }

        if (HasLayout(text))
        {
            Slowly(text);
        }
        else
        {
            Plain(text, text.Contains(' '));
        }
    }

    private void Slowly(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length;)
        {
            var c = text[i];
            if (!IsSpace(c))
            {
                if (c is >= ' ' and not ('\u200B' or '\u00AD' or '\uFEFF' or (>= '\u007F' and <= '\u009F')))
                {
                    _line.Append(c);
                }

                i++;
                continue;
            }

            var wraps = false;
            for (; i < text.Length && IsSpace(text[i]); i++)
            {
                wraps |= text[i] is '\n' or '\r';
            }

            if (_line.Length > 0 && _line.Last != ' ' && !(wraps && Characters.IsCjk(_line.Last) && i < text.Length && Characters.IsCjk(text[i])))
            {
                _line.Append(' ');
            }
        }
    }

    public void Space()
    {
        if (_line.Length > 0 && _line.Last != ' ')
        {
            _line.Append(' ');
        }
    }

    public void Break()
    {
        if (_line.Length == 0)
        {
            return;
        }

        var text = TextScan.Trimmed(_line.Span);
        if (!text.IsEmpty)
        {
            _paragraphs.Add(text.ToString());
        }

        _line.Clear();
    }

    public IReadOnlyList<string> Take()
    {
        Break();
        string[] taken = [.. _paragraphs];
        _paragraphs.Clear();
        return taken;
    }

    /// <summary>Anything that is not simply copied. Ranges, as they are compared sixteen characters at a time.</summary>
    public static bool HasLayout(ReadOnlySpan<char> text) =>
        text.IndexOfAnyInRange('\0', '\u001F') >= 0 || text.IndexOfAnyInRange('\u007F', '\u00AD') >= 0
        || text.IndexOfAnyInRange('\u2000', '\u200F') >= 0 || text.IndexOf('\uFEFF') >= 0;

    private static bool IsSpace(char c) => c is ' ' or '\t' or '\n' or '\r' or '\f' or '\v' or '\u00A0' or (>= '\u2000' and <= '\u200A') or '\u0085';
}

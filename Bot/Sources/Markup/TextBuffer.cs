using System.Buffers;

namespace Bot.Sources.Markup;

/// <summary>Characters in the making, in an array that is used again for the next text.</summary>
internal sealed class TextBuffer
{
    private static readonly SearchValues<char> _special = SearchValues.Create("&<>\"");

    /// <summary>A larger array is let go after its text, in characters.</summary>
    private const int LargestKept = 512 * 1024;

    private char[] _chars = new char[256];

    public int Length { get; private set; }

    public ReadOnlySpan<char> Span => _chars.AsSpan(0, Length);

    public char Last => Length == 0 ? '\0' : _chars[Length - 1];

    public void Append(ReadOnlySpan<char> text)
    {
        if (_chars.Length - Length < text.Length)
        {
            Array.Resize(ref _chars, Math.Max(_chars.Length * 2, Length + text.Length));
        }

        text.CopyTo(_chars.AsSpan(Length));
        Length += text.Length;
    }

    public void Append(char c)
    {
        if (Length == _chars.Length)
        {
            Array.Resize(ref _chars, _chars.Length * 2);
        }

        _chars[Length++] = c;
    }

    /// <summary>With <c>&amp; &lt; &gt; "</c> written as entities.</summary>
    public void AppendEscaped(ReadOnlySpan<char> text)
    {
        while (text.IndexOfAny(_special) is var i and >= 0)
        {
            Append(text[..i]);
            Append(text[i] switch { '&' => "&amp;", '<' => "&lt;", '>' => "&gt;", _ => "&quot;" });
            text = text[(i + 1)..];
        }

        Append(text);
    }

    public void Truncate(int length) => Length = length;

    public void Clear()
    {
        Length = 0;
        if (_chars.Length > LargestKept)
        {
            _chars = new char[256];
        }
    }

    public override string ToString() => new(_chars, 0, Length);
}

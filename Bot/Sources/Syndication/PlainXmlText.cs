using System.Buffers;
using System.Text;
using System.Text.Unicode;
using Bot.Sources.Decoding;
using Bot.Sources.Markup;

namespace Bot.Sources.Syndication;

/// <summary>A document's characters in a borrowed array, as <see cref="PlainXml"/> wants them.</summary>
internal readonly struct PlainXmlText : IDisposable
{
    /// <summary>Larger documents are not held as characters at all but streamed, in bytes.</summary>
    private const int LargestHeld = 2 * 1024 * 1024;

    private readonly char[] _characters;

    private PlainXmlText(char[] characters, int length)
    {
        _characters = characters;
        Characters = characters.AsMemory(0, length);
    }

    public ReadOnlyMemory<char> Characters { get; }

    /// <summary>Null where the document is too large, has control characters, or is not what it says.</summary>
    /// <exception cref="DecoderFallbackException">The bytes are not in that encoding.</exception>
    public static PlainXmlText? Of(ReadOnlySpan<byte> bytes, LikelyEncoding likely)
    {
        bytes = bytes[likely.Start..];
        if (bytes.Length > LargestHeld)
        {
            return null;
        }

        var characters = ArrayPool<char>.Shared.Rent(likely.Encoding?.GetMaxCharCount(bytes.Length) ?? bytes.Length);
        var length = -1;
        try
        {
            if (likely.Encoding is { } encoding)
            {
                length = encoding.CodePage == 54936 ? ChineseTable.TryDecode(bytes, characters) : length;
                length = length < 0 ? encoding.GetChars(bytes, characters) : length;
            }
            else if (Utf8.ToUtf16(bytes, characters, out _, out var written, replaceInvalidSequences: false) == OperationStatus.Done)
            {
                length = written;
            }

            length = length < 0 ? length : Plain(characters, length);
            return length < 0 ? null : new(characters, length);
        }
        finally
        {
            if (length < 0)
            {
                ArrayPool<char>.Shared.Return(characters);
            }
        }
    }

    public void Dispose() => ArrayPool<char>.Shared.Return(_characters);

    /// <returns>The length with line feeds alone; below zero where there are other control characters.</returns>
    private static int Plain(char[] characters, int length)
    {
        var first = TextScan.FirstControl(characters.AsSpan(0, length));
        if (first == length)
        {
            return length;
        }

        var to = first;
        for (var from = first; from < length; from++)
        {
            var c = characters[from];
            if (c == '\r')
            {
                c = '\n';
                from += from + 1 < length && characters[from + 1] == '\n' ? 1 : 0;
            }
            else if (c is (< ' ' and not ('\t' or '\n')) or '\uFFFE' or '\uFFFF')
            {
                return -1;
            }

            characters[to++] = c;
        }

        return to;
    }
}

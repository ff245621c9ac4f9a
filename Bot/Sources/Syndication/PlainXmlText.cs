using System.Buffers;
using System.Text;
using System.Text.Unicode;
using Bot.Sources.Decoding;
using Bot.Sources.Markup;

namespace Bot.Sources.Syndication;

/// <summary>
/// A document's characters in a borrowed array, as <see cref="PlainXml"/> wants them. Of a long document there is a piece at a time, each up to
/// where an entry begins, so that what is held stays small, and near the processor.
/// </summary>
/// <param name="usual">A longer document comes in pieces of about so many bytes.</param>
internal sealed class PlainXmlText(ReadOnlyMemory<byte> bytes, LikelyEncoding likely, int usual = PlainXmlText.Usual) : IDisposable
{
    private const int Gb18030 = 54936;

    private const int Usual = 256 * 1024;

    /// <summary>A document that can't be taken apart into pieces below this is not held as characters at all but streamed, in bytes.</summary>
    private const int Longest = 2 * 1024 * 1024;

    private ReadOnlyMemory<byte> _rest = bytes[likely.Start..];
    private char[] _characters = [];
    private byte[]? _mark;

    /// <summary>Until the next piece is taken.</summary>
    public ReadOnlyMemory<char> Piece { get; private set; }

    public bool IsLast => _rest.IsEmpty;

    /// <returns>False where the document can't be taken apart, has control characters, or is not what it says.</returns>
    /// <exception cref="DecoderFallbackException">The bytes are not in that encoding.</exception>
    public bool Next()
    {
        var size = PieceSize();
        if (size > Longest)
        {
            return false;
        }

        var piece = _rest.Span[..size];
        _rest = _rest[size..];
        var room = likely.Encoding?.GetMaxCharCount(size) ?? size;
        if (_characters.Length < room)
        {
            ArrayPool<char>.Shared.Return(_characters);
            _characters = ArrayPool<char>.Shared.Rent(room);
        }

        var length = Decode(piece);
        length = length < 0 ? length : Plain(_characters, length);
        Piece = _characters.AsMemory(0, Math.Max(0, length));
        return length >= 0;
    }

    public void Dispose() => ArrayPool<char>.Shared.Return(_characters);

    /// <summary>Up to a tag that begins an entry: markup always, or something (a comment, a CDATA section) in which a piece does not end well.</summary>
    private int PieceSize()
    {
        if (_rest.Length <= usual || likely.Encoding is not (null or { CodePage: Gb18030 }))
        {
            return _rest.Length;
        }

        _mark ??= _rest.Span[..usual].IndexOf("<item"u8) >= 0 ? "<item"u8.ToArray() : "<entry"u8.ToArray();
        return _rest.Span[usual..].IndexOf(_mark) is >= 0 and var next ? usual + next : _rest.Length;
    }

    private int Decode(ReadOnlySpan<byte> piece)
    {
        if (likely.Encoding is not { } encoding)
        {
            return Utf8.ToUtf16(piece, _characters, out _, out var written, replaceInvalidSequences: false) == OperationStatus.Done ? written : -1;
        }

        var length = encoding.CodePage == Gb18030 ? ChineseTable.TryDecode(piece, _characters) : -1;
        return length < 0 ? encoding.GetChars(piece, _characters) : length;
    }

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

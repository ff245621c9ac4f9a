using System.Text;

namespace Bot.Sources.Decoding;

/// <summary>Encodings that the first bytes give away.</summary>
internal static class ByteOrderMark
{
    public static (Encoding Encoding, int Length)? Find(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (EncodingNames.Find("utf-8")!, 3),
        [0xFF, 0xFE, 0, 0, ..] => (EncodingNames.Find("utf-32")!, 4),
        [0, 0, 0xFE, 0xFF, ..] => (EncodingNames.Find("utf-32be")!, 4),
        [0xFF, 0xFE, ..] => (EncodingNames.Find("utf-16")!, 2),
        [0xFE, 0xFF, ..] => (EncodingNames.Find("utf-16be")!, 2),
        [0x84, 0x31, 0x95, 0x33, ..] => (EncodingNames.Find("gb18030")!, 4),
        _ => null,
    };

    /// <summary>UTF-16 and UTF-32 without a mark: the first character of markup or JSON is ASCII, so its zero bytes show.</summary>
    public static Encoding? Guess(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [not 0, 0, 0, 0, ..] => EncodingNames.Find("utf-32"),
        [0, 0, 0, not 0, ..] => EncodingNames.Find("utf-32be"),
        [not 0, 0, not 0, 0, ..] => EncodingNames.Find("utf-16"),
        [0, not 0, 0, not 0, ..] => EncodingNames.Find("utf-16be"),
        _ => null,
    };
}

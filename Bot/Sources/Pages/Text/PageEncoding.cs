using System.Text;
using System.Text.Unicode;

namespace Bot.Sources.Pages.Text;

/// <summary>
/// Which encoding a page's bytes are in: its byte-order mark, else what fits: UTF-16 by its zero bytes, UTF-8 if it decodes without fault,
/// and then Big5 or GB18030 by the second bytes of their characters.
/// </summary>
internal static class PageEncoding
{
    private const int Sample = 64 * 1024;

    private static readonly Encoding _gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!;
    private static readonly Encoding _big5 = CodePagesEncodingProvider.Instance.GetEncoding("big5")!;

    /// <returns>The text and the encoding's usual name in lower case.</returns>
    public static (string Text, string Name) Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith(Encoding.UTF8.Preamble))
            return (Encoding.UTF8.GetString(bytes[3..]), "utf-8");
        if (bytes is [0x84, 0x31, 0x95, 0x33, .. var marked])
            return (_gb18030.GetString(marked), "gb18030");
        if (bytes is [0xFF, 0xFE, .. var little])
            return (Encoding.Unicode.GetString(little), "utf-16");
        if (bytes is [0xFE, 0xFF, .. var big])
            return (Encoding.BigEndianUnicode.GetString(big), "utf-16be");

        var (even, odd) = Zeros(bytes);
        if (odd > 0 && odd >= 4 * even)
            return (Encoding.Unicode.GetString(bytes), "utf-16");
        if (even > 0 && even >= 4 * odd)
            return (Encoding.BigEndianUnicode.GetString(bytes), "utf-16be");
        if (IsUtf8(bytes))
            return (Encoding.UTF8.GetString(bytes), "utf-8");
        return IsBig5(bytes) ? (_big5.GetString(bytes), "big5") : (_gb18030.GetString(bytes), "gb18030");
    }

    private static (int Even, int Odd) Zeros(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..Math.Min(bytes.Length, Sample)];
        var (even, odd) = (0, 0);
        for (var i = 0; i < sample.Length; i++)
        {
            if (sample[i] == 0)
                _ = i % 2 == 0 ? even++ : odd++;
        }

        return (even, odd);
    }

    /// <summary>A character that the end of the file cuts off is no fault, nor is one odd byte in many thousands.</summary>
    private static bool IsUtf8(ReadOnlySpan<byte> bytes)
    {
        if (Utf8.IsValid(bytes))
            return true;
        var faults = 0;
        var letters = 0;
        while (bytes.Length > 0)
        {
            if (Rune.DecodeFromUtf8(bytes, out var rune, out var used) != System.Buffers.OperationStatus.Done)
                faults += bytes.Length > 3 ? 1 : 0;
            else if (rune.Value > 0x7F)
                letters++;
            bytes = bytes[used..];
        }

        return faults == 0 || (faults * 1000 < letters);
    }

    /// <summary>
    /// In GB2312, and in nearly all GB18030 text, second bytes are 0xA1 or above; in Big5 a good third are below 0x80, and first bytes
    /// are never below 0xA1.
    /// </summary>
    private static bool IsBig5(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..Math.Min(bytes.Length, Sample)];
        int pairs = 0, low = 0, faults = 0;
        for (var i = 0; i + 1 < sample.Length; i++)
        {
            if (sample[i] < 0x80)
                continue;
            var second = sample[i + 1];
            if (sample[i] is < 0xA1 or > 0xF9 || second is < 0x40 or (> 0x7E and < 0xA1) or 0xFF)
                faults++;
            else
                low += second < 0x80 ? 1 : 0;
            pairs++;
            i++;
        }

        return pairs > 0 && faults * 50 < pairs && low * 8 > pairs;
    }
}

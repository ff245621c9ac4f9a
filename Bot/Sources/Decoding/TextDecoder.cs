using System.Text;
using System.Text.Unicode;
using UtfUnknown;

namespace Bot.Sources.Decoding;

/// <summary>
/// Bytes to text. Every claim is checked against the bytes: a byte-order mark first, then what the document says of itself,
/// then what the server says, then strict UTF-8, then what the bytes look like. A claim that cannot be true is passed over with a warning.
/// </summary>
internal static class TextDecoder
{
    private static readonly UTF8Encoding _utf8 = new(false, true);

    /// <summary>
    /// The encoding that the bytes are most probably in, without decoding them: what it says is not proven.
    /// Null where a closer look is needed.
    /// </summary>
    public static LikelyEncoding? Likely(ReadOnlySpan<byte> bytes, string? inside, string? transport)
    {
        if (ByteOrderMark.Find(bytes) is var (marked, length))
        {
            return IsUtf8(marked) && !Utf8.IsValid(bytes[length..]) ? null : new(marked, Name(marked), length);
        }

        if (ByteOrderMark.Guess(bytes) is { } wide)
        {
            return new(wide, Name(wide), 0);
        }

        var start = bytes.IndexOfAnyExcept(" \t\r\n"u8);
        start = start < 0 ? 0 : start;
        var claimed = EncodingNames.Find(inside ?? transport);
        if (inside is null && transport is null || claimed is not null && IsUtf8(claimed))
        {
            // Whoever reads on finds out by itself whether it is, and faster.
            return new(null, "utf-8", start);
        }

        return claimed is null || IsWide(claimed) || EncodingPlausibility.Contradicts(bytes, claimed) ? null : new(claimed, Name(claimed), start);
    }

    /// <param name="inside">The encoding that the document itself declares; null if it says none.</param>
    /// <param name="transport">The encoding that the server claims; null if it says none.</param>
    public static DecodedText Decode(ReadOnlySpan<byte> bytes, string? inside = null, string? transport = null)
    {
        if (ByteOrderMark.Find(bytes) is var (marked, length))
        {
            var body = bytes[length..];
            if (Try(marked, body) is { } text)
            {
                return new(text, Name(marked), []);
            }

            return marked.CodePage == _utf8.CodePage && Claimed(body, inside, transport) is { } other
                ? other with { Warnings = [.. other.Warnings, Said.Of("Decoding_MarkLies", Name(marked), other.Encoding)] }
                : new(EncodingNames.Lenient(marked).GetString(body), Name(marked), [Said.Of("Decoding_Damaged", Name(marked))]);
        }

        if (ByteOrderMark.Guess(bytes) is { } wide && Try(wide, bytes) is { } wideText)
        {
            return new(wideText, Name(wide), []);
        }

        return Claimed(bytes, inside, transport) ?? Detected(bytes, inside ?? transport);
    }

    private static DecodedText? Claimed(ReadOnlySpan<byte> bytes, string? inside, string? transport)
    {
        List<Said> warnings = [];
        foreach (var claim in (ReadOnlySpan<string?>)[inside, transport])
        {
            if (string.IsNullOrWhiteSpace(claim))
            {
                continue;
            }

            if (EncodingNames.Find(claim) is not { } encoding)
            {
                warnings.Add(Said.Of("Decoding_UnknownName", claim));
                continue;
            }

            // Whoever claims UTF-16 or UTF-32 would have been found by its zero bytes; the claim survived a conversion.
            if (!IsWide(encoding) && !EncodingPlausibility.Contradicts(bytes, encoding) && Try(encoding, bytes) is { } text)
            {
                return new(text, Name(encoding), warnings);
            }

            warnings.Add(Said.Of("Decoding_ClaimLies", claim));
        }

        return Utf8.IsValid(bytes) ? new(_utf8.GetString(bytes), "utf-8", warnings) : null;
    }

    private static DecodedText Detected(ReadOnlySpan<byte> bytes, string? claim)
    {
        if (EncodingPlausibility.MostlyFits(bytes, _utf8))
        {
            return new(EncodingNames.Lenient(_utf8).GetString(bytes), "utf-8", [Said.Of("Decoding_Damaged", "utf-8")]);
        }

        if (Detect(bytes) is { } encoding && Try(encoding, bytes) is { } text)
        {
            var name = Name(encoding);
            return new(text, name, [claim is null ? Said.Of("Decoding_Guessed", name) : Said.Of("Decoding_ClaimReplaced", claim, name)]);
        }

        var last = EncodingNames.Find(claim) is { } claimed && !IsWide(claimed) && EncodingPlausibility.MostlyFits(bytes, claimed)
            ? claimed
            : EncodingNames.Find("windows-1252")!;
        return new(EncodingNames.Lenient(last).GetString(bytes), Name(last), [Said.Of("Decoding_Damaged", Name(last))]);
    }

    private static Encoding? Detect(ReadOnlySpan<byte> bytes)
    {
        var best = CharsetDetector.DetectFromBytes(bytes.ToArray()).Detected;
        var found = best is { Confidence: > 0.5f } ? EncodingNames.Find(best.EncodingName) : null;
        return found is not null && Try(found, bytes) is not null ? found
            : EncodingPlausibility.LooksDoubleByte(bytes) ? EncodingNames.Find("gb18030")
            : found;
    }

    private static bool IsUtf8(Encoding encoding) => encoding.CodePage == _utf8.CodePage;

    private static bool IsWide(Encoding encoding) => encoding.CodePage is 1200 or 1201 or 12000 or 12001;

    private static string? Try(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static string Name(Encoding encoding) => encoding.CodePage switch
    {
        54936 => "gb18030",
        1200 => "utf-16",
        1201 => "utf-16be",
        _ => encoding.WebName.ToLowerInvariant(),
    };
}

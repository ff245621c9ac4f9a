using System.IO.Compression;

namespace Bot.Sources.Fetching;

/// <summary>What a server packed, unpacked; including what it packed without saying so, and deflate in both of its readings.</summary>
internal static class ContentDecoding
{
    public const string Offered = "gzip, deflate, br, zstd";

    /// <summary>More layers than this are an attack.</summary>
    private const int MostLayers = 3;

    /// <summary>Null where there is more than <paramref name="largest"/> bytes, unpacked.</summary>
    /// <exception cref="InvalidDataException">It cannot be unpacked.</exception>
    public static async Task<byte[]?> Read(Stream raw, ICollection<string> encodings, int largest, CancellationToken cancellationToken)
    {
        await using var plain = await Open(raw, encodings, cancellationToken);
        try
        {
            return await BoundedBody.Read(plain, largest, cancellationToken);
        }
        catch (InvalidOperationException fault) when (plain is BrotliStream)
        {
            // Brotli's stream names bad data in its own way.
            throw new InvalidDataException(fault.Message, fault);
        }
    }

    private static async Task<Stream> Open(Stream raw, ICollection<string> encodings, CancellationToken cancellationToken)
    {
        var stream = new PeekStream(raw);
        var layers = encodings.SelectMany(e => e.Split(',')).Select(e => e.Trim().ToLowerInvariant()).Where(e => e is not ("" or "identity" or "none" or "utf-8")).ToList();
        if (layers.Count > MostLayers)
        {
            throw new InvalidDataException(SourcesText.Say("Fetch_TooManyLayers"));
        }

        Stream current = stream;
        layers.Reverse();
        for (var i = 0; i < layers.Count; i++)
        {
            var peek = current as PeekStream ?? new PeekStream(current);
            var head = await peek.Peek(4, cancellationToken);
            current = layers[i] switch
            {
                // Some servers say gzip and send it plain.
                "gzip" or "x-gzip" => head is [0x1F, 0x8B, ..] ? new GZipStream(peek, CompressionMode.Decompress) : peek,
                "deflate" => IsZlib(head) ? new ZLibStream(peek, CompressionMode.Decompress) : new DeflateStream(peek, CompressionMode.Decompress),
                "br" => new BrotliStream(peek, CompressionMode.Decompress),
                "zstd" => head is [0x28, 0xB5, 0x2F, 0xFD] or [>= 0x50 and <= 0x5F, 0x2A, 0x4D, 0x18] ? new ZstdSharp.DecompressionStream(peek) : peek,
                var other => throw new InvalidDataException(SourcesText.Say("Fetch_UnknownPacking", other)),
            };
        }

        if (layers.Count > 0)
        {
            return current;
        }

        return await stream.Peek(2, cancellationToken) is [0x1F, 0x8B, ..] ? new GZipStream(stream, CompressionMode.Decompress) : stream;
    }

    /// <summary>Of a header that is not well-formed; null where it says nothing.</summary>
    public static string? MediaTypeOf(string? header)
    {
        var type = header?.Split(';')[0].Trim().ToLowerInvariant();
        return string.IsNullOrEmpty(type) || !type.Contains('/') ? null : type;
    }

    private static bool IsZlib(byte[] head) => head is [var method, var flags, ..] && (method & 0x0F) == 8 && ((method * 256) + flags) % 31 == 0;
}

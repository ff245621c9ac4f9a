using System.IO.Compression;
using Bot.Sources.Fetching;

namespace Bot.Tests.Sources.Fetching;

/// <summary>What comes compressed.</summary>
public sealed class PackingTests : FetchTest
{
    private static readonly byte[] _feed = "<rss version='2.0'><channel><title>t</title></channel></rss>"u8.ToArray();

    [Theory]
    [InlineData("gzip")]
    [InlineData("x-gzip")]
    [InlineData("deflate")]
    [InlineData("raw-deflate")]
    [InlineData("br")]
    [InlineData("zstd")]
    [InlineData("gzip, br")]
    [InlineData("unannounced")]
    [InlineData("not packed")]
    public async Task A_packed_document_is_unpacked(string packing)
    {
        var header = packing switch { "raw-deflate" => "deflate", "unannounced" => "identity", "not packed" => "gzip", _ => packing };
        Site.Page("/feed", Pack(_feed, packing), headers: ("Content-Encoding", header));
        var fetched = Assert.IsType<FetchResult.Fetched>(await Fetch(Site.Url("/feed")));
        Assert.Equal(_feed, fetched.Documents[0].Bytes);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("zstd")]
    [InlineData("deflate")]
    [InlineData("gzip, gzip")]
    public async Task A_compressed_bomb_is_cut_off(string packing)
    {
        Site.Page("/bomb", Pack(new byte[64 * 1024 * 1024], packing), headers: ("Content-Encoding", packing));
        Assert.Equal(FetchFailure.TooLarge, Assert.IsType<FetchResult.Failed>(await Fetch(Site.Url("/bomb"))).Kind);
    }

    [Theory]
    [InlineData("gzip", new byte[] { 0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF })]
    [InlineData("br", new byte[] { 0xFF, 0xFF, 0xFF, 0xFF, 0xFF })]
    [InlineData("zstd", new byte[] { 0x28, 0xB5, 0x2F, 0xFD, 9, 9, 9, 9 })]
    [InlineData("lzma", new byte[] { 1, 2, 3, 4, 5 })]
    [InlineData("gzip,gzip,gzip,gzip", new byte[] { 1 })]
    public async Task What_cannot_be_unpacked_is_said_so(string packing, byte[] body)
    {
        Site.Page("/bad", body, headers: ("Content-Encoding", packing));
        Assert.Equal(FetchFailure.BadCompression, Assert.IsType<FetchResult.Failed>(await Fetch(Site.Url("/bad"))).Kind);
    }

    private static byte[] Pack(byte[] bytes, string packing)
    {
        foreach (var layer in packing.Split(", "))
        {
            using var packed = new MemoryStream();
            using (Stream stream = layer switch
            {
                "gzip" or "x-gzip" or "unannounced" => new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true),
                "deflate" => new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true),
                "raw-deflate" => new DeflateStream(packed, CompressionLevel.Optimal, leaveOpen: true),
                "br" => new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true),
                "zstd" => new ZstdSharp.CompressionStream(packed, leaveOpen: true),
                _ => new BufferedStream(packed),
            })
            {
                stream.Write(bytes);
                stream.Flush();
                if (layer == "not packed")
                {
                    return packed.ToArray();
                }
            }

            bytes = packed.ToArray();
        }

        return bytes;
    }
}

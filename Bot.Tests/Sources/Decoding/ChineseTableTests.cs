using System.Text;
using Bot.Sources.Decoding;

namespace Bot.Tests.Sources.Decoding;

/// <summary>Our own decoder against .NET's, over texts that are whole and texts that are damaged at random places (always the same ones).</summary>
public sealed class ChineseTableTests
{
    private static readonly string[] _pieces =
        ["北岭市人民法院", "，。《》", " ascii only, and long enough for sixteen ", "é", "ß", "中", "a中b", "😀", "\u0800", "\uD7FF", "\uE000", "\uFFFD", "\u007F", "\u0080", "𠮷", "\n", "\\\"", "𝔘"];

    [Fact]
    public void Gb_18030_is_decoded_as_dotnet_decodes_it_or_left_to_it()
    {
        var strict = EncodingNames.Find("gb18030")!;
        var taken = 0;
        foreach (var bytes in Samples(strict))
        {
            var characters = new char[bytes.Length];
            if (ChineseTable.TryDecode(bytes, characters) is >= 0 and var length)
            {
                Assert.Equal(Decoded(strict, bytes), new string(characters, 0, length));
                taken++;
            }
        }

        Assert.InRange(taken, 100, int.MaxValue);
    }

    private static IEnumerable<string> Texts()
    {
        var random = new Random(11);
        for (var i = 0; i < 2000; i++)
        {
            yield return string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(_ => _pieces[random.Next(_pieces.Length)]));
        }
    }

    private static IEnumerable<byte[]> Samples(Encoding encoding)
    {
        var random = new Random(12);
        foreach (var text in Texts())
        {
            var bytes = encoding.GetBytes(text);
            yield return bytes;
            var damaged = bytes.ToArray();
            damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            yield return damaged;
            yield return bytes[..random.Next(bytes.Length)];
        }
    }

    private static string? Decoded(Encoding strict, byte[] bytes)
    {
        try
        {
            return strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}

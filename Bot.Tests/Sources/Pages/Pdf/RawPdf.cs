using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Bot.Tests.Sources.Pages.Pdf;

/// <summary>A PDF written object by object, so that it can be wrong in any way. Objects 1 to 5 are there; sheet 1 is for faults, sheet 2 is sound.</summary>
internal sealed class RawPdf
{
    public const string Sound = "BT /F1 12 Tf 50 700 Td (A line of text that can be read.) Tj ET";

    private readonly SortedDictionary<int, byte[]> _objects = [];

    public RawPdf(string contents = Sound, string sheet = "", string resources = "")
    {
        Add(1, "<</Type/Catalog/Pages 2 0 R>>");
        Add(2, "<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2>>");
        Add(3, $"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F1 5 0 R>>{resources}>>/Contents 6 0 R{sheet}>>");
        Add(4, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F1 5 0 R>>>>/Contents 7 0 R>>");
        Add(5, "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>");
        Stream(6, Encoding.Latin1.GetBytes(contents));
        Stream(7, Encoding.Latin1.GetBytes(Sound));
    }

    /// <summary>Objects from 8 on are free.</summary>
    public RawPdf Add(int number, string body)
    {
        _objects[number] = Encoding.Latin1.GetBytes(body);
        return this;
    }

    public RawPdf Stream(int number, ReadOnlySpan<byte> data, string keys = "", bool packed = false)
    {
        if (packed)
        {
            using var target = new MemoryStream();
            using (var zlib = new ZLibStream(target, CompressionLevel.SmallestSize, leaveOpen: true))
                zlib.Write(data);
            data = target.ToArray();
            keys += "/Filter/FlateDecode";
        }

        _objects[number] = [.. Encoding.Latin1.GetBytes($"<</Length {data.Length}{keys}>>\nstream\n"), .. data, .. "\nendstream"u8];
        return this;
    }

    /// <param name="wrongTable">All offsets of the cross-reference table are off, and so is where it is said to begin.</param>
    public byte[] Build(bool wrongTable = false)
    {
        using var file = new MemoryStream();
        file.Write("%PDF-1.7\n"u8);
        var table = new StringBuilder();
        foreach (var (number, body) in _objects)
        {
            table.Append(CultureInfo.InvariantCulture, $"{number} 1\n{(wrongTable ? 7 : file.Position):0000000000} 00000 n \n");
            file.Write(Encoding.Latin1.GetBytes($"{number} 0 obj\n"));
            file.Write(body);
            file.Write("\nendobj\n"u8);
        }

        var start = file.Position;
        file.Write(Encoding.Latin1.GetBytes($"xref\n0 1\n0000000000 65535 f \n{table}trailer\n<</Size {_objects.Keys.Max() + 1}/Root 1 0 R>>\nstartxref\n{(wrongTable ? 3 : start)}\n%%EOF\n"));
        return file.ToArray();
    }
}

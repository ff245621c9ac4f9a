namespace Bot.Sources.Pages.Pdf;

/// <summary>What the process that opens PDFs is told: the file, and how much of it is wanted.</summary>
/// <param name="FirstSheet">From 1.</param>
internal sealed record PdfOrder(ReadOnlyMemory<byte> File, int FirstSheet, int MostSheets, int MostGlyphs, int LargestStream)
{
    public void Write(BinaryWriter to)
    {
        to.Write(FirstSheet);
        to.Write(MostSheets);
        to.Write(MostGlyphs);
        to.Write(LargestStream);
        to.Write(File.Length);
        to.Write(File.Span);
        to.Flush();
    }

    public static PdfOrder Read(BinaryReader from)
    {
        var (first, sheets, glyphs, stream, length) = (from.ReadInt32(), from.ReadInt32(), from.ReadInt32(), from.ReadInt32(), from.ReadInt32());
        var file = new byte[length];
        from.BaseStream.ReadExactly(file);
        return new(file, first, sheets, glyphs, stream);
    }
}

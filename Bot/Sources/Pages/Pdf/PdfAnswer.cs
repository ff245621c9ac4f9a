namespace Bot.Sources.Pages.Pdf;

/// <summary>What the process that opens PDFs says of a file, and how it is written over the pipe.</summary>
internal abstract record PdfAnswer
{
    private PdfAnswer()
    {
    }

    internal sealed record Opened(int Sheets) : PdfAnswer;

    internal sealed record Sheet(PrintedSheet Printed) : PdfAnswer;

    /// <summary>The file, or the sheet that was to come next, cannot be read.</summary>
    internal sealed record Lost(PdfFault Why) : PdfAnswer;

    public void Write(BinaryWriter to)
    {
        switch (this)
        {
            case Opened opened:
                to.Write((byte)'O');
                to.Write(opened.Sheets);
                break;
            case Lost lost:
                to.Write((byte)'L');
                to.Write((byte)lost.Why);
                break;
            case Sheet sheet:
                to.Write((byte)'S');
                Write(to, sheet.Printed);
                break;
            default:
                throw new InvalidOperationException("There are three answers.");
        }

        to.Flush();
    }

    /// <exception cref="IOException">The other end is gone, or what it wrote is no answer.</exception>
    public static PdfAnswer Read(BinaryReader from) => (char)from.ReadByte() switch
    {
        'O' => new Opened(from.ReadInt32()),
        'L' => new Lost((PdfFault)from.ReadByte()),
        'S' => new Sheet(ReadSheet(from)),
        _ => throw new IOException("No answer."),
    };

    private static void Write(BinaryWriter to, PrintedSheet sheet)
    {
        to.Write(sheet.Width);
        to.Write(sheet.Height);
        to.Write(sheet.IsUpright);
        to.Write(sheet.Images);
        to.Write(sheet.Unmapped);
        to.Write(sheet.Letters.Count);
        foreach (var letter in sheet.Letters)
        {
            to.Write(letter.Value);
            Write(to, letter.StartX, letter.StartY, letter.EndX, letter.EndY);
            to.Write(letter.Size);
        }

        to.Write(sheet.Boxes.Count);
        foreach (var box in sheet.Boxes)
            Write(to, box.Left, box.Bottom, box.Right, box.Top);
    }

    private static void Write(BinaryWriter to, double a, double b, double c, double d)
    {
        to.Write(a);
        to.Write(b);
        to.Write(c);
        to.Write(d);
    }

    private static PrintedSheet ReadSheet(BinaryReader from)
    {
        var (width, height, upright, images, unmapped) = (from.ReadDouble(), from.ReadDouble(), from.ReadBoolean(), from.ReadInt32(), from.ReadInt32());
        var letters = new PrintedLetter[from.ReadInt32()];
        for (var i = 0; i < letters.Length; i++)
            letters[i] = new(from.ReadString(), from.ReadDouble(), from.ReadDouble(), from.ReadDouble(), from.ReadDouble(), from.ReadDouble());
        var boxes = new PrintedBox[from.ReadInt32()];
        for (var i = 0; i < boxes.Length; i++)
            boxes[i] = new(from.ReadDouble(), from.ReadDouble(), from.ReadDouble(), from.ReadDouble());
        return new(width, height, upright, images, unmapped, letters, boxes);
    }
}

/// <summary>Why a file or a sheet of it cannot be read. Written as a number between two processes of the same program.</summary>
internal enum PdfFault
{
    Damaged,
    Locked,
    TooManyGlyphs,
    TooMuchMemory,
}

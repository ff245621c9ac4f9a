using System.Diagnostics;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Exceptions;

namespace Bot.Sources.Pages.Pdf;

/// <summary>
/// The inside of the process that opens PDFs, started by <see cref="PdfSheets"/>. A file can make the library loop, eat memory or overflow
/// its stack; here that harms nobody. It ends when its pipe does, so it never outlives the program that started it.
/// </summary>
internal static class PdfExtraction
{
    /// <summary>The command that starts it. For the program itself, so no help shows it.</summary>
    public const string Command = "pdf-sheets";

    private const int MostBoxes = 20_000;

    public static int Run()
    {
        var input = Console.OpenStandardInput();
        using var output = new BinaryWriter(new BufferedStream(Console.OpenStandardOutput(), 64 * 1024));
        try
        {
            var order = PdfOrder.Read(new BinaryReader(input));
            new Thread(() => EndWith(input)) { IsBackground = true }.Start();
            foreach (var answer in Answers(order))
                answer.Write(output);
            return 0;
        }
        catch (IOException)
        {
            return 1;
        }
    }

    public static IEnumerable<PdfAnswer> Answers(PdfOrder order)
    {
        var unmapped = new UnmappedGlyphs();
        var (pdf, why) = Tried(() => Open(order, unmapped));
        if (pdf is null)
        {
            yield return new PdfAnswer.Lost(why);
            yield break;
        }

        using (pdf)
        {
            yield return new PdfAnswer.Opened(pdf.NumberOfPages);
            for (var number = order.FirstSheet; number <= Math.Min(pdf.NumberOfPages, order.MostSheets); number++)
            {
                var (sheet, fault) = Tried(() => Print(pdf.GetPage(number), unmapped, order.MostGlyphs));
                yield return sheet is not null ? new PdfAnswer.Sheet(sheet) : new PdfAnswer.Lost(fault);
            }
        }
    }

    private static PdfDocument Open(PdfOrder order, UnmappedGlyphs unmapped)
    {
        var parsing = new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true, Logger = unmapped, FilterProvider = new PdfStreams(order.LargestStream) };
        return PdfDocument.Open(order.File.ToArray(), parsing);
    }

    /// <returns>Null for a sheet with too many letters.</returns>
    private static PrintedSheet? Print(Page page, UnmappedGlyphs unmapped, int mostGlyphs)
    {
        var letters = page.Letters;
        if (letters.Count > mostGlyphs)
            return null;
        var boxes = new List<PrintedBox>();
        foreach (var path in page.Paths.Take(MostBoxes))
        {
            if (!path.IsClipping && path.GetBoundingRectangle() is { } box)
                boxes.Add(new(box.Left, box.Bottom, box.Right, box.Top));
        }

        var mapped = letters.Where(l => !unmapped.Are(l)).ToList();
        var upright = letters.Count > 0 && letters[0].TextOrientation == TextOrientation.Horizontal;
        return new(page.Width, page.Height, upright, page.NumberOfImages, letters.Count - mapped.Count, [.. mapped.Select(Print)], boxes);
    }

    private static PrintedLetter Print(Letter letter) => new(
        letter.Value, letter.StartBaseLine.X, letter.StartBaseLine.Y, letter.EndBaseLine.X, letter.EndBaseLine.Y, letter.PointSize > 0 ? letter.PointSize : letter.FontSize);

    private static (T? Result, PdfFault Fault) Tried<T>(Func<T?> work)
        where T : class
    {
        try
        {
            return (work(), PdfFault.TooManyGlyphs);
        }
        catch (OutOfMemoryException)
        {
            return (null, PdfFault.TooMuchMemory);
        }
        catch (PdfDocumentEncryptedException)
        {
            return (null, PdfFault.Locked);
        }
        catch (Exception)
        {
            // One item of a batch: what a file's objects, fonts and streams do wrong has no common type.
            return (null, PdfFault.Damaged);
        }
    }

    private static void EndWith(Stream input)
    {
        try
        {
            while (input.ReadByte() >= 0)
            {
            }
        }
        catch (IOException)
        {
            // The pipe is gone; so is whoever wanted the answers.
        }

        using var self = Process.GetCurrentProcess();
        self.Kill();
    }
}

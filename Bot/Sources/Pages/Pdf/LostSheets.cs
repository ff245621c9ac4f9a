namespace Bot.Sources.Pages.Pdf;

/// <summary>The sheets of a file that could not be read, and what is said of them.</summary>
internal sealed class LostSheets(int all, PdfOptions limits)
{
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    public List<Said> Warnings { get; } = [];

    private long Mebibytes => limits.MemoryLimit / (1024 * 1024);

    /// <summary>Why nothing of the file could be read, where the sheets say so together; null where they do not.</summary>
    public Said? Why =>
        Count("OutOfTime") > 0 ? Say("TooLong", limits.TimeLimit.TotalSeconds)
        : Count("SlowSheet") > 0 ? Say("TooLong", limits.SheetTimeLimit.TotalSeconds)
        : Count("HeavySheet") > 0 ? Say("TooMuchMemory", Mebibytes)
        : Count("ImageSheet") + Count("UnmappedSheet") + Count("Empty") + Count("BadSheet") < Math.Min(all, limits.MostSheets) ? null
        : Say(Count("UnmappedSheet") > 0 ? "Unmapped" : Count("ImageSheet") > 0 ? "NeedsOcr" : Count("Empty") > 0 ? "Empty" : "Damaged");

    /// <returns>The sheet, if there is text on it.</returns>
    public PrintedSheet? Sort(int number, PdfAnswer answer)
    {
        switch (answer)
        {
            case PdfAnswer.Sheet { Printed: { Letters.Count: > 0 } sheet } when SheetCharacters.AreText(sheet):
                if (sheet.Unmapped > 0)
                    Add("UnmappedGlyphs", number, sheet.Unmapped);
                return sheet;
            case PdfAnswer.Sheet { Printed: var sheet } when sheet.Letters.Count + sheet.Unmapped > 0:
                Add("UnmappedSheet", number);
                break;
            case PdfAnswer.Sheet { Printed.Images: > 0 }:
                Add("ImageSheet", number);
                break;
            case PdfAnswer.Sheet:
                _counts["Empty"] = Count("Empty") + 1;
                break;
            case PdfAnswer.Lost { Why: PdfFault.TooManyGlyphs }:
                Add("TooManyGlyphs", number, limits.MostGlyphs);
                break;
            case PdfAnswer.Lost { Why: PdfFault.TooMuchMemory }:
                Add("HeavySheet", number, Mebibytes);
                break;
            default:
                Add("BadSheet", number);
                break;
        }

        return null;
    }

    public void Slow(int number) => Add("SlowSheet", number, limits.SheetTimeLimit.TotalSeconds);

    public void OutOfTime(int number) => Add("OutOfTime", limits.TimeLimit.TotalSeconds, number - 1, all);

    public void Behind() => Add("MoreSheets", limits.MostSheets, all);

    private int Count(string kind) => _counts.GetValueOrDefault(kind);

    private void Add(string kind, params object?[] values)
    {
        _counts[kind] = Count(kind) + 1;
        Warnings.Add(Say(kind, values));
    }

    private static Said Say(string key, params object?[] values) => Said.Of($"Pdf:{key}", values);
}

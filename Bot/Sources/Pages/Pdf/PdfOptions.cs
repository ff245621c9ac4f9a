using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Bot.Sources.Pages.Pdf;

/// <summary>Limits of reading PDF pages.</summary>
internal sealed class PdfOptions
{
    public const string Section = "Pages:Pdf";

    /// <summary>Larger files are refused, in bytes. 64 KiB to 512 MiB; default 96 MiB.</summary>
    [Range(64 * 1024, 512 * 1024 * 1024)]
    public int LargestFile { get; set; } = 96 * 1024 * 1024;

    /// <summary>Sheets behind this many are not read. 1 to 2,000; default 400.</summary>
    [Range(1, 2000)]
    public int MostSheets { get; set; } = 400;

    /// <summary>A sheet with more glyphs is a drawing and is left out. 1,000 to 1,000,000; default 120,000.</summary>
    [Range(1000, 1_000_000)]
    public int MostGlyphs { get; set; } = 120_000;

    /// <summary>Streams that unpack to more are not read, and their sheets are left out, in bytes. 1 MiB to 1 GiB; default 64 MiB.</summary>
    [Range(1024 * 1024, 1024 * 1024 * 1024)]
    public int LargestStream { get; set; } = 64 * 1024 * 1024;

    /// <summary>What reading one file may take, in bytes, and never more than half of what the machine has. 96 MiB to 16 GiB; default 768 MiB.</summary>
    [Range(96L * 1024 * 1024, 16L * 1024 * 1024 * 1024)]
    public long MemoryLimit { get; set; } = 768 * 1024 * 1024;

    /// <summary>A sheet that takes longer is left out, and the others are read. One second to ten minutes; default 20 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan SheetTimeLimit { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>When it is over, the sheets read so far are kept and the others are not read. One second to ten minutes; default one minute.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan TimeLimit { get; set; } = TimeSpan.FromMinutes(1);
}

[OptionsValidator]
internal sealed partial class PdfOptionsValidator : IValidateOptions<PdfOptions>;

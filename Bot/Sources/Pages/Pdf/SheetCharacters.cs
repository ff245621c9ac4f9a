using System.Globalization;

namespace Bot.Sources.Pages.Pdf;

/// <summary>Whether what the fonts call characters is text. Wrong maps give private-use and control characters, or letters of scripts that nobody mixes.</summary>
internal static class SheetCharacters
{
    /// <summary>With so much of it a sheet is garbage, whatever the rest says.</summary>
    private const double Most = 0.3;

    public static bool AreText(PrintedSheet sheet) =>
        sheet.Unmapped + sheet.Letters.Count(l => IsOdd(l.Value)) < Most * (sheet.Unmapped + sheet.Letters.Count(l => !string.IsNullOrWhiteSpace(l.Value)));

    private static bool IsOdd(string value) => value is [var c] && (c is '\uFFFD' or (> '\u00FF' and < '\u0370') or (>= '\u0530' and < '\u0600') or (>= '\u0700' and < '\u0F00') or (>= '\u1000' and < '\u1100') or (>= '\u1200' and < '\u1800') or (>= '\u18B0' and < '\u1E00') or (>= '\u3400' and < '\u4DC0')
        || char.GetUnicodeCategory(c) is UnicodeCategory.PrivateUse or UnicodeCategory.Control or UnicodeCategory.OtherNotAssigned && !char.IsWhiteSpace(c));
}

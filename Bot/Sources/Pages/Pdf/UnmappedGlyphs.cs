using System.Globalization;
using System.Text.RegularExpressions;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Logging;

namespace Bot.Sources.Pages.Pdf;

/// <summary>
/// The glyphs of fonts that do not say which characters they print. The library gives the glyph's number as if it were a character, and
/// says so nowhere but in its log.
/// </summary>
internal sealed partial class UnmappedGlyphs : ILog
{
    private readonly HashSet<(string Font, char Code)> _seen = [];

    public bool Are(Letter letter) => letter.Value is [var code] && _seen.Contains((letter.FontName?.TrimStart('/') ?? "", code));

    public void Warn(string message)
    {
        if (NoCharacter().Match(message) is { Success: true } match)
            _seen.Add((match.Groups["font"].Value, (char)int.Parse(match.Groups["code"].ValueSpan, CultureInfo.InvariantCulture)));
    }

    public void Debug(string message)
    {
    }

    public void Debug(string message, Exception ex)
    {
    }

    public void Error(string message)
    {
    }

    public void Error(string message, Exception ex)
    {
    }

    [GeneratedRegex(@"corresponding character with code (?<code>\d{1,9}) in font /?(?<font>.*?)\.$", RegexOptions.ExplicitCapture)]
    private static partial Regex NoCharacter();
}

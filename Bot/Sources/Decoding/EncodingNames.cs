using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Bot.Sources.Decoding;

/// <summary>
/// Encodings by the names that servers and documents use. A name that is narrower than what is published under it
/// means the wider encoding: gb2312 and gbk are read as gb18030, iso-8859-1 and us-ascii as windows-1252, as browsers do.
/// </summary>
internal static class EncodingNames
{
    private static readonly FrozenDictionary<string, string> _aliases = new Dictionary<string, string>
    {
        ["utf8"] = "utf-8",
        ["unicode-1-1-utf-8"] = "utf-8",
        ["cp65001"] = "utf-8",
        ["utf8mb4"] = "utf-8",
        ["utf16"] = "utf-16",
        ["utf-16le"] = "utf-16",
        ["utf16le"] = "utf-16",
        ["ucs-2"] = "utf-16",
        ["unicode"] = "utf-16",
        ["iso-10646-ucs-2"] = "utf-16",
        ["u16"] = "utf-16",
        ["utf16be"] = "utf-16be",
        ["utf-16-le"] = "utf-16",
        ["utf-16-be"] = "utf-16be",
        ["utf-32-le"] = "utf-32",
        ["utf-32-be"] = "utf-32be",
        ["utf-16be"] = "utf-16be",
        ["unicodefffe"] = "utf-16be",
        ["utf32"] = "utf-32",
        ["utf-32le"] = "utf-32",
        ["ucs-4"] = "utf-32",
        ["iso-10646-ucs-4"] = "utf-32",
        ["utf32be"] = "utf-32be",
        ["gb2312"] = "gb18030",
        ["gbk"] = "gb18030",
        ["x-gbk"] = "gb18030",
        ["cp936"] = "gb18030",
        ["936"] = "gb18030",
        ["ms936"] = "gb18030",
        ["windows-936"] = "gb18030",
        ["gb_2312-80"] = "gb18030",
        ["gb_2312"] = "gb18030",
        ["gb-2312"] = "gb18030",
        ["gb2312-80"] = "gb18030",
        ["csgb2312"] = "gb18030",
        ["chinese"] = "gb18030",
        ["euc-cn"] = "gb18030",
        ["euccn"] = "gb18030",
        ["x-euc-cn"] = "gb18030",
        ["gb18030-2000"] = "gb18030",
        ["gb18030"] = "gb18030",
        ["iso-ir-58"] = "gb18030",
        ["hz"] = "hz-gb-2312",
        ["hzgb"] = "hz-gb-2312",
        ["big5-hkscs"] = "big5",
        ["big5hkscs"] = "big5",
        ["cn-big5"] = "big5",
        ["x-x-big5"] = "big5",
        ["csbig5"] = "big5",
        ["cp950"] = "big5",
        ["950"] = "big5",
        ["ms950"] = "big5",
        ["big-5"] = "big5",
        ["big5-tw"] = "big5",
        ["sjis"] = "shift_jis",
        ["shift-jis"] = "shift_jis",
        ["s-jis"] = "shift_jis",
        ["shiftjis"] = "shift_jis",
        ["x-sjis"] = "shift_jis",
        ["ms_kanji"] = "shift_jis",
        ["windows-31j"] = "shift_jis",
        ["cp932"] = "shift_jis",
        ["932"] = "shift_jis",
        ["ms932"] = "shift_jis",
        ["csshiftjis"] = "shift_jis",
        ["eucjp"] = "euc-jp",
        ["ujis"] = "euc-jp",
        ["x-euc-jp"] = "euc-jp",
        ["u-jis"] = "euc-jp",
        ["euckr"] = "euc-kr",
        ["ks_c_5601-1987"] = "euc-kr",
        ["ksc5601"] = "euc-kr",
        ["korean"] = "euc-kr",
        ["cp949"] = "euc-kr",
        ["949"] = "euc-kr",
        ["uhc"] = "euc-kr",
        ["ms949"] = "euc-kr",
        ["windows-949"] = "euc-kr",
        ["ks_c-5601"] = "euc-kr",
        ["ks_c-5601-1987"] = "euc-kr",
        ["iso2022-jp"] = "iso-2022-jp",
        ["iso2022jp"] = "iso-2022-jp",
        ["csiso2022jp"] = "iso-2022-jp",
        ["iso2022-kr"] = "iso-2022-kr",
        ["shift-jisx0213"] = "shift_jis",
        ["shift-jis-2004"] = "shift_jis",
        ["euc-jisx0213"] = "euc-jp",
        ["euc-jis-2004"] = "euc-jp",
        ["iso-2022-jp-1"] = "iso-2022-jp",
        ["iso-2022-jp-2"] = "iso-2022-jp",
        ["iso-2022-jp-ext"] = "iso-2022-jp",
        ["ascii"] = "windows-1252",
        ["us-ascii"] = "windows-1252",
        ["ansi_x3.4-1968"] = "windows-1252",
        ["iso646-us"] = "windows-1252",
        ["646"] = "windows-1252",
        ["iso-8859-1"] = "windows-1252",
        ["iso8859-1"] = "windows-1252",
        ["iso_8859-1"] = "windows-1252",
        ["8859-1"] = "windows-1252",
        ["8859"] = "windows-1252",
        ["l1"] = "windows-1252",
        ["latin1"] = "windows-1252",
        ["latin-1"] = "windows-1252",
        ["cp819"] = "windows-1252",
        ["819"] = "windows-1252",
        ["iso88591"] = "windows-1252",
        ["x-ansi"] = "windows-1252",
        ["ansi"] = "windows-1252",
        ["iso-ir-100"] = "windows-1252",
        ["csisolatin1"] = "windows-1252",
        ["x-cp1252"] = "windows-1252",
        ["latin2"] = "iso-8859-2",
        ["l2"] = "iso-8859-2",
        ["latin3"] = "iso-8859-3",
        ["l3"] = "iso-8859-3",
        ["latin4"] = "iso-8859-4",
        ["l4"] = "iso-8859-4",
        ["cyrillic"] = "iso-8859-5",
        ["arabic"] = "iso-8859-6",
        ["greek"] = "iso-8859-7",
        ["greek8"] = "iso-8859-7",
        ["hebrew"] = "iso-8859-8",
        ["iso-8859-8-i"] = "iso-8859-8",
        ["logical"] = "iso-8859-8",
        ["iso-8859-9"] = "windows-1254",
        ["iso8859-9"] = "windows-1254",
        ["latin5"] = "windows-1254",
        ["l5"] = "windows-1254",
        ["latin9"] = "iso-8859-15",
        ["latin-9"] = "iso-8859-15",
        ["l9"] = "iso-8859-15",
        ["iso-8859-11"] = "windows-874",
        ["tis-620"] = "windows-874",
        ["tis620"] = "windows-874",
        ["tis-620-0"] = "windows-874",
        ["iso8859-11"] = "windows-874",
        ["dos-874"] = "windows-874",
        ["cp874"] = "windows-874",
        ["koi8"] = "koi8-r",
        ["koi"] = "koi8-r",
        ["koi8r"] = "koi8-r",
        ["koi8u"] = "koi8-u",
        ["cskoi8r"] = "koi8-r",
        ["x-mac-roman"] = "macintosh",
        ["mac"] = "macintosh",
        ["macroman"] = "macintosh",
        ["mac-roman"] = "macintosh",
        ["mac-cyrillic"] = "x-mac-cyrillic",
        ["maccyrillic"] = "x-mac-cyrillic",
        ["x-mac-ukrainian"] = "x-mac-ukrainian",
        ["mac-greek"] = "x-mac-greek",
        ["macgreek"] = "x-mac-greek",
        ["mac-turkish"] = "x-mac-turkish",
        ["macturkish"] = "x-mac-turkish",
        ["mac-iceland"] = "x-mac-icelandic",
        ["maciceland"] = "x-mac-icelandic",
        ["mac-latin2"] = "x-mac-ce",
        ["maclatin2"] = "x-mac-ce",
        ["maccentraleurope"] = "x-mac-ce",
        ["cspc775baltic"] = "ibm775",
        ["cspc850multilingual"] = "ibm850",
        ["cspc862latinhebrew"] = "dos-862",
        ["cp-is"] = "ibm861",
        ["ibm039"] = "ibm037",

        // Unknown to .NET; the same letters stand in their neighbours.
        ["cp1125"] = "cp866",
        ["cp856"] = "dos-862",
        ["koi8-t"] = "koi8-r",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    static EncodingNames() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The encoding under a name, which throws on bytes that it cannot have written; null if nobody knows the name.</summary>
    public static Encoding? Find(string? name)
    {
        name = name?.Trim().Trim('"', '\'');
        if (string.IsNullOrEmpty(name))
        {
            return null;
        }

        var plain = name.Replace('_', '-');
        return Strict(_aliases.GetValueOrDefault(name) ?? _aliases.GetValueOrDefault(plain) ?? name) ?? Strict(CodePage(plain)) ?? Strict(plain) ?? ByNumber(plain);
    }

    /// <summary>The same encoding with the replacement character for bytes that it cannot have written.</summary>
    public static Encoding Lenient(Encoding encoding) =>
        Encoding.GetEncoding(encoding.CodePage, EncoderFallback.ReplacementFallback, new DecoderReplacementFallback("\uFFFD"));

    /// <summary>cp1251, windows1251, ibm866 and iso8859-5 are common misspellings.</summary>
    private static string? CodePage(string name)
    {
        var lower = name.ToLowerInvariant();
        return lower switch
        {
            _ when lower.StartsWith("windows-", StringComparison.Ordinal) => null,
            _ when lower.StartsWith("cp125", StringComparison.Ordinal) => "windows-" + lower[2..],
            _ when lower.StartsWith("x-cp", StringComparison.Ordinal) => "windows-" + lower[4..],
            _ when lower.StartsWith("win", StringComparison.Ordinal) => "windows-" + lower.TrimStart("windows-".ToCharArray()),
            _ when lower.StartsWith("cp-", StringComparison.Ordinal) => "windows-" + lower[3..],
            _ when lower.StartsWith("125", StringComparison.Ordinal) => "windows-" + lower,
            _ when lower.StartsWith("iso8859-", StringComparison.Ordinal) => "iso-" + lower[3..],
            _ when lower.StartsWith("iso-ir-", StringComparison.Ordinal) => null,
            _ when lower.StartsWith("iso8859", StringComparison.Ordinal) => "iso-8859-" + lower[7..].TrimStart('-'),
            _ when lower.StartsWith("cp", StringComparison.Ordinal) => "ibm" + lower[2..].PadLeft(3, '0'),
            _ when lower.All(char.IsAsciiDigit) => "ibm" + lower.PadLeft(3, '0'),
            _ => null,
        };
    }

    /// <summary>cp858 is known to .NET by its number alone.</summary>
    private static Encoding? ByNumber(string name)
    {
        var digits = name.Length - name.AsSpan().TrimEnd("0123456789").Length;
        if (digits is < 3 or > 5 || name.StartsWith("iso", StringComparison.OrdinalIgnoreCase) || name.StartsWith("utf", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        try
        {
            return Encoding.GetEncoding(int.Parse(name.AsSpan(name.Length - digits), CultureInfo.InvariantCulture), EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    private static Encoding? Strict(string? name)
    {
        if (name is null)
        {
            return null;
        }

        try
        {
            return Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}

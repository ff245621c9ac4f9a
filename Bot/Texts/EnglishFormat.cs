using System.Globalization;

namespace Bot.Texts;

/// <summary>English plurals in the words: <c>{0} {0:day|days}</c> is "1 day" and "7 days".</summary>
internal sealed class EnglishFormat(CultureInfo culture) : IFormatProvider, ICustomFormatter
{
    public object? GetFormat(Type? formatType) => formatType == typeof(ICustomFormatter) ? this : culture.GetFormat(formatType);

    public string Format(string? format, object? arg, IFormatProvider? formatProvider)
    {
        if (format?.IndexOf('|', StringComparison.Ordinal) is >= 0 and var bar)
        {
            return Convert.ToString(arg, CultureInfo.InvariantCulture) == "1" ? format[..bar] : format[(bar + 1)..];
        }

        return arg is IFormattable value ? value.ToString(format, culture) : arg?.ToString() ?? "";
    }
}

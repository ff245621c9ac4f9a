namespace Bot.Sources.Dates;

/// <summary>A zone at the end of a date: Z, +08:00, +0800, +8, GMT+8, UTC-03:30, EST.</summary>
internal static class ZoneOffset
{
    public static bool TryRead(ReadOnlySpan<char> text, ref TimeSpan? offset, bool chinese = false)
    {
        text = text.Trim();
        var sign = text.IndexOfAny('+', '-', '\u2212');
        if (sign < 0)
        {
            offset = ZoneNames.Find(text, chinese) ?? offset;
            return offset is not null;
        }

        var name = text[..sign].TrimEnd();
        var number = text[(sign + 1)..].TrimStart();
        var at = 0;
        if ((!name.IsEmpty && ZoneNames.Find(name, chinese) is null) || IsoDate.Digits(number, ref at, 4) is not { } head)
        {
            return false;
        }

        // Hours alone, too where a zero too many stands before them: -010:00.
        var hoursAlone = head.Count <= 2 || (head.Count == 3 && at < number.Length && number[at] == ':');
        var minutes = hoursAlone ? head.Value * 60 : (head.Value / 100 * 60) + (head.Value % 100);
        if (hoursAlone && at < number.Length && number[at] == ':')
        {
            at++;
            minutes += IsoDate.Digits(number, ref at, 2)?.Value ?? 0;
        }

        offset = TimeSpan.FromMinutes(text[sign] == '+' ? minutes : -minutes);
        return at == number.Length || !char.IsAsciiDigit(number[at]);
    }
}

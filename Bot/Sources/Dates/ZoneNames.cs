namespace Bot.Sources.Dates;

/// <summary>Zone abbreviations as RFC 822 and habit define them.</summary>
internal static class ZoneNames
{
    /// <param name="chinese">Whether the text around is Chinese, where CST is China's time and not Chicago's.</param>
    public static TimeSpan? Find(ReadOnlySpan<char> name, bool chinese)
    {
        Span<char> upper = stackalloc char[5];
        if (name.Length > upper.Length)
        {
            return null;
        }

        upper = upper[..name.ToUpperInvariant(upper)];
        double? hours = upper switch
        {
            "Z" or "UT" or "UTC" or "GMT" or "WET" or "UCT" => 0,
            "CST" => chinese ? 8 : -6,
            "EST" or "COT" or "PET" or "ECT" => -5,
            "EDT" => -4,
            "CDT" => -5,
            "MST" => -7,
            "MDT" => -6,
            "PST" => -8,
            "PDT" => -7,
            "ET" => -5,
            "CT" => -6,
            "MT" => -7,
            "PT" => -8,
            "AST" or "AT" or "CLT" or "BOT" or "VET" => -4,
            "ADT" or "BRT" or "ART" or "UYT" or "CLST" => -3,
            "BRST" => -2,
            "NST" => -3.5,
            "NDT" => -2.5,
            "AKST" => -9,
            "AKDT" => -8,
            "HST" => -10,
            "HDT" => -9,
            "BST" or "WEST" or "CET" or "MEZ" or "MET" or "WAT" => 1,
            "CEST" or "MESZ" or "MEST" or "EET" or "SAST" or "CAT" => 2,
            "EEST" or "MSK" or "EAT" or "TRT" or "IDT" => 3,
            "MSD" or "GST" => 4,
            "PKT" => 5,
            "IST" => 5.5,
            "NPT" => 5.75,
            "WIB" or "ICT" => 7,
            "北京时间" or "HKT" or "SGT" or "PHT" or "AWST" or "BJT" or "CCT" or "MYT" => 8,
            "JST" or "KST" => 9,
            "ACST" => 9.5,
            "AEST" => 10,
            "AEDT" => 11,
            "ACDT" => 10.5,
            "NZST" => 12,
            "NZDT" => 13,
            // Military letters: RFC 822 printed their signs wrongly, so RFC 2822 has them read as "unknown", which is UTC.
            [>= 'A' and <= 'Z'] => 0,
            _ => null,
        };
        return hours is null ? null : TimeSpan.FromHours(hours.Value);
    }
}

using System.Globalization;

namespace Bot.Sources.Configuration;

/// <summary>Intervals as people write them: 30s, 10m, 2h, 1d, 1h30m.</summary>
internal static class Interval
{
    /// <summary>Null where the text is none.</summary>
    public static TimeSpan? Parse(string text)
    {
        var total = TimeSpan.Zero;
        var rest = text.AsSpan().Trim();
        if (rest.IsEmpty)
        {
            return null;
        }

        while (!rest.IsEmpty)
        {
            var digits = rest.IndexOfAnyExceptInRange('0', '9');
            if (digits is < 1 or > 6)
            {
                return null;
            }

            var number = int.Parse(rest[..digits], CultureInfo.InvariantCulture);
            TimeSpan? unit = char.ToLowerInvariant(rest[digits]) switch
            {
                's' => TimeSpan.FromSeconds(1),
                'm' => TimeSpan.FromMinutes(1),
                'h' => TimeSpan.FromHours(1),
                'd' => TimeSpan.FromDays(1),
                _ => null,
            };
            if (unit is null)
            {
                return null;
            }

            total += unit.Value * number;
            rest = rest[(digits + 1)..].TrimStart();
        }

        return total;
    }

    /// <summary>The way back: 90 minutes are 1h30m.</summary>
    public static string Write(TimeSpan interval)
    {
        var text = "";
        text += interval.Days > 0 ? $"{interval.Days}d" : "";
        text += interval.Hours > 0 ? $"{interval.Hours}h" : "";
        text += interval.Minutes > 0 ? $"{interval.Minutes}m" : "";
        text += interval.Seconds > 0 || text.Length == 0 ? $"{interval.Seconds}s" : "";
        return text;
    }
}

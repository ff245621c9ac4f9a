using System.Globalization;

namespace Bot.Sources.Syndication;

/// <summary>What a feed says about being polled, as far as it has been read.</summary>
internal sealed class HintsDraft
{
    private readonly List<int> _hours = [];
    private readonly List<DayOfWeek> _days = [];
    private TimeSpan? _timeToLive;
    private TimeSpan? _period;
    private int _frequency = 1;

    public void Read(Field field, string text)
    {
        text = text.Trim();
        var number = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : -1;
        switch (field)
        {
            case Field.TimeToLive when number > 0:
                _timeToLive = TimeSpan.FromMinutes(Math.Min(number, 60 * 24 * 7));
                break;
            case Field.SkipHour when number is >= 0 and <= 24:
                _hours.Add(number % 24);
                break;
            case Field.SkipDay when Enum.TryParse<DayOfWeek>(text, ignoreCase: true, out var day) && number < 0:
                _days.Add(day);
                break;
            case Field.UpdatePeriod:
                _period = text.ToLowerInvariant() switch
                {
                    "hourly" => TimeSpan.FromHours(1),
                    "daily" => TimeSpan.FromDays(1),
                    "weekly" => TimeSpan.FromDays(7),
                    "monthly" or "yearly" => TimeSpan.FromDays(7),
                    _ => null,
                };
                break;
            case Field.UpdateFrequency when number > 0:
                _frequency = number;
                break;
            default:
                break;
        }
    }

    /// <summary>A feed that asks never to be read (all hours, all days) is not taken at its word.</summary>
    public PollHints ToHints() => new(
        _timeToLive ?? (_period is { } period ? period / _frequency : null),
        _hours.Distinct().Count() < 24 ? [.. _hours.Distinct().Order()] : [],
        _days.Distinct().Count() < 7 ? [.. _days.Distinct().Order()] : []);
}

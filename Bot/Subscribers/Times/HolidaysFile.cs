using System.Globalization;
using Bot.Texts;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Bot.Subscribers;

/// <summary>Reads <c>holidays.yaml</c>. A file with a fault is refused whole, each fault with its place; without a file, weekends alone are days off.</summary>
internal sealed class HolidaysFile
{
    private static readonly Words _words = Words.Of<HolidaysFile>("SubscribersWords");

    private readonly string _path;
    private readonly Language _language;
    private readonly List<string> _faults = [];
    private readonly List<DateOnly> _off = [];
    private readonly List<DateOnly> _worked = [];

    private HolidaysFile(string path, Language language)
    {
        _path = path;
        _language = language;
    }

    /// <returns>What is wrong; none when the file is in force.</returns>
    public static IReadOnlyList<string> Apply(WorkingDays days, string path, Language language)
    {
        var file = new HolidaysFile(path, language);
        try
        {
            if (File.Exists(path))
            {
                file.Read(File.ReadAllText(path));
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            file._faults.Add(_words.Get(language, "Holidays.Unreadable", path, e.Message));
        }

        if (file._faults.Count == 0)
        {
            days.Replace(file._off, file._worked);
        }

        return file._faults;
    }

    private void Read(string text)
    {
        var yaml = new YamlStream();
        try
        {
            yaml.Load(new StringReader(text));
        }
        catch (YamlException fault)
        {
            Fault(fault.Start, "Holidays.NotYaml", fault.InnerException?.Message ?? fault.Message);
            return;
        }

        var root = yaml.Documents.Count == 0 ? null : yaml.Documents[0].RootNode;
        if (Child(root, "years") is not YamlMappingNode years)
        {
            Fault(root?.Start ?? Mark.Empty, "Holidays.Years");
            return;
        }

        foreach (var year in years.Children.Values)
        {
            if (Child(year, "holidays") is not YamlSequenceNode holidays)
            {
                Fault(year.Start, "Holidays.Years");
                continue;
            }

            foreach (var holiday in holidays)
            {
                Holiday(holiday);
            }
        }
    }

    private void Holiday(YamlNode holiday)
    {
        var from = Day(Child(holiday, "from"), holiday);
        var to = Day(Child(holiday, "to"), holiday);
        if (from > to)
        {
            Fault(holiday.Start, "Holidays.Order");
            return;
        }

        for (var day = from; day is not null && day <= to; day = day.Value.AddDays(1))
        {
            _off.Add(day.Value);
        }

        if (Child(holiday, "work") is YamlSequenceNode work)
        {
            _worked.AddRange(work.Select(day => Day(day, holiday)).OfType<DateOnly>());
        }
    }

    private DateOnly? Day(YamlNode? node, YamlNode holiday)
    {
        if (node is YamlScalarNode { Value: { } value } && DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        Fault((node ?? holiday).Start, "Holidays.Day", (node as YamlScalarNode)?.Value ?? "");
        return null;
    }

    private static YamlNode? Child(YamlNode? node, string key) =>
        node is YamlMappingNode map && map.Children.TryGetValue(key, out var child) ? child : null;

    private void Fault(Mark place, string key, params object?[] values) =>
        _faults.Add(_words.Get(_language, key, [_path, place.Line, place.Column, .. values]));
}

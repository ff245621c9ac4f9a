using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Css.Parser;
using Bot.Sources.Pages.EPaper;
using YamlDotNet.RepresentationModel;

namespace Bot.Sources.Configuration;

/// <summary>One source of the file.</summary>
internal sealed partial class SourceNode(YamlNode node, FaultList faults, Func<string, string?> cronFault)
{
    private const string Keys = "id, name, kind, location, schedule, every, time_zone, first_read, selectors";

    private static readonly TimeSpan _shortest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan _longest = TimeSpan.FromDays(31);

    private readonly Dictionary<string, YamlNode> _values = new(StringComparer.Ordinal);

    /// <summary>Null where it has a fault.</summary>
    public SourceDefinition? Read()
    {
        if (node is not YamlMappingNode map)
        {
            faults.Add(node.Start, faults.Say("File_Expected", faults.Say("File_ASource", Keys), faults.Shown(node)));
            return null;
        }

        var before = faults.All.Count;
        foreach (var (key, value) in map.Children)
        {
            var name = (key as YamlScalarNode)?.Value ?? "";
            if (name is not ("id" or "name" or "kind" or "location" or "schedule" or "every" or "time_zone" or "first_read" or "selectors"))
            {
                faults.Add(key.Start, faults.Say("File_UnknownKey", faults.Shown(key), Keys));
            }

            _values[name] = value;
        }

        var id = Id();
        var kind = Kind();
        var source = new SourceDefinition
        {
            Id = id ?? "",
            Name = Text("name") ?? id ?? "",
            Kind = kind,
            Location = Location(kind) ?? "",
            Schedule = Schedule(),
            Every = Every(),
            TimeZone = Zone(),
            FirstRead = FirstRead(),
            Selectors = Selectors(),
        };
        if (source.Schedule is not null && source.Every is not null)
        {
            faults.Add(_values["every"].Start, faults.Say("File_ScheduleTwice"));
        }

        return faults.All.Count == before ? source : null;
    }

    private string? Id()
    {
        if (Text("id") is not { } id)
        {
            Missing("id");
            return null;
        }

        if (!IdPattern().IsMatch(id))
        {
            faults.Add(_values["id"].Start, faults.Say("File_BadId", id));
        }

        return id;
    }

    private SourceKind Kind()
    {
        var text = Text("kind");
        switch (text)
        {
            case "syndication":
                return SourceKind.Syndication;
            case "pages":
                return SourceKind.Pages;
            case "webpage":
                return SourceKind.Webpage;
            case "push":
                return SourceKind.Push;
            case null:
                Missing("kind");
                break;
            default:
                faults.Add(_values["kind"].Start, faults.Say("File_Expected", "syndication, pages, webpage, push", $"“{text}”"));
                break;
        }

        return SourceKind.Syndication;
    }

    private string? Location(SourceKind kind)
    {
        var text = Text("location");
        if (text is null && kind != SourceKind.Push)
        {
            Missing("location");
        }
        else if (text is not null && text.Contains("://", StringComparison.Ordinal) && !IsAddress(text))
        {
            faults.Add(_values["location"].Start, faults.Say("File_Expected", faults.Say("File_ALocation"), $"“{text}”"));
        }

        if (kind == SourceKind.Pages && text is not null && text.StartsWith("http", StringComparison.OrdinalIgnoreCase) && text.Contains('{', StringComparison.Ordinal) && !EPaperTemplate.IsSound(text))
        {
            faults.Add(_values["location"].Start, faults.Say("File_BadTemplate", text));
        }

        return text;
    }

    /// <summary>A URL, or a template of one whose braces stand for dates.</summary>
    private static bool IsAddress(string text) =>
        Uri.TryCreate(text.Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal), UriKind.Absolute, out var uri)
        && (uri.Scheme == "file" || (uri.Scheme is "http" or "https" && uri.Host.Length > 0));

    private string? Schedule()
    {
        if (Text("schedule") is not { } cron)
        {
            return null;
        }

        if (cronFault(cron) is { } fault)
        {
            faults.Add(_values["schedule"].Start, faults.Say("File_BadCron", cron, fault));
        }

        return cron;
    }

    private TimeSpan? Every()
    {
        if (Text("every") is not { } text)
        {
            return null;
        }

        var interval = Interval.Parse(text);
        if (interval is null || interval < _shortest || interval > _longest)
        {
            faults.Add(_values["every"].Start, faults.Say("File_Expected", faults.Say("File_AnInterval"), $"“{text}”"));
        }

        return interval;
    }

    private TimeZoneInfo Zone()
    {
        var text = Text("time_zone") ?? "Asia/Shanghai";
        if (TimeZoneInfo.TryFindSystemTimeZoneById(text, out var zone) && (text.Contains('/') || text is "UTC"))
        {
            return zone;
        }

        faults.Add(_values["time_zone"].Start, faults.Say("File_Expected", faults.Say("File_AZone"), $"“{text}”"));
        return TimeZoneInfo.Utc;
    }

    private int? FirstRead()
    {
        if (Text("first_read") is not { } text)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= 100)
        {
            return number;
        }

        faults.Add(_values["first_read"].Start, faults.Say("File_Expected", faults.Say("File_ACount"), $"“{text}”"));
        return null;
    }

    private Dictionary<string, string> Selectors()
    {
        Dictionary<string, string> selectors = new(StringComparer.Ordinal);
        if (!_values.TryGetValue("selectors", out var value) || value is YamlScalarNode { Value: null or "" })
        {
            return selectors;
        }

        if (value is not YamlMappingNode map)
        {
            faults.Add(value.Start, faults.Say("File_Expected", faults.Say("File_SelectorsMapping"), faults.Shown(value)));
            return selectors;
        }

        foreach (var (key, selector) in map.Children)
        {
            if (key is YamlScalarNode { Value: { } role } && selector is YamlScalarNode { Value: { Length: > 0 } css })
            {
                selectors[role] = css;
                if (new CssSelectorParser().ParseSelector(css) is null)
                {
                    faults.Add(selector.Start, faults.Say("File_BadSelector", css));
                }
            }
            else
            {
                faults.Add(selector.Start, faults.Say("File_Expected", faults.Say("File_ASelector"), faults.Shown(selector)));
            }
        }

        return selectors;
    }

    /// <summary>Null where the key is missing or has no value; anything but a plain value is a fault.</summary>
    private string? Text(string key)
    {
        if (!_values.TryGetValue(key, out var value))
        {
            return null;
        }

        if (value is YamlScalarNode scalar)
        {
            return string.IsNullOrWhiteSpace(scalar.Value) ? null : scalar.Value.Trim();
        }

        faults.Add(value.Start, faults.Say("File_Expected", faults.Say("File_PlainText", key), faults.Shown(value)));
        return null;
    }

    private void Missing(string key) =>
        faults.Add(_values.GetValueOrDefault(key)?.Start ?? node.Start, faults.Say("File_MissingKey", key, Keys));

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex IdPattern();
}

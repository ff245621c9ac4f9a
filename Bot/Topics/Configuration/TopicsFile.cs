using System.Text.RegularExpressions;
using Bot.Texts;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Bot.Topics;

/// <summary>
/// Reads <c>topics.yaml</c>: a list under <c>topics:</c>. A file with a fault is refused whole, with every fault named by its place, also
/// inside a rule, so that the last good state stays in force and one edit mends all.
/// </summary>
internal sealed partial class TopicsFile
{
    private static readonly Words _words = Words.Of<TopicsFile>("TopicsWords");
    private static readonly string[] _keys = ["id", "name", "priority", "rule", "audience", "parent", "sources", "places"];

    private readonly string _path;
    private readonly string[] _lines;
    private readonly Language _language;
    private readonly List<TopicsFileFault> _faults = [];
    private readonly Dictionary<string, YamlScalarNode> _ids = new(StringComparer.Ordinal);
    private readonly List<(string Id, Rule Rule, YamlScalarNode Node)> _rules = [];
    private readonly List<(Topic Topic, YamlScalarNode Node)> _parents = [];

    private TopicsFile(string path, string text, Language language)
    {
        _path = path;
        _lines = text.Split('\n');
        _language = language;
    }

    public static TopicsFileResult Load(string path, Language language)
    {
        try
        {
            return Parse(File.ReadAllText(path), path, language);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            var key = e is FileNotFoundException or DirectoryNotFoundException ? "File.Missing" : "File.Unreadable";
            return new TopicsFileResult.Refused([new TopicsFileFault(path, 1, 1, _words.Get(language, key, path))]);
        }
    }

    public static TopicsFileResult Parse(string text, string path, Language language)
    {
        var file = new TopicsFile(path, text, language);
        List<Topic> topics = [];
        try
        {
            var yaml = new YamlStream();
            yaml.Load(new StringReader(text));
            topics = file.Topics(yaml.Documents.Count == 0 ? null : yaml.Documents[0].RootNode);
            file.CheckReferences();
            file.CheckParents();
        }
        catch (YamlException fault)
        {
            file.Fault(fault.Start, "File.NotYaml", fault.InnerException?.Message ?? fault.Message);
        }

        return file._faults.Count == 0
            ? new TopicsFileResult.Loaded(topics)
            : new TopicsFileResult.Refused([.. file._faults.OrderBy(f => f.Line).ThenBy(f => f.Column)]);
    }

    private List<Topic> Topics(YamlNode? root)
    {
        List<Topic> topics = [];
        if (root is not YamlMappingNode map || !map.Children.TryGetValue("topics", out var list) || list is not YamlSequenceNode nodes)
        {
            Fault(root?.Start ?? Mark.Empty, "File.TopicsList");
            return topics;
        }

        foreach (var key in map.Children.Keys.Where(k => k is not YamlScalarNode { Value: "topics" }))
        {
            Fault(key.Start, "File.UnknownKey", Shown(key), "topics");
        }

        topics.AddRange(nodes.Select(Topic).OfType<Topic>());
        return topics;
    }

    private Topic? Topic(YamlNode node)
    {
        if (node is not YamlMappingNode map)
        {
            Fault(node.Start, "File.Expected", _words.Get(_language, "File.ATopic"), Shown(node));
            return null;
        }

        var before = _faults.Count;
        foreach (var key in map.Children.Keys.Where(k => k is not YamlScalarNode { Value: { } name } || !_keys.Contains(name)))
        {
            Fault(key.Start, "File.UnknownKey", Shown(key), string.Join(", ", _keys));
        }

        var id = Id(map);
        var (zh, en) = Names(map);
        var rule = Rule(map, id);
        var priority = Priority(map);
        var topic = new TopicLimitsNode(map, (place, key, values) => Fault(place, key, values)).Read(new Topic { Id = id ?? "", NameZh = zh ?? "", NameEn = en ?? "", Rule = rule ?? "", Priority = priority });
        _parents.AddRange(TopicLimitsNode.ParentOf(map) is { } parent ? [(topic, parent)] : []);
        return _faults.Count > before ? null : topic;
    }

    private string? Id(YamlMappingNode map)
    {
        if (Text(map, "id", map.Start) is not { Value: { } id } node)
        {
            return null;
        }

        if (!IdPattern().IsMatch(id))
        {
            Fault(node.Start, "File.BadId", id);
        }
        else if (!_ids.TryAdd(id, node))
        {
            Fault(node.Start, "File.SameId", id, _ids[id].Start.Line);
        }

        return id;
    }

    private (string? Zh, string? En) Names(YamlMappingNode map)
    {
        if (!map.Children.TryGetValue("name", out var node))
        {
            Fault(map.Start, "File.MissingKey", "name");
            return default;
        }

        if (node is not YamlMappingNode names)
        {
            Fault(node.Start, "File.Expected", _words.Get(_language, "File.Names"), Shown(node));
            return default;
        }

        foreach (var key in names.Children.Keys.Where(k => k is not YamlScalarNode { Value: "zh" or "en" }))
        {
            Fault(key.Start, "File.UnknownLanguage", Shown(key));
        }

        return (Text(names, "zh", names.Start)?.Value, Text(names, "en", names.Start)?.Value);
    }

    private TopicPriority Priority(YamlMappingNode map)
    {
        if (!map.Children.TryGetValue("priority", out var node))
        {
            return TopicPriority.Normal;
        }

        if (node is YamlScalarNode { Value: { } text } && Enum.GetValues<TopicPriority>().FirstOrDefault(p => p.ToString().Equals(text, StringComparison.OrdinalIgnoreCase), (TopicPriority)(-1)) is >= 0 and var priority)
        {
            return priority;
        }

        Fault(node.Start, "File.Expected", "urgent, normal, low", Shown(node));
        return TopicPriority.Normal;
    }

    private string? Rule(YamlMappingNode map, string? id)
    {
        if (Text(map, "rule", map.Start) is not { Value: { } text } node)
        {
            return null;
        }

        switch (RuleParser.Parse(text))
        {
            case RuleResult.Parsed(var rule):
                _rules.Add((id ?? "", rule, node));
                break;
            case RuleResult.Refused(var error):
                var (line, column) = ScalarPlace.Of(_lines, node, error.At);
                _faults.Add(new TopicsFileFault(_path, line, column, $"{_words.Get(_language, "File.Rule", id)} {error.Message(_language)}\n{error.Shown()}"));
                break;
        }

        return text;
    }

    /// <summary>Topics that rules refer to must be there, and none may lead back to itself.</summary>
    private void CheckReferences()
    {
        var rules = _rules.GroupBy(r => r.Id).ToDictionary(r => r.Key, r => r.First().Rule);
        foreach (var (id, _, node) in _rules)
        {
            foreach (var reference in new RuleLexer(node.Value!).Read().Where(t => t.Kind == RuleTokenKind.Topic && !_ids.ContainsKey(t.Text)))
            {
                var (line, column) = ScalarPlace.Of(_lines, node, reference.At);
                _faults.Add(new TopicsFileFault(_path, line, column, _words.Get(_language, "File.UnknownTopic", reference.Text, string.Join(", ", _ids.Keys))));
            }

            if (TopicReferences.Circle(id, rules) is { } circle)
            {
                Fault(node.Start, "File.Circle", string.Join(" → ", circle));
            }
        }
    }

    /// <summary>Parents must be there, and none may be a part of its own part.</summary>
    private void CheckParents()
    {
        var parents = _parents.GroupBy(p => p.Topic.Id).ToDictionary(p => p.Key, p => p.First().Topic);
        foreach (var (topic, node) in _parents)
        {
            if (!_ids.ContainsKey(topic.Parent!))
            {
                Fault(node.Start, "File.UnknownTopic", topic.Parent, string.Join(", ", _ids.Keys));
            }
            else if (parents.ContainsKey(topic.Parent!) && !TopicLinks.LeadsUp(topic.Parent!, topic.Id, WithTops(parents)))
            {
                Fault(node.Start, "File.Circle", $"{topic.Id} → {topic.Parent}");
            }
        }
    }

    /// <summary>With the topics that have no parent.</summary>
    private Dictionary<string, Topic> WithTops(Dictionary<string, Topic> parents) => _ids.Keys.ToDictionary(
        id => id, id => parents.GetValueOrDefault(id) ?? new Topic { Id = id, NameZh = id, NameEn = id, Rule = id }, StringComparer.Ordinal);

    private YamlScalarNode? Text(YamlMappingNode map, string key, Mark missing)
    {
        if (!map.Children.TryGetValue(key, out var node))
        {
            Fault(missing, "File.MissingKey", key);
            return null;
        }

        if (node is YamlScalarNode { Value.Length: > 0 } scalar)
        {
            return scalar;
        }

        Fault(node.Start, "File.PlainText", key);
        return null;
    }

    private static string Shown(YamlNode node) => node is YamlScalarNode scalar ? $"“{scalar.Value}”" : node is YamlSequenceNode ? "[…]" : "{…}";

    private void Fault(Mark place, string key, params object?[] values) =>
        _faults.Add(new TopicsFileFault(_path, Math.Max(1, (int)place.Line), Math.Max(1, (int)place.Column), _words.Get(_language, key, values)));

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,63}$")]
    private static partial Regex IdPattern();
}

using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Bot.Topics;

/// <summary>Who a topic of the file is for, what it is a part of, and what it is limited to.</summary>
internal sealed class TopicLimitsNode(YamlMappingNode map, Action<Mark, string, object?[]> fault)
{
    private const string Audiences = "everyone, members, [telegram:12345, …]";

    public static YamlScalarNode? ParentOf(YamlMappingNode map) =>
        map.Children.TryGetValue("parent", out var node) && node is YamlScalarNode { Value.Length: > 0 } parent ? parent : null;

    public Topic Read(Topic topic)
    {
        var (audience, chats) = Audience();
        if (map.Children.TryGetValue("parent", out var parent) && ParentOf(map) is null)
        {
            fault(parent.Start, "File.PlainText", ["parent"]);
        }

        return topic with { Audience = audience, Chats = chats, Parent = ParentOf(map)?.Value, Sources = List("sources"), Places = List("places") };
    }

    private (TopicAudience Audience, IReadOnlyList<string> Chats) Audience()
    {
        if (!map.Children.TryGetValue("audience", out var node))
        {
            return (TopicAudience.Everyone, []);
        }

        switch (node)
        {
            case YamlScalarNode { Value: "everyone" }:
                return (TopicAudience.Everyone, []);
            case YamlScalarNode { Value: "members" }:
                return (TopicAudience.Members, []);
            case YamlSequenceNode { Children.Count: > 0 } list when list.Children.All(c => c is YamlScalarNode { Value: { } chat } && chat.IndexOf(':', StringComparison.Ordinal) is > 0 and var at && at < chat.Length - 1):
                return (TopicAudience.Chats, [.. list.Children.Select(c => ((YamlScalarNode)c).Value!)]);
            default:
                fault(node.Start, "File.Expected", [Audiences, node is YamlScalarNode scalar ? $"“{scalar.Value}”" : node is YamlSequenceNode ? "[…]" : "{…}"]);
                return (TopicAudience.Everyone, []);
        }
    }

    /// <summary>A list of texts, or a single one.</summary>
    private IReadOnlyList<string> List(string key)
    {
        if (!map.Children.TryGetValue(key, out var node))
        {
            return [];
        }

        var children = node is YamlSequenceNode list ? [.. list.Children] : new[] { node };
        if (children.Length > 0 && children.All(c => c is YamlScalarNode { Value.Length: > 0 }))
        {
            return [.. children.Select(c => ((YamlScalarNode)c).Value!)];
        }

        fault(node.Start, "File.PlainText", [key]);
        return [];
    }
}

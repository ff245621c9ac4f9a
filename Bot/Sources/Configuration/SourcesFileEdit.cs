using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Bot.Sources.Configuration;

/// <summary>Adds sources to the text of <c>sources.yaml</c> and leaves all else in it as it is, comments included.</summary>
internal static class SourcesFileEdit
{
    private const int UsualIndent = 2;

    /// <param name="text">A file without faults.</param>
    public static string Add(string text, IReadOnlyList<SourceDefinition> sources)
    {
        if (sources.Count == 0)
        {
            return text;
        }

        var yaml = new YamlStream();
        yaml.Load(new StringReader(text));
        var root = yaml.Documents.Count == 0 ? null : yaml.Documents[0].RootNode as YamlMappingNode;
        var value = root?.Children.FirstOrDefault(c => c.Key is YamlScalarNode { Value: "sources" }).Value;
        return value switch
        {
            null => Ended(text) + "sources:\n" + Items(sources, UsualIndent),
            YamlSequenceNode { Style: SequenceStyle.Flow } list => InBrackets(text, list, sources),
            YamlSequenceNode { Children.Count: > 0 } list => Ended(text) + "\n" + Items(sources, (int)list.Start.Column - 1),
            _ => Ended(text) + Items(sources, UsualIndent),
        };
    }

    private static string InBrackets(string text, YamlSequenceNode list, IReadOnlyList<SourceDefinition> sources)
    {
        var end = End(text, list);
        var head = text[..end].TrimEnd();
        var comma = list.Children.Count > 0 && !head.EndsWith(',') ? "," : "";
        return $"{head}{comma}\n  {string.Join(",\n  ", sources.Select(SourceYaml.Inline))}\n{text[end..]}";
    }

    /// <summary>Where the list's last bracket stands.</summary>
    private static int End(string text, YamlSequenceNode list)
    {
        var parser = new Parser(new StringReader(text));
        var (depth, inside) = (0, false);
        while (parser.MoveNext())
        {
            inside |= parser.Current is SequenceStart start && start.Start.Index == list.Start.Index;
            depth += inside ? parser.Current!.NestingIncrease : 0;
            if (inside && depth == 0)
            {
                return (int)parser.Current!.Start.Index;
            }
        }

        throw new InvalidOperationException("The list has no end.");
    }

    private static string Items(IEnumerable<SourceDefinition> sources, int indent) => string.Join('\n', sources.Select(s => SourceYaml.Item(s, indent)));

    private static string Ended(string text) => text.Length == 0 || text.EndsWith('\n') ? text : text + "\n";
}

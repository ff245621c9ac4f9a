using Bot.Texts;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Bot.Sources.Configuration;

/// <summary>
/// Reads <c>sources.yaml</c>: a list under <c>sources:</c>. A file with a fault is refused whole, with every fault named by its place,
/// so that the last good state stays in force and one edit mends all.
/// </summary>
/// <param name="cronFault">What is wrong with a Quartz cron expression; null where it is good. The scheduler's own check, which this folder must not know.</param>
/// <param name="language">In which faults are told.</param>
internal sealed class SourcesFile(Func<string, string?> cronFault, Language language = Language.En)
{
    public SourcesFileResult Load(string path)
    {
        string text;
        try
        {
            text = File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            var key = e is FileNotFoundException or DirectoryNotFoundException ? "File_Missing" : "File_Unreadable";
            return new SourcesFileResult.Refused([new(path, 1, 1, SourcesText.Words.Get(language, key, path))]);
        }

        return Parse(text, path);
    }

    public SourcesFileResult Parse(string text, string path)
    {
        var faults = new FaultList(path, language);
        IReadOnlyList<SourceDefinition> sources = [];
        try
        {
            var yaml = new YamlStream();
            yaml.Load(new StringReader(text));
            sources = yaml.Documents.Count == 0 ? [] : Sources(yaml.Documents[0].RootNode, faults);
        }
        catch (YamlException fault)
        {
            faults.Add(fault.Start, faults.Say("File_NotYaml", fault.InnerException?.Message ?? fault.Message));
        }

        return faults.All.Count == 0 ? new SourcesFileResult.Loaded(sources) : new SourcesFileResult.Refused(faults.All);
    }

    private List<SourceDefinition> Sources(YamlNode root, FaultList faults)
    {
        List<SourceDefinition> sources = [];
        if (root is YamlScalarNode { Value: null or "" })
        {
            return sources;
        }

        if (root is not YamlMappingNode map)
        {
            faults.Add(root.Start, faults.Say("File_Expected", faults.Say("File_SourcesList"), faults.Shown(root)));
            return sources;
        }

        Dictionary<string, Mark> ids = new(StringComparer.Ordinal);
        foreach (var (key, value) in map.Children)
        {
            if (key is not YamlScalarNode { Value: "sources" })
            {
                faults.Add(key.Start, faults.Say("File_UnknownKey", faults.Shown(key), "sources"));
            }
            else if (value is YamlSequenceNode list)
            {
                foreach (var node in list)
                {
                    if (new SourceNode(node, faults, cronFault).Read() is { } source)
                    {
                        if (ids.TryGetValue(source.Id, out var first))
                        {
                            faults.Add(node.Start, faults.Say("File_SameId", source.Id, first.Line));
                        }

                        ids.TryAdd(source.Id, node.Start);
                        sources.Add(source);
                    }
                }
            }
            else if (value is not YamlScalarNode { Value: null or "" })
            {
                faults.Add(value.Start, faults.Say("File_Expected", faults.Say("File_SourcesList"), faults.Shown(value)));
            }
        }

        return sources;
    }
}

using Bot.Texts;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Bot.Sources.Configuration;

/// <summary>The faults of one file.</summary>
internal sealed class FaultList(string file, Language language)
{
    private const int LongestShown = 60;

    private readonly List<SourcesFileFault> _all = [];

    public IReadOnlyList<SourcesFileFault> All => [.. _all.OrderBy(f => f.Line).ThenBy(f => f.Column)];

    public void Add(Mark place, string message) => _all.Add(new(file, (int)place.Line, (int)place.Column, message));

    /// <summary>In the language of whoever reads the faults.</summary>
    public string Say(string key, params object?[] values) => SourcesText.Words.Get(language, key, values);

    /// <summary>What stands there, as a person would name it.</summary>
    public string Shown(YamlNode node) => node switch
    {
        YamlScalarNode { Value: { Length: > LongestShown } text } => $"“{text[..LongestShown]}…”",
        YamlScalarNode scalar => $"“{scalar.Value}”",
        YamlSequenceNode => Say("File_AList"),
        _ => Say("File_AMapping"),
    };
}

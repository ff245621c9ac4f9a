using System.Collections.Frozen;
using Bot.Sources.Pages;
using Bot.Sources.Pages.EPaper;
using Bot.Sources.Pages.Pdf;
using Bot.Texts;

namespace Bot.Sources;

/// <summary>The sentences about sources that people read: warnings, faults, health. Those of a reader with words of its own are named <c>Reader:Key</c>.</summary>
internal static class SourcesText
{
    public static Words Words { get; } = Words.Of<SourceDefinition>("SourcesWords");

    private static readonly FrozenDictionary<string, Words> _readers = new Dictionary<string, Words>
    {
        ["Pages"] = Words.Of<PagesOptions>("PagesWords"),
        ["Pdf"] = Words.Of<PdfOptions>("PdfWords"),
        ["EPaper"] = Words.Of<EPaperOptions>("EPaperWords"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>In English, for exceptions and logs.</summary>
    public static string Say(string key, params object?[] values) => In(Language.En, key, values);

    public static string In(Language language, string key, params object?[] values)
    {
        var (words, name) = Find(key);
        return words.Get(language, name, values);
    }

    public static bool Has(string key)
    {
        var (words, name) = Find(key);
        return words.Has(name);
    }

    private static (Words Words, string Key) Find(string key) =>
        key.IndexOf(':', StringComparison.Ordinal) is var colon and > 0 && _readers.TryGetValue(key[..colon], out var words) ? (words, key[(colon + 1)..]) : (Words, key);
}

using Bot.Texts;

namespace Bot.Sources;

/// <summary>The sentences about sources that admins read: warnings, faults, health.</summary>
internal static class SourcesText
{
    public static Words Words { get; } = Words.Of<SourceDefinition>("SourcesWords");

    /// <summary>In English, for what is printed by a command or answered to a program.</summary>
    public static string Say(string key, params object?[] values) => Words.Get(Language.En, key, values);

    public static bool Has(string key) => Words.Has(key);
}

namespace Bot.Sources.Markup;

internal static class Characters
{
    /// <summary>Chinese and Japanese characters and their punctuation, between which no space belongs.</summary>
    public static bool IsCjk(char c) => c is (>= '\u2E80' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF') or (>= '\uFE30' and <= '\uFE4F')
        or (>= '\uFF00' and <= '\uFFEF') or '\u2014' or '\u2018' or '\u2019' or '\u201C' or '\u201D' or '\u2026';

    public static bool IsHan(char c) => c is (>= '\u4E00' and <= '\u9FFF') or (>= '\u3400' and <= '\u4DBF');
}

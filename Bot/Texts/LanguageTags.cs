namespace Bot.Texts;

internal static class LanguageTags
{
    public static string Tag(this Language language) => language == Language.En ? "en" : "zh";

    /// <summary>Reads a BCP 47 tag such as <c>zh-hans</c> or <c>en-GB</c>. Anything that is not English is answered in Chinese, as is a missing tag.</summary>
    public static Language Parse(string? tag) =>
        tag is not null && tag.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? Language.En : Language.Zh;
}

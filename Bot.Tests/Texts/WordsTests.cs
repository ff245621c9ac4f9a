using System.Collections;
using System.Globalization;
using System.Resources;
using Bot.Texts;

namespace Bot.Tests.Texts;

public sealed class WordsTests
{
    public static TheoryData<string> Resources => [.. typeof(Words).Assembly.GetManifestResourceNames()
        .Where(name => name.EndsWith("Words.resources", StringComparison.Ordinal))
        .Select(name => name[..^".resources".Length])];

    [Theory]
    [MemberData(nameof(Resources))]
    public void Chinese_and_English_say_the_same_things(string resource)
    {
        var manager = new ResourceManager(resource, typeof(Words).Assembly);
        var english = Read(manager, CultureInfo.InvariantCulture);
        var chinese = Read(manager, CultureInfo.GetCultureInfo("zh"));
        Assert.NotEmpty(english);
        Assert.Equal(english.Keys.Order(StringComparer.Ordinal), chinese.Keys.Order(StringComparer.Ordinal));
        Assert.All(english, word => Assert.Equal((word.Key, Places(word.Value)), (word.Key, Places(chinese[word.Key]))));
        Assert.All(chinese.Values.Concat(english.Values), text => Assert.False(string.IsNullOrWhiteSpace(text)));
    }

    /// <summary>Which <c>{0}</c> places a sentence fills; a language may leave one out, but not ask for another.</summary>
    private static int Places(string text) => Enumerable.Range(0, 10).LastOrDefault(i => text.Contains($"{{{i}", StringComparison.Ordinal), -1);

    private static Dictionary<string, string> Read(ResourceManager manager, CultureInfo culture) =>
        manager.GetResourceSet(culture, createIfNotExists: true, tryParents: false)?.Cast<DictionaryEntry>()
            .ToDictionary(e => (string)e.Key, e => (string)e.Value!) ?? [];
}

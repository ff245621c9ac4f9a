using System.Collections.Concurrent;
using System.Globalization;
using System.Resources;

namespace Bot.Texts;

/// <summary>
/// The words that people read, by key and language. Each folder keeps its own pair of resource files
/// (<c>XWords.resx</c> in English, the fallback, and <c>XWords.zh.resx</c>); a test holds the two to the same keys.
/// </summary>
/// <param name="resource">The full name of the resource, such as <c>Bot.Conversation.ConversationWords</c>.</param>
internal sealed class Words(string resource)
{
    private static readonly CultureInfo _zh = CultureInfo.GetCultureInfo("zh");
    private static readonly CultureInfo _en = CultureInfo.GetCultureInfo("en");
    private static readonly EnglishFormat _english = new(_en);
    private static readonly ConcurrentDictionary<string, Words> _all = [];

    private readonly ResourceManager _manager = new(resource, typeof(Words).Assembly);

    public string Resource { get; } = resource;

    /// <summary>The words of the folder that <typeparamref name="T"/> stands in, in the resource named <paramref name="name"/>.</summary>
    public static Words Of<T>(string name) => _all.GetOrAdd($"{typeof(T).Namespace}.{name}", r => new Words(r));

    /// <summary>The sentence under <paramref name="key"/>, its <c>{0}</c> places filled. A key that is missing is a bug.</summary>
    public string Get(Language language, string key, params object?[] values)
    {
        var culture = CultureOf(language);
        var text = _manager.GetString(key, culture) ?? throw new MissingManifestResourceException($"No words under '{key}' in {Resource}.");
        return values.Length == 0 ? text : string.Format(language == Language.En ? _english : culture, text, values);
    }

    public bool Has(string key) => _manager.GetString(key, _en) is not null;

    public static CultureInfo CultureOf(Language language) => language == Language.En ? _en : _zh;
}

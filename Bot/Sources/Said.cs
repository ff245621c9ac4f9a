using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Bot.Texts;

namespace Bot.Sources;

/// <summary>
/// A sentence about a source that is in no language yet: which one, and what fills its places. It is stored so, and whoever reads it
/// reads it in his own language. One from elsewhere, which stands in one language alone, has no key.
/// </summary>
internal sealed record Said(string? Key, IReadOnlyList<string> Values)
{
    /// <summary>Before a value that is a sentence itself; no value from outside has it.</summary>
    private const char Inner = '\u0001';

    private static readonly JsonSerializerOptions _json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Said Of(string key, params object?[] values) =>
        new(key, [.. values.Select(v => (Convert.ToString(v, CultureInfo.InvariantCulture) ?? "").Replace(Inner, ' '))]);

    public static Said AsIs(string sentence) => new(null, [sentence]);

    /// <summary>The same with another sentence in its last place, which is put into the reader's language with it.</summary>
    public Said With(Said inner) => this with { Values = [.. Values, Inner + inner.Stored] };

    /// <summary>As <see cref="Stored"/> wrote it; anything else is a sentence as it is.</summary>
    public static Said Parse(string stored)
    {
        if (!stored.StartsWith("[\"", StringComparison.Ordinal))
        {
            return AsIs(stored);
        }

        try
        {
            return JsonSerializer.Deserialize<string[]>(stored) is [var key, .. var values] && SourcesText.Has(key) ? new(key, values) : AsIs(stored);
        }
        catch (JsonException)
        {
            return AsIs(stored);
        }
    }

    /// <summary>For a database's row.</summary>
    public string Stored => Key is null ? Values[0] : JsonSerializer.Serialize<string[]>([Key, .. Values], _json);

    public string In(Language language) => Key is null ? Values[0] : SourcesText.In(language, Key, [.. Values.Select(v => v is [Inner, .. var inner] ? Parse(inner).In(language) : v)]);

    /// <summary>In English, for logs.</summary>
    public override string ToString() => In(Language.En);
}

using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Bot.Pipeline;
using Bot.Sources;
using Bot.Texts;

namespace Bot.Commands;

/// <summary>What <c>read --json</c> prints for one document: one line, absent values as null.</summary>
internal sealed record ReadReport(
    string Input,
    string? Kind,
    string? Encoding,
    string? Title,
    string? Error,
    IReadOnlyList<ReadReport.Item> Bulletins,
    IReadOnlyList<string> Warnings)
{
    /// <summary>For a web page that is no feed: what could stand in <c>sources.yaml</c> for it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Proposal { get; init; }

    private static readonly JsonSerializerOptions _json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static ReadReport Of(string input, ReadResult result, IEnumerable<Understood> bulletins, Language language) => new(
        input,
        KindName(result.Kind),
        result.Encoding,
        result.Title,
        result.Fault?.In(language) ?? result.Error,
        [.. bulletins.Select(b => Item.Of(b, language))],
        [.. result.Warnings.Select(w => w.In(language))]);

    public static ReadReport Failed(string input, string error) => new(input, null, null, null, error, [], []);

    public static ReadReport Proposed(string input, (string? Yaml, string? Nothing) proposal) =>
        new(input, "webpage", null, null, proposal.Nothing, [], []) { Proposal = proposal.Yaml };

    public string ToJson() => JsonSerializer.Serialize(this, _json);

    private static string KindName(SourceKind kind) => JsonNamingPolicy.CamelCase.ConvertName(kind.ToString());

    internal sealed record TopicItem(string Id, IReadOnlyList<string> Evidence);

    internal sealed record Item(
        string Id,
        string? Title,
        string? Subtitle,
        string? Link,
        DateTimeOffset? Published,
        DateTimeOffset? Updated,
        string? Author,
        string? Dateline,
        string? Byline,
        string? Credit,
        IReadOnlyList<string> Paragraphs,
        string Summary,
        IReadOnlyList<TopicItem> Topics,
        IReadOnlyList<string> Regions,
        string? Kicker,
        EntryKind Kind,
        IReadOnlyList<string> Captions,
        double Confidence,
        string? Doubt)
    {
        public static Item Of(Understood bulletin, Language language)
        {
            var entry = bulletin.Draft.Entry;
            return new Item(
                entry.Key,
                entry.Title,
                entry.Subtitle,
                entry.Link,
                entry.Published,
                entry.Updated,
                entry.Author,
                entry.Dateline,
                entry.Byline,
                entry.Credit,
                entry.Paragraphs,
                bulletin.Draft.Summary,
                [.. bulletin.Matches.Select(m => new TopicItem(m.Topic.Id, m.Evidence))],
                bulletin.Draft.Regions,
                entry.Kicker,
                entry.Kind,
                entry.Captions,
                Math.Round(entry.HeadlineConfidence, 2),
                entry.HeadlineDoubt?.In(language));
        }
    }
}

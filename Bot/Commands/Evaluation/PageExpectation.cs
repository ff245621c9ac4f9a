using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bot.Commands.Evaluation;

/// <summary>What is on a page, read off by hand or known to who laid it out: the form of <c>NAME.expected.json</c>.</summary>
internal sealed record PageExpectation
{
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web) { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>The page's file name.</summary>
    public string? Page { get; init; }

    public string? Note { get; init; }

    public required IReadOnlyList<ExpectedBulletin> Bulletins { get; init; }

    public static PageExpectation Parse(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize<PageExpectation>(json, _json) ?? throw new JsonException("The expectation is empty.");

    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, _json);
}

/// <summary>One bulletin of a page. Its body is given whole, or by its first and last characters on the page.</summary>
internal sealed record ExpectedBulletin
{
    public string? Title { get; init; }

    public string? Kicker { get; init; }

    public string? Subtitle { get; init; }

    public string? Dateline { get; init; }

    public string? Byline { get; init; }

    public string? Credit { get; init; }

    /// <summary><c>article</c>, or <c>notice</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Kind { get; init; }

    public string? BodyStarts { get; init; }

    public string? BodyEnds { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Paragraphs { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Body { get; init; }
}

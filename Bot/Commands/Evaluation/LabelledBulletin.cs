using System.Text.Json;
using Bot.Bulletins.Facts;

namespace Bot.Commands.Evaluation;

/// <summary>A bulletin with what it says and how two people would sum it up, as the files in <c>Samples/bulletins</c> hold it.</summary>
/// <param name="Facts">Null where nobody labelled them: they are then not scored.</param>
/// <param name="References">Summaries written by hand; null for none.</param>
internal sealed record LabelledBulletin(string Id, string? Title, string? Subtitle, DateOnly? Edition, IReadOnlyList<string> Paragraphs, IReadOnlyList<LabelledFact>? Facts, IReadOnlyList<string>? References)
{
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web);

    public static IReadOnlyList<LabelledBulletin> Load(string file)
    {
        using var stream = File.OpenRead(file);
        return JsonSerializer.Deserialize<List<LabelledBulletin>>(stream, _json) ?? [];
    }
}

internal sealed record LabelledFact(string Kind, string Value, string? Detail)
{
    public bool IsKnown => Value is not null && Enum.IsDefined(typeof(FactKind), Kind ?? "");

    /// <summary>Whether it is the same fact; the detail counts for people, whose office is half of the fact. An organ may be labelled by a short name, a number with the spaces that it is printed with.</summary>
    public bool Is(Fact fact) =>
        Kind == fact.Kind.ToString() && (Value == fact.Value || (fact.Kind is FactKind.Number or FactKind.CaseNumber && Value.Replace(" ", "", StringComparison.Ordinal) == fact.Value) || (fact.Kind == FactKind.Issuer && Organs.NameOf(Value) == fact.Value)) && (fact.Kind != FactKind.Person || Detail == fact.Detail);
}

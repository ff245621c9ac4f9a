using Bot.Texts;

namespace Bot.Topics;

/// <summary>
/// A bulletin as rules see it: its fields in pieces (the title, each paragraph, each place …), folded once for whoever matches. No
/// word runs over the edge of a piece.
/// </summary>
internal sealed class FoldedFields
{
    private readonly List<FoldedText> _pieces = [];
    private readonly List<RuleField> _fields = [];

    public FoldedFields(RuleText text)
    {
        Add(RuleField.Title, [text.Title, text.Subtitle]);
        Add(RuleField.Body, text.Paragraphs);
        Add(RuleField.Source, [text.SourceId, text.SourceName]);
        Add(RuleField.Place, text.Places);
        Add(RuleField.Issuer, [text.Issuer]);
        Add(RuleField.Author, [text.Author]);
        Add(RuleField.Tag, text.Tags);
        Add(RuleField.Number, [text.Number]);
    }

    public int Count => _pieces.Count;

    public FoldedText this[int segment] => _pieces[segment];

    public RuleField FieldOf(int segment) => _fields[segment];

    /// <param name="segment">The number of a piece.</param>
    /// <param name="field">Null for the title and the body.</param>
    public bool IsIn(int segment, RuleField? field) =>
        field is { } named ? _fields[segment] == named : _fields[segment] is RuleField.Title or RuleField.Body;

    /// <summary>As the text spells it, without the line breaks inside.</summary>
    public string Original(Find find)
    {
        var folded = _pieces[find.Segment];
        var span = folded.SpanOf(find.Start, find.Length);
        return string.Concat(folded.Original.AsSpan(span.Start, span.Length).ToString().Split(['\n', '\r']));
    }

    private void Add(RuleField field, IReadOnlyList<string> pieces)
    {
        foreach (var piece in pieces)
        {
            if (piece.Length > 0)
            {
                _pieces.Add(FoldedText.Of(piece));
                _fields.Add(field);
            }
        }
    }
}

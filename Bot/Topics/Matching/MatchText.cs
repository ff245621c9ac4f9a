using Bot.Texts;

namespace Bot.Topics;

/// <summary>
/// A bulletin as rules see it: its fields in pieces (the title, each paragraph, each place …), folded. A word is looked for once,
/// however many rules ask for it; no word runs over the edge of a piece.
/// </summary>
internal sealed class MatchText
{
    private readonly List<FoldedText> _segments = [];
    private readonly List<RuleField> _fields = [];
    private readonly Dictionary<string, IReadOnlyList<Find>> _finds = new(StringComparer.Ordinal);

    public MatchText(RuleText text)
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

    /// <param name="field">Null for the title and the body.</param>
    public IEnumerable<Find> Finds(string folded, RuleField? field)
    {
        if (!_finds.TryGetValue(folded, out var finds))
        {
            _finds[folded] = finds = Search(folded);
        }

        return finds.Where(f => IsIn(f.Segment, field));
    }

    public IEnumerable<(int Segment, FoldedText Text)> Pieces(RuleField? field) =>
        _segments.Index().Where(s => IsIn(s.Index, field)).Select(s => (s.Index, s.Item));

    /// <summary>As the text spells it, without the line breaks inside.</summary>
    public string Original(Find find)
    {
        var folded = _segments[find.Segment];
        var span = folded.SpanOf(find.Start, find.Length);
        return string.Concat(folded.Original.AsSpan(span.Start, span.Length).ToString().Split(['\n', '\r']));
    }

    private bool IsIn(int segment, RuleField? field) =>
        field is { } named ? _fields[segment] == named : _fields[segment] is RuleField.Title or RuleField.Body;

    private void Add(RuleField field, IReadOnlyList<string> pieces)
    {
        foreach (var piece in pieces.Where(p => p.Length > 0))
        {
            _segments.Add(FoldedText.Of(piece));
            _fields.Add(field);
        }
    }

    private List<Find> Search(string folded)
    {
        List<Find> finds = [];
        foreach (var (segment, text) in _segments.Index())
        {
            for (var at = text.Text.IndexOf(folded, StringComparison.Ordinal); at >= 0; at = text.Text.IndexOf(folded, at + 1, StringComparison.Ordinal))
            {
                if (text.IsWhole(at, folded.Length))
                {
                    finds.Add(new Find(segment, at, folded.Length));
                }
            }
        }

        return finds;
    }
}

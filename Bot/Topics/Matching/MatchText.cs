using Bot.Texts;

namespace Bot.Topics;

/// <summary>
/// A bulletin as rules see it: its fields in pieces (the title, each paragraph, each place …), folded and gone
/// through once for the words of all rules. No word runs over the edge of a piece.
/// </summary>
internal sealed class MatchText
{
    private readonly List<FoldedText> _segments = [];
    private readonly List<RuleField> _fields = [];
    private readonly Dictionary<int, List<Find>> _finds = [];
    private readonly RuleDictionary _words;

    public MatchText(RuleText text, RuleDictionary words)
    {
        _words = words;
        Add(RuleField.Title, [text.Title, text.Subtitle]);
        Add(RuleField.Body, text.Paragraphs);
        Add(RuleField.Source, [text.SourceId, text.SourceName]);
        Add(RuleField.Place, text.Places);
        Add(RuleField.Issuer, [text.Issuer]);
        Add(RuleField.Author, [text.Author]);
        Add(RuleField.Tag, text.Tags);
        Add(RuleField.Number, [text.Number]);
    }

    /// <param name="folded">A word of the dictionary.</param>
    /// <param name="field">Null for the title and the body.</param>
    public IEnumerable<Find> Finds(string folded, RuleField? field) =>
        _finds.TryGetValue(_words.NumberOf(folded), out var finds) ? finds.Where(f => IsIn(f.Segment, field)) : [];

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
            var folded = FoldedText.Of(piece);
            foreach (var find in _words.In(folded.Text))
            {
                if (folded.IsWhole(find.Start, find.Length))
                {
                    (_finds.TryGetValue(find.Literal, out var finds) ? finds : _finds[find.Literal] = []).Add(new Find(_segments.Count, find.Start, find.Length));
                }
            }

            _segments.Add(folded);
            _fields.Add(field);
        }
    }
}

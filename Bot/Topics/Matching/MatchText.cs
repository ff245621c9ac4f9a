using Bot.Texts;

namespace Bot.Topics;

/// <summary>A bulletin's fields, gone through once for the words of a few rules.</summary>
internal sealed class MatchText
{
    private readonly FoldedFields _fields;
    private readonly Dictionary<int, List<Find>> _finds = [];
    private readonly RuleDictionary _words;

    public MatchText(RuleText text, RuleDictionary words)
        : this(new FoldedFields(text), words)
    {
    }

    public MatchText(FoldedFields fields, RuleDictionary words)
    {
        _fields = fields;
        _words = words;
        for (var segment = 0; segment < fields.Count; segment++)
        {
            var folded = fields[segment];
            foreach (var find in _words.In(folded.Text))
            {
                if (folded.IsWhole(find.Start, find.Length))
                {
                    (_finds.TryGetValue(find.Literal, out var finds) ? finds : _finds[find.Literal] = []).Add(new Find(segment, find.Start, find.Length));
                }
            }
        }
    }

    /// <param name="folded">A word of the dictionary.</param>
    /// <param name="field">Null for the title and the body.</param>
    public IEnumerable<Find> Finds(string folded, RuleField? field) =>
        _finds.TryGetValue(_words.NumberOf(folded), out var finds) ? finds.Where(f => _fields.IsIn(f.Segment, field)) : [];

    public IEnumerable<(int Segment, FoldedText Text)> Pieces(RuleField? field) =>
        Enumerable.Range(0, _fields.Count).Where(s => _fields.IsIn(s, field)).Select(s => (s, _fields[s]));

    /// <summary>As the text spells it, without the line breaks inside.</summary>
    public string Original(Find find) => _fields.Original(find);
}

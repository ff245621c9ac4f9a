namespace Bot.Topics;

/// <summary>Holds single parts of rules against one bulletin and says where their words stand. The only place where explaining meets the matcher.</summary>
internal sealed class RuleProbe
{
    private readonly MatchText _text;
    private readonly RuleMatcher _matcher;
    private readonly Dictionary<int, (RuleField Field, int Piece, Bot.Texts.FoldedText Text)> _pieces = [];

    /// <param name="fields">The text, folded.</param>
    /// <param name="rules">Every rule whose parts will be asked for.</param>
    public RuleProbe(RuleText text, FoldedFields fields, IEnumerable<Rule> rules, Func<string, Rule?> ruleOf)
    {
        _text = new MatchText(fields, RuleDictionary.Of(rules));
        _matcher = new RuleMatcher(_text, ruleOf);
        foreach (var field in Enum.GetValues<RuleField>())
        {
            var numbers = Pieces(text, field).Index().Where(p => p.Item.Length > 0).Select(p => p.Index);
            foreach (var (segment, number) in _text.Pieces(field).Zip(numbers))
            {
                _pieces[segment.Segment] = (field, number, segment.Text);
            }
        }
    }

    /// <returns>The words by which it holds, each once for each field it stands in; null where it does not hold.</returns>
    public IReadOnlyList<MatchWord>? Words(Rule part, RuleField? field)
    {
        if (_matcher.Match(field is { } named ? new Rule.In(named, part) : part) is not { } finds)
        {
            return null;
        }

        return
        [
            .. finds
                .GroupBy(f => (Word: _text.Original(f), _pieces[f.Segment].Field))
                .Select(same => Placed(same.Key.Word, same.First(), same.Count())),
        ];
    }

    private MatchWord Placed(string word, Find find, int times)
    {
        var (field, piece, text) = _pieces[find.Segment];
        var span = text.SpanOf(find.Start, find.Length);
        return new MatchWord(word, field, piece, span.Start, span.Length, times);
    }

    private static IReadOnlyList<string> Pieces(RuleText text, RuleField field) => field switch
    {
        RuleField.Title => [text.Title, text.Subtitle],
        RuleField.Body => text.Paragraphs,
        RuleField.Source => [text.SourceId, text.SourceName],
        RuleField.Place => text.Places,
        RuleField.Issuer => [text.Issuer],
        RuleField.Author => [text.Author],
        RuleField.Tag => text.Tags,
        RuleField.Number => [text.Number],
        _ => [],
    };
}

namespace Bot.Topics;

/// <summary>The finds by which a compiled rule holds that is known to hold.</summary>
internal sealed class RuleEvidence(RuleIndex index, RuleFinds finds, List<Find> evidence)
{
    private readonly RuleEvaluation _evaluation = new(index, finds);

    /// <summary>A topic's rule is gone into once, however many parts refer to it.</summary>
    private readonly HashSet<int> _topics = [];

    public void Collect(int at)
    {
        var code = index.Code;
        switch (code[at])
        {
            case RuleCode.Word:
                for (var hit = finds.First(code[at + 1], code[at + 2]); hit >= 0; hit = finds.Next(hit, code[at + 2]))
                {
                    evidence.Add(finds[hit].Find);
                }

                break;
            case RuleCode.AtLeast:
                for (var part = at + 4; part < code[at + 1]; part = RuleCode.EndOf(code, part))
                {
                    if (_evaluation.Holds(part))
                    {
                        Collect(part);
                    }
                }

                break;
            case RuleCode.Near:
                RulePlaces.Near(code.AsSpan(at, code[at + 1] - at), finds, evidence);
                break;
            case RuleCode.ButNotIn:
                RulePlaces.Outside(code.AsSpan(at, 4), finds, evidence);
                break;
            case RuleCode.Held when _topics.Add(code[at + 1]):
                Collect(index.HeldStarts[code[at + 1] - index.Literals]);
                break;
            case RuleCode.Pattern:
                RulePlaces.Matches(index.Patterns[code[at + 1]], code[at + 2], finds, evidence);
                break;
        }
    }
}

namespace Bot.Topics;

/// <summary>Whether a compiled rule holds, without a word on why and without allocating.</summary>
internal readonly struct RuleEvaluation(RuleIndex index, RuleFinds finds)
{
    public bool Holds(int at)
    {
        var code = index.Code;
        switch (code[at])
        {
            case RuleCode.Word:
                return finds.Has(code[at + 1], code[at + 2]);
            case RuleCode.AtLeast:
                return HoldAtLeast(at);
            case RuleCode.Not:
                return !Holds(at + 1);
            case RuleCode.Near:
                return RulePlaces.Near(code.AsSpan(at, code[at + 1] - at), finds, null);
            case RuleCode.ButNotIn:
                return RulePlaces.Outside(code.AsSpan(at, 4), finds, null);
            case RuleCode.Held:
                return finds.Has(code[at + 1], -1);
            case RuleCode.Pattern:
                return RulePlaces.Matches(index.Patterns[code[at + 1]], code[at + 2], finds, null);
            default:
                return false;
        }
    }

    private bool HoldAtLeast(int at)
    {
        var code = index.Code;
        var (needed, left) = (code[at + 2], code[at + 3]);
        for (var part = at + 4; needed > 0 && needed <= left; left--)
        {
            needed -= Holds(part) ? 1 : 0;
            part = RuleCode.EndOf(code, part);
        }

        return needed <= 0;
    }
}

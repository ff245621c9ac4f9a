namespace Bot.Topics;

internal enum RuleTokenKind
{
    Word,
    Phrase,
    Pattern,
    And,
    Or,
    Not,
    ButNotIn,
    Near,
    Of,
    Field,
    Topic,
    Open,
    Close,
    Comma,
    End,
}

/// <param name="At">Where it begins in the rule, from 0.</param>
/// <param name="Text">As written; of a phrase or pattern what stands between its marks.</param>
/// <param name="Number">The distance of NEAR/n or the count of n OF.</param>
internal readonly record struct RuleToken(RuleTokenKind Kind, int At, string Text, int Number = 0);

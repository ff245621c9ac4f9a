namespace Bot.Topics;

/// <summary>A part of a rule that held for a bulletin.</summary>
/// <param name="Part">In the rule language, cut where it is long.</param>
/// <param name="Words">What it held by; empty where it held because something is absent.</param>
internal sealed record MatchPart(string Part, IReadOnlyList<MatchWord> Words);

/// <summary>A word and where it stands first.</summary>
/// <param name="Word">As the text spells it.</param>
/// <param name="Piece">Which piece of the field, from 0: of the title 0 is the headline and 1 what stands above or below it, of the body a paragraph.</param>
/// <param name="Start">In that piece, from 0.</param>
/// <param name="Times">How often it stands in the field.</param>
internal sealed record MatchWord(string Word, RuleField Field, int Piece, int Start, int Length, int Times = 1);

namespace Bot.Bulletins.Stories;

/// <summary>A bulletin seen before that tells the same.</summary>
/// <param name="Id">The earlier bulletin.</param>
/// <param name="Overlap">The share of the shorter text that stands in the longer one, 0 to 1.</param>
/// <param name="IsFuller">Whether the new text tells clearly more than the earlier one: it may update it.</param>
internal sealed record StoryMatch(long Id, StoryRelation Relation, double Overlap, bool IsFuller);

internal enum StoryRelation
{
    /// <summary>The same text, whole or in part, whatever its headline, by-line and layout.</summary>
    Same,

    /// <summary>The same text with a figure put right.</summary>
    Revision,

    /// <summary>Another text about the document of the same number.</summary>
    SameNumber,
}

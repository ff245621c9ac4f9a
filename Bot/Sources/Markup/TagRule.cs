namespace Bot.Sources.Markup;

/// <summary>What becomes of an HTML element.</summary>
internal enum TagRule
{
    /// <summary>Its tags go, what is in it stays.</summary>
    Unwrap,

    /// <summary>It goes with all that is in it.</summary>
    Drop,

    /// <summary>Kept; a paragraph of its own.</summary>
    Block,

    /// <summary>Unwrapped, but what is in it is a paragraph of its own.</summary>
    BreakOnly,

    /// <summary>Kept within the text.</summary>
    Inline,

    /// <summary>Kept; stands apart from its neighbour within a line.</summary>
    Cell,

    LineBreak,

    Image,
}

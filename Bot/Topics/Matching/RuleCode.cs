namespace Bot.Topics;

/// <summary>
/// Rules as numbers in one array, each part before the parts inside it, so that a hundred thousand rules take a few megabytes and
/// are held against a text without a single allocation. A mask has a bit for each <see cref="RuleField"/>.
/// </summary>
internal static class RuleCode
{
    /// <summary>[Word, literal, mask]</summary>
    public const int Word = 0;

    /// <summary>[AtLeast, end, needed, count], then the parts; it ends before <c>end</c>.</summary>
    public const int AtLeast = 1;

    /// <summary>[Not], then the part.</summary>
    public const int Not = 2;

    /// <summary>[Near, end, mask, distance], then the literals.</summary>
    public const int Near = 3;

    /// <summary>[ButNotIn, literal, context, mask]</summary>
    public const int ButNotIn = 4;

    /// <summary>[Held, number]: a topic's rule, which was held against the text before; numbered after the literals.</summary>
    public const int Held = 5;

    /// <summary>[Pattern, number, mask]</summary>
    public const int Pattern = 6;

    /// <summary>[Never]</summary>
    public const int Never = 7;

    /// <summary>Where no field is named.</summary>
    public const int TitleAndBody = (1 << (int)RuleField.Title) | (1 << (int)RuleField.Body);

    public static int MaskOf(RuleField field) => 1 << (int)field;

    /// <summary>Where the part that begins here ends.</summary>
    public static int EndOf(ReadOnlySpan<int> code, int at)
    {
        while (code[at] == Not)
        {
            at++;
        }

        return code[at] switch
        {
            AtLeast or Near => code[at + 1],
            ButNotIn => at + 4,
            Held => at + 2,
            Never => at + 1,
            _ => at + 3,
        };
    }
}

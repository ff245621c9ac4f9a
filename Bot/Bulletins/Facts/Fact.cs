namespace Bot.Bulletins.Facts;

/// <summary>One thing that a bulletin says, with the place where it says it.</summary>
/// <param name="Value">
/// Normalised, so that equal facts are equal strings: an organ's full name; a number as the text writes it, with its usual brackets; <c>CNY 106800</c>;
/// <c>16 项</c>; a person's name; an ISO date.
/// </param>
/// <param name="Detail">A person's office as the text gives it; the title of a repealed document; "余" for a rounded-down number; a document number with its organ's full name where the text has a short one; otherwise null.</param>
/// <param name="Span">The words it was read from.</param>
internal sealed record Fact(FactKind Kind, string Value, FactSpan Span, string? Detail = null)
{
    /// <summary>The date that the value is, for kinds that are dates.</summary>
    public DateOnly? Date => Kind >= FactKind.Signed ? DateOnly.ParseExact(Value, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : null;
}

/// <summary>What a fact is about. From <see cref="Signed"/> on they are dates.</summary>
internal enum FactKind
{
    /// <summary>An organ that the text says issued, published or signed.</summary>
    Issuer,

    /// <summary>A document's number: 文号, 令, 公告.</summary>
    Number,

    /// <summary>A court's case number: 案号.</summary>
    CaseNumber,

    /// <summary>A person whose office the text gives.</summary>
    Person,

    Money,

    Count,

    /// <summary>成文.</summary>
    Signed,

    /// <summary>发布.</summary>
    Published,

    /// <summary>施行.</summary>
    InForce,

    /// <summary>征求意见截止.</summary>
    CommentsUntil,

    /// <summary>废止.</summary>
    Repealed,

    /// <summary>听证, 开庭.</summary>
    Hearing,

    /// <summary>考试, 笔试, 面试.</summary>
    Exam,
}

/// <param name="Paragraph">The paragraph's index; <see cref="InTitle"/> or <see cref="InSubtitle"/> for those.</param>
internal readonly record struct FactSpan(int Paragraph, int Start, int Length)
{
    public const int InTitle = -1;

    public const int InSubtitle = -2;
}

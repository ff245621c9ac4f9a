namespace Bot.Bulletins.Facts;

/// <summary>
/// Reads out of a bulletin what it says in so many words. Precision goes first: where a pattern leaves a doubt there is no fact,
/// and a date that can't be counted out is left alone. Each fact is reported once, where it stands first.
/// </summary>
internal static class FactReader
{
    public static IReadOnlyList<Fact> Read(FactInput input)
    {
        var found = new FactList();
        var asks = AsksForComments(input.Title) || input.Paragraphs.Any(AsksForComments);
        if (!string.IsNullOrWhiteSpace(input.Title))
            ReadPart(new FactText(input.Title, FactSpan.InTitle, input.Edition, asks), found);
        for (var p = 0; p < input.Paragraphs.Count; p++)
            ReadPart(new FactText(input.Paragraphs[p], p, input.Edition, asks), found);
        SignatureReader.Read(input, found);
        NumberReader.ReadUnderTitle(input, found);
        if (found.LastOf(FactKind.Issuer) is null)
        {
            for (var p = 0; p < input.Paragraphs.Count; p++)
                IssuerReader.ReadAnnouncer(new FactText(input.Paragraphs[p], p, input.Edition, asks), found);
        }

        return found.Facts;
    }

    private static bool AsksForComments(string? text) =>
        text is not null && text.Contains("意见", StringComparison.Ordinal) && (text.Contains("征求", StringComparison.Ordinal) || text.Contains("征集", StringComparison.Ordinal));

    private static void ReadPart(FactText text, FactList found)
    {
        NumberReader.Read(text, found);
        IssuerReader.Read(text, found);
        NumberReader.ReadReversed(text, found);
        PersonReader.Read(text, found);
        AmountReader.Read(text, found);
        BindingDateReader.Read(text, found);
    }
}

/// <summary>A paragraph or title on its way through the readers.</summary>
/// <param name="AsksForComments">Whether the bulletin as a whole asks for comments: only then a deadline is one for comments.</param>
internal sealed record FactText(string Text, int Paragraph, DateOnly? Edition, bool AsksForComments)
{
    public FactSpan Span(int start, int length) => new(Paragraph, start, length);
}

/// <summary>Facts without repeats, in the order they were found.</summary>
internal sealed class FactList
{
    private readonly HashSet<(FactKind, string, string?)> _known = [];
    private readonly List<Fact> _facts = [];

    public IReadOnlyList<Fact> Facts => _facts;

    public Fact? LastOf(FactKind kind) => _facts.FindLast(f => f.Kind == kind);

    public void Add(FactKind kind, string value, FactSpan span, string? detail = null)
    {
        if (_known.Add((kind, value, kind == FactKind.Person ? detail : null)))
            _facts.Add(new Fact(kind, value, span, detail));
    }
}

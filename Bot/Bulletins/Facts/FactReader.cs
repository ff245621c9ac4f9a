using System.Text.RegularExpressions;

namespace Bot.Bulletins.Facts;

/// <summary>
/// Reads out of a bulletin what it says in so many words. Precision goes first: where a pattern leaves a doubt there is no fact,
/// and a date that can't be counted out is left alone. Each fact is reported once, where it stands first.
/// </summary>
internal static partial class FactReader
{
    public static IReadOnlyList<Fact> Read(FactInput input)
    {
        input = input with { Edition = Told.On(input) };
        var found = new FactList();
        var asks = AsksForComments(input.Title) || input.Paragraphs.Any(AsksForComments);
        var appoints = Appoints(input.Title) || input.Paragraphs.Any(Appoints);
        if (!string.IsNullOrWhiteSpace(input.Title))
        {
            var title = new FactText(input.Title, FactSpan.InTitle, input.Edition, asks, appoints);
            ReadPart(title, found);
            NumberReader.ReadHeading(title, found);
        }

        if (!string.IsNullOrWhiteSpace(input.Subtitle))
            ReadPart(new FactText(input.Subtitle, FactSpan.InSubtitle, input.Edition, asks, appoints), found);
        for (var p = 0; p < input.Paragraphs.Count; p++)
            ReadPart(new FactText(input.Paragraphs[p], p, input.Edition, asks, appoints), found);
        SignatureReader.Read(input, found);
        NumberReader.ReadUnderTitle(input, found);
        if (found.LastOf(FactKind.Issuer) is null)
        {
            for (var p = 0; p < input.Paragraphs.Count; p++)
                IssuerReader.ReadAnnouncer(new FactText(input.Paragraphs[p], p, input.Edition, asks, appoints), found);
        }

        InForceOnPublication(input, found);
        found.Name(input);
        return found.Facts;
    }

    /// <summary>"自公布之日起施行" is a date where the bulletin says, once, on which day it was.</summary>
    private static void InForceOnPublication(FactInput input, FactList found)
    {
        if (found.LastOf(FactKind.InForce) is not null || found.Facts.Where(f => f.Kind == FactKind.Published).ToList() is not [{ } published])
            return;
        for (var p = 0; p < input.Paragraphs.Count; p++)
        {
            if (!input.Paragraphs[p].Contains("之日起", StringComparison.Ordinal) || OnPublication().Match(input.Paragraphs[p]) is not { Success: true } match)
                continue;
            found.Add(FactKind.InForce, published.Value, new FactSpan(p, match.Index, match.Length));
            return;
        }
    }

    [GeneratedRegex(@"自?(?:公布|发布|印发|颁布|下发)之日起(?:正式)?(?:施行|实施|执行|生效)")]
    private static partial Regex OnPublication();

    private static bool AsksForComments(string? text) =>
        text is not null && text.Contains("意见", StringComparison.Ordinal)
        && (text.Contains("征求", StringComparison.Ordinal) || text.Contains("征集", StringComparison.Ordinal) || text.Contains("意见反馈截止", StringComparison.Ordinal));

    private static bool Appoints(string? text) => text is not null && (text.Contains("任命", StringComparison.Ordinal) || text.Contains("任免", StringComparison.Ordinal) || text.Contains("免去", StringComparison.Ordinal));

    private static void ReadPart(FactText text, FactList found)
    {
        NumberReader.Read(text, found);
        IssuerReader.Read(text, found);
        IssuedBy.Read(text, found);
        NumberReader.ReadReversed(text, found);
        PersonReader.Read(text, found);
        AmountReader.Read(text, found);
        BindingDateReader.Read(text, found);
    }
}

/// <summary>A paragraph or title on its way through the readers.</summary>
/// <param name="AsksForComments">Whether the bulletin as a whole asks for comments: only then a deadline is one for comments.</param>
/// <param name="Appoints">Whether the bulletin appoints or removes: only then its lists are read for who becomes what.</param>
internal sealed record FactText(string Text, int Paragraph, DateOnly? Edition, bool AsksForComments, bool Appoints)
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

    /// <summary>Gives issuers that are told by half a name the whole one that the bulletin has; those that are then told twice go.</summary>
    public void Name(FactInput input)
    {
        for (var i = _facts.Count - 1; i >= 0; i--)
        {
            if (_facts[i].Kind != FactKind.Issuer || !IssuedBy.IsBare(_facts[i].Value))
                continue;
            var bare = _facts[i].Value;
            var whole = _facts.Find(f => f.Kind == FactKind.Issuer && f.Value.Length > bare.Length && f.Value.EndsWith(bare, StringComparison.Ordinal))?.Value ?? IssuedBy.Whole(bare, input);
            if (whole is null)
                continue;
            for (var n = 0; n < _facts.Count; n++)
            {
                if (_facts[n].Kind == FactKind.Number && _facts[n].Value.StartsWith(bare, StringComparison.Ordinal))
                    _facts[n] = _facts[n] with { Value = whole + _facts[n].Value[bare.Length..] };
            }

            if (_known.Add((FactKind.Issuer, whole, null)))
                _facts[i] = _facts[i] with { Value = whole };
            else
                _facts.RemoveAt(i);
        }
    }

    public void Add(FactKind kind, string value, FactSpan span, string? detail = null)
    {
        if (_known.Add((kind, value, kind == FactKind.Person ? detail : null)))
            _facts.Add(new Fact(kind, value, span, detail));
    }
}

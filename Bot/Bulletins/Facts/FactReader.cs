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
            NumberHeadings.ReadHeading(title, found);
        }

        if (!string.IsNullOrWhiteSpace(input.Subtitle))
            ReadPart(new FactText(input.Subtitle, FactSpan.InSubtitle, input.Edition, asks, appoints), found);
        for (var p = 0; p < input.Paragraphs.Count; p++)
            ReadPart(new FactText(input.Paragraphs[p], p, input.Edition, asks, appoints) { Before = p > 0 ? input.Paragraphs[p - 1] : null }, found);
        SignatureReader.Read(input, found);
        NumberHeadings.ReadUnderTitle(input, found);
        if (found.LastOf(FactKind.Issuer) is null)
        {
            for (var p = 0; p < input.Paragraphs.Count; p++)
                IssuerReader.ReadAnnouncer(new FactText(input.Paragraphs[p], p, input.Edition, asks, appoints), found);
        }

        if (found.LastOf(FactKind.Issuer) is null && !string.IsNullOrWhiteSpace(input.Title))
            IssuerHeading.ReadOpening(new FactText(input.Title, FactSpan.InTitle, input.Edition, asks, appoints), found);
        InForceOnPublication(input, found);
        RepealedWithThis(input, found);
        found.Name(input);
        return found.Facts;
    }

    /// <summary>"自公布之日起施行" is a date where the bulletin says, once, on which day that was: when it was published, or else signed.</summary>
    private static void InForceOnPublication(FactInput input, FactList found)
    {
        if (found.LastOf(FactKind.InForce) is not null)
            return;
        var days = found.Facts.Where(f => f.Kind == FactKind.Published).ToList();
        if (days.Count == 0)
            days = [.. found.Facts.Where(f => f.Kind == FactKind.Signed)];
        if (days is not [{ } published])
            return;
        for (var p = 0; p < input.Paragraphs.Count; p++)
        {
            if (!input.Paragraphs[p].Contains("日起", StringComparison.Ordinal) || OnPublication().Match(input.Paragraphs[p]) is not { Success: true } match)
                continue;
            found.Add(FactKind.InForce, published.Value, new FactSpan(p, match.Index, match.Length));
            BindingDateReader.RepealedBeside(input.Paragraphs[p], match.Index + match.Length, published.Value, p, found);
            return;
        }
    }

    [GeneratedRegex(@"自?(?:(?:公布|发布|印发|颁布|下发)之日|即日)起(?:正式)?(?:施行|实施|执行|生效)")]
    private static partial Regex OnPublication();

    /// <summary>"某公告自本公告施行之日起废止": on the day that the bulletin, once, says it takes effect itself.</summary>
    private static void RepealedWithThis(FactInput input, FactList found)
    {
        if (found.LastOf(FactKind.Repealed) is not null || found.Facts.Where(f => f.Kind == FactKind.InForce).ToList() is not [{ } inForce])
            return;
        for (var p = 0; p < input.Paragraphs.Count; p++)
        {
            if (input.Paragraphs[p].Contains("之日起", StringComparison.Ordinal) && WithThis().Match(input.Paragraphs[p]) is { Success: true } match)
            {
                found.Add(FactKind.Repealed, inForce.Value, new FactSpan(p, match.Index, match.Length));
                return;
            }
        }
    }

    [GeneratedRegex(@"自?本(?:公告|通告|通知|办法|规定|条例|细则|规则|决定|意见|规范|规程|方案|解释|标准|目录|文件|法)(?:正式)?(?:施行|实施|生效|执行)之日起，?(?:[^。；]{0,80}?(?:同时)?)(?:废止|失效|停止执行)")]
    private static partial Regex WithThis();

    private static bool AsksForComments(string? text) =>
        text is not null && text.Contains("意见", StringComparison.Ordinal)
        && (text.Contains("征求", StringComparison.Ordinal) || text.Contains("征集", StringComparison.Ordinal) || text.Contains("意见反馈截止", StringComparison.Ordinal));

    private static bool Appoints(string? text) => text is not null && (text.Contains("任命", StringComparison.Ordinal) || text.Contains("任免", StringComparison.Ordinal) || text.Contains("免去", StringComparison.Ordinal));

    private static void ReadPart(FactText text, FactList found)
    {
        NumberReader.Read(text, found);
        IssuerReader.Read(text, found);
        IssuedBy.Read(text, found);
        NumberHeadings.ReadReversed(text, found);
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
    /// <summary>The paragraph before, which may be the heading of this one.</summary>
    public string? Before { get; init; }

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
            var whole = _facts.Find(f => f.Kind == FactKind.Issuer && f.Value.Length > bare.Length && f.Value.EndsWith(bare, StringComparison.Ordinal))?.Value ?? IssuedBy.Whole(bare, input) ?? IssuedBy.Whole(Written(_facts[i].Span, input), input) ?? PlacedByOthers(bare);
            if (whole is null)
                continue;
            for (var n = 0; n < _facts.Count; n++)
            {
                if (_facts[n].Kind == FactKind.Number && _facts[n].Value.StartsWith(bare, StringComparison.Ordinal))
                    _facts[n] = _facts[n] with { Detail = whole + _facts[n].Value[bare.Length..] };
                else if (_facts[n].Kind == FactKind.Number && _facts[n].Detail is { } full && full.StartsWith(bare, StringComparison.Ordinal))
                    _facts[n] = _facts[n] with { Detail = whole + full[bare.Length..] };
            }

            if (_known.Add((FactKind.Issuer, whole, null)))
                _facts[i] = _facts[i] with { Value = whole };
            else
                _facts.RemoveAt(i);
        }
    }

    private static string Written(FactSpan span, FactInput input) =>
        (span.Paragraph switch { FactSpan.InTitle => input.Title!, FactSpan.InSubtitle => input.Subtitle!, var p => input.Paragraphs[p] }).Substring(span.Start, span.Length);

    /// <summary>市财政局 beside 青禾市司法局, where all that have a place have this one.</summary>
    private string? PlacedByOthers(string bare)
    {
        var placed = _facts.Where(f => f.Kind == FactKind.Issuer && !IssuedBy.IsBare(f.Value)).Select(f => IssuedBy.Placed(bare, f.Value)).OfType<string>().Distinct().ToList();
        return placed is [var only] ? only : null;
    }

    public void Add(FactKind kind, string value, FactSpan span, string? detail = null)
    {
        if (_known.Add((kind, value, kind == FactKind.Person ? detail : null)))
            _facts.Add(new Fact(kind, value, span, detail));
    }
}

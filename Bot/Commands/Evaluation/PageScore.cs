using System.Text.Json.Serialization;

namespace Bot.Commands.Evaluation;

/// <summary>How a reader did on one page, or on many together.</summary>
internal sealed record PageScore
{
    public required string Page { get; init; }

    /// <summary>Bulletins on the page.</summary>
    public int Expected { get; init; }

    /// <summary>Bulletins that the reader found.</summary>
    public int Found { get; init; }

    /// <summary>Those whose bodies overlap with an expected one.</summary>
    public int Matched { get; init; }

    /// <summary>Headlines exactly right among the matched.</summary>
    public int Headlines { get; init; }

    public int Subtitles { get; init; }

    public int Datelines { get; init; }

    public int Bylines { get; init; }

    public int Credits { get; init; }

    /// <summary>Characters of all expected bodies.</summary>
    public int Characters { get; init; }

    /// <summary>Those of them that stand in the matched bodies.</summary>
    public int CharactersKept { get; init; }

    /// <summary>Characters of those expected bodies that were matched.</summary>
    public int CharactersMatched { get; init; }

    public TimeSpan Elapsed { get; init; }

    /// <summary>Why the page could not be read; null when it could.</summary>
    public string? Error { get; init; }

    /// <summary>What was wrong, a line each.</summary>
    public IReadOnlyList<string> Faults { get; init; } = [];

    public double Precision => Ratio(Matched, Found);

    public double Recall => Ratio(Matched, Expected);

    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    public double HeadlinesRight => Ratio(Headlines, Matched);

    public double CharactersRight => Ratio(CharactersKept, Characters);

    /// <summary>Of the matched bodies alone.</summary>
    public double CharactersWhole => Ratio(CharactersKept, CharactersMatched);

    [JsonIgnore]
    public bool IsPerfect => Matched == Expected && Found == Expected && Headlines == Matched && Datelines == Matched && Bylines == Matched && Credits == Matched && Subtitles == Matched;

    public static PageScore Sum(string name, IReadOnlyList<PageScore> scores) => new()
    {
        Page = name,
        Expected = scores.Sum(s => s.Expected),
        Found = scores.Sum(s => s.Found),
        Matched = scores.Sum(s => s.Matched),
        Headlines = scores.Sum(s => s.Headlines),
        Subtitles = scores.Sum(s => s.Subtitles),
        Datelines = scores.Sum(s => s.Datelines),
        Bylines = scores.Sum(s => s.Bylines),
        Credits = scores.Sum(s => s.Credits),
        Characters = scores.Sum(s => s.Characters),
        CharactersKept = scores.Sum(s => s.CharactersKept),
        CharactersMatched = scores.Sum(s => s.CharactersMatched),
        Elapsed = TimeSpan.FromTicks(scores.Sum(s => s.Elapsed.Ticks)),
    };

    /// <summary>Nothing to find, and nothing found, is all right.</summary>
    private static double Ratio(int part, int whole) => whole == 0 ? 1 : (double)part / whole;
}

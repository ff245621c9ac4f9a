using System.Text.RegularExpressions;

namespace Bot.Topics;

/// <summary>
/// Many rules, compiled: one automaton for all their words, and each rule filed under a few finds without one of which it can't hold.
/// A text is gone through once, and only the rules that its finds can make true are looked at. Immutable.
/// </summary>
internal sealed class RuleIndex
{
    private readonly RuleScan?[] _idle = new RuleScan?[Environment.ProcessorCount];

    public static RuleIndex Empty { get; } = RuleCompiler.Compile([], _ => null);

    public required LiteralAutomaton Automaton { get; init; }

    public required int Literals { get; init; }

    /// <summary>All programs (<see cref="RuleCode"/>).</summary>
    public required int[] Code { get; init; }

    /// <summary>By rule, where its program starts.</summary>
    public required int[] Starts { get; init; }

    /// <summary>By rule of a topic that others refer to, where its program starts; inner ones first.</summary>
    public required int[] HeldStarts { get; init; }

    public required Regex[] Patterns { get; init; }

    /// <summary>Rules that may hold without any find, such as a lone NOT or a pattern: each costs a little at every bulletin.</summary>
    public required int[] Always { get; init; }

    /// <summary>By literal, then by topic's rule: who is filed there.</summary>
    public required RulePosts Posts { get; init; }

    /// <summary>Which rules hold for a text, ready to be asked for their evidence. Dispose it, so that its memory serves the next text.</summary>
    public RuleScan Scan(FoldedFields fields)
    {
        if (Starts.Length == 0)
        {
            return RuleScan.Nothing;
        }

        var scan = Rent();
        scan.Run(fields);
        return scan;
    }

    internal void Return(RuleScan scan)
    {
        for (var i = 0; i < _idle.Length; i++)
        {
            if (Interlocked.CompareExchange(ref _idle[i], scan, null) is null)
            {
                return;
            }
        }
    }

    private RuleScan Rent()
    {
        for (var i = 0; i < _idle.Length; i++)
        {
            if (Interlocked.Exchange(ref _idle[i], null) is { } idle)
            {
                return idle;
            }
        }

        return new RuleScan(this);
    }
}

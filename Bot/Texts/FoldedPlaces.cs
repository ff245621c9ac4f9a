namespace Bot.Texts;

/// <summary>
/// Where each folded character stands in the original. Nearly all follow one another as the original's do, so only the runs are kept:
/// one for a whole text in which nothing comes or goes.
/// </summary>
internal sealed class FoldedPlaces
{
    private readonly Run[] _runs;

    private FoldedPlaces(Run[] runs) => _runs = runs;

    /// <summary>Each in its own place.</summary>
    public static FoldedPlaces Same { get; } = new([new Run(0, 0, Run.OneEach)]);

    public int StartOf(int at) => _runs.Length == 1 ? _runs[0].StartOf(at) : _runs[RunOf(at)].StartOf(at);

    public int EndOf(int at) => _runs.Length == 1 ? _runs[0].EndOf(at) : _runs[RunOf(at)].EndOf(at);

    private int RunOf(int at)
    {
        var (from, to) = (0, _runs.Length - 1);
        while (from < to)
        {
            var middle = (from + to + 1) / 2;
            (from, to) = _runs[middle].At <= at ? (middle, to) : (from, middle - 1);
        }

        return from;
    }

    /// <param name="At">The first folded character.</param>
    /// <param name="Start">Where it stands.</param>
    /// <param name="End">Where the place ends that all characters of the run share; <see cref="OneEach"/> where each has its own.</param>
    private readonly record struct Run(int At, int Start, int End)
    {
        public const int OneEach = -1;

        public int StartOf(int at) => End == OneEach ? Start + at - At : Start;

        public int EndOf(int at) => End == OneEach ? Start + at - At + 1 : End;
    }

    /// <summary>Places in the order of the folded text.</summary>
    internal struct Builder
    {
        private List<Run>? _runs;

        /// <summary>From here on each folded character is one of the original's.</summary>
        public void AddEach(int at, int start)
        {
            var last = _runs is [.., var run] ? run : new Run(0, 0, Run.OneEach);
            if (last.End != Run.OneEach || last.StartOf(at) != start)
            {
                Add(new Run(at, start, Run.OneEach));
            }
        }

        /// <summary>From here on all share one place.</summary>
        public void AddShared(int at, int start, int end) => Add(new Run(at, start, end));

        /// <summary>As other places have it for a stretch.</summary>
        public void AddPart(int at, FoldedPlaces places, int from, int to)
        {
            for (var run = from < to ? places.RunOf(from) : int.MaxValue; run < places._runs.Length && places._runs[run].At < to; run++)
            {
                var first = Math.Max(from, places._runs[run].At);
                if (places._runs[run].End == Run.OneEach)
                {
                    AddEach(at + first - from, places._runs[run].StartOf(first));
                }
                else
                {
                    AddShared(at + first - from, places._runs[run].Start, places._runs[run].End);
                }
            }
        }

        public readonly FoldedPlaces Build() => _runs is null ? Same : new FoldedPlaces([.. _runs]);

        private void Add(Run run)
        {
            _runs ??= run.At == 0 ? [] : [new Run(0, 0, Run.OneEach)];
            _runs.Add(run);
        }
    }
}

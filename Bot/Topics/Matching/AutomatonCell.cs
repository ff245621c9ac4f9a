namespace Bot.Topics;

/// <summary>
/// One state; the root is state 0. The child by a column stands at <c>Base + column</c> if that cell names this state as its parent.
/// Eight bytes, since a text touches little else of an automaton; see <see cref="AutomatonTail"/> for the rest.
/// </summary>
internal struct AutomatonCell
{
    public const int Free = -1;

    private const int EndsMark = int.MinValue;

    private int _base;

    /// <summary>The parent's state, or <see cref="Free"/>.</summary>
    public int Parent;

    public int Base
    {
        readonly get => _base & ~EndsMark;
        set => _base = value | (_base & EndsMark);
    }

    /// <summary>Whether a literal ends here: this state or a suffix of it.</summary>
    public readonly bool Ends => _base < 0;

    public void MarkEnd() => _base |= EndsMark;
}

/// <summary>What is asked of a state where a literal ends or the text goes another way.</summary>
internal struct AutomatonTail
{
    /// <summary>The state of the longest proper suffix.</summary>
    public int Fail;

    /// <summary>The literal that this state is, or -1.</summary>
    public int Literal;

    /// <summary>The longest proper suffix that is a literal, by its state; 0 for none.</summary>
    public int Shorter;

    /// <summary>The literal's.</summary>
    public int Length;
}

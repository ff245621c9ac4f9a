namespace Bot.Topics;

/// <summary>One state; the root is state 0. The child by a column stands at <c>Base + column</c> if that cell names this state as its parent.</summary>
internal struct AutomatonCell
{
    public const int Free = -1;

    public int Base;

    /// <summary>The parent's state, or <see cref="Free"/>.</summary>
    public int Parent;

    /// <summary>The state of the longest proper suffix.</summary>
    public int Fail;

    /// <summary>This state or the longest of its suffixes that ends a literal; 0 for none.</summary>
    public int Output;

    public static int Step(AutomatonCell[] cells, int state, int code)
    {
        while (true)
        {
            var child = cells[state].Base + code;
            if (cells[child].Parent == state)
            {
                return child;
            }

            if (state == 0)
            {
                return 0;
            }

            state = cells[state].Fail;
        }
    }
}

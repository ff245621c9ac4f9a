namespace Bot.Bulletins;

/// <summary>What became of an entry that a source gave.</summary>
internal abstract record Taken
{
    private Taken()
    {
    }

    /// <summary>A bulletin that was not there before. It may tell a story that is already known (<see cref="BulletinRow.StoryId"/>).</summary>
    internal sealed record New(BulletinRow Bulletin) : Taken
    {
        /// <summary>Whether it tells clearly more of a story that is already known.</summary>
        public bool IsFuller { get; init; }
    }

    /// <summary>The text changed since the last reading: a new revision of the same bulletin.</summary>
    internal sealed record Revised(BulletinRow Bulletin) : Taken;

    internal sealed record Known(BulletinRow Bulletin) : Taken;

    /// <summary>It was deleted here, and stays so.</summary>
    internal sealed record Deleted : Taken;
}

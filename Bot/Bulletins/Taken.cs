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
    internal sealed record Revised(BulletinRow Bulletin) : Taken
    {
        /// <summary>What was told of it before.</summary>
        public BulletinFace? Before { get; init; }
    }

    internal sealed record Known(BulletinRow Bulletin) : Taken;

    /// <summary>It was deleted here, and stays so.</summary>
    internal sealed record Deleted : Taken;
}

/// <summary>The part of a bulletin that alerts show.</summary>
internal sealed record BulletinFace(string? Title, string Summary, string? Link);

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bot.Sources;

/// <summary>What is known of a source beyond its definition: where the reading stands and how it fares.</summary>
internal sealed class SourceRow
{
    public required string Id { get; set; }

    /// <summary>Its location when it was last looked at; with another one, what is remembered of the place counts no more.</summary>
    public string? Location { get; set; }

    /// <summary>When its first read was done; null before. What a first read brings is mostly old (see Sources:FirstReadAlerts).</summary>
    public DateTimeOffset? FirstReadAt { get; set; }

    public DateTimeOffset? LastSuccessAt { get; set; }

    public DateTimeOffset? LastErrorAt { get; set; }

    /// <summary>As <see cref="Said.Stored"/> writes it; null while all is well.</summary>
    public string? LastError { get; set; }

    public int FailuresInARow { get; set; }

    /// <summary>When it began to fail; null while all is well.</summary>
    public DateTimeOffset? FailingSince { get; set; }

    public string? ETag { get; set; }

    /// <summary>As the server wrote it.</summary>
    public string? LastModified { get; set; }

    /// <summary>SHA-256 of the last body, lower-case hexadecimal.</summary>
    public string? BodySha256 { get; set; }

    /// <summary>For an e-paper: the newest day whose edition was read to its end, or that was seen to have none.</summary>
    public DateOnly? LastEdition { get; set; }

    /// <summary>Where it has moved for good.</summary>
    public string? MovedTo { get; set; }

    /// <summary>Where a permanent redirect leads that has not held for long enough yet.</summary>
    public string? MovingTo { get; set; }

    public DateTimeOffset? MovingSince { get; set; }

    /// <summary>The server asks not to be read before.</summary>
    public DateTimeOffset? NotBefore { get; set; }

    /// <summary>When it is due next, by its rhythm, its server's wishes and its failures.</summary>
    public DateTimeOffset? NextPollAt { get; set; }

    /// <summary>When it published the newest thing that was read.</summary>
    public DateTimeOffset? NewestAt { get; set; }

    /// <summary>How long it usually is between two publications; null while too little is known.</summary>
    public TimeSpan? Rhythm { get; set; }

    /// <summary>Admins were told that it is broken and not yet that it is back.</summary>
    public bool BreakageReported { get; set; }
}

internal sealed class SourceRowConfiguration : IEntityTypeConfiguration<SourceRow>
{
    public void Configure(EntityTypeBuilder<SourceRow> builder)
    {
        builder.ToTable("sources");
        builder.HasKey(s => s.Id);
    }
}

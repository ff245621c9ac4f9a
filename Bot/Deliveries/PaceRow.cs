using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bot.Deliveries;

/// <summary>What the pacer learned about a channel, kept over restarts. No row: nothing to remember.</summary>
internal sealed class PaceRow
{
    public required string Channel { get; set; }

    /// <summary>The part of the channel's limit that is used; 1 is all of it.</summary>
    public double Share { get; set; }

    /// <summary>The share that was refused last.</summary>
    public double Ceiling { get; set; }

    public DateTimeOffset RefusedAt { get; set; }

    public DateTimeOffset PausedUntil { get; set; }
}

internal sealed class PaceRowConfiguration : IEntityTypeConfiguration<PaceRow>
{
    public void Configure(EntityTypeBuilder<PaceRow> builder)
    {
        builder.ToTable("paces");
        builder.HasKey(p => p.Channel);
    }
}

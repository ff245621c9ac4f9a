using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bot.Sources;

/// <summary>What is known of a source beyond its definition: where the reading stands and how it fares.</summary>
internal sealed class SourceRow
{
    public required string Id { get; set; }

    /// <summary>When its first read was done; null before. What a first read brings is mostly old (see Sources:FirstReadAlerts).</summary>
    public DateTimeOffset? FirstReadAt { get; set; }

    public DateTimeOffset? LastSuccessAt { get; set; }

    public DateTimeOffset? LastErrorAt { get; set; }

    /// <summary>In plain words; null while all is well.</summary>
    public string? LastError { get; set; }

    public int FailuresInARow { get; set; }
}

internal sealed class SourceRowConfiguration : IEntityTypeConfiguration<SourceRow>
{
    public void Configure(EntityTypeBuilder<SourceRow> builder)
    {
        builder.ToTable("sources");
        builder.HasKey(s => s.Id);
    }
}

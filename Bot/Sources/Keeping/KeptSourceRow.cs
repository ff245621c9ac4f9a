using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bot.Sources;

/// <summary>What admins said about a source: that it is watched at all, where no file says so, and whether it rests.</summary>
internal sealed class KeptSourceRow
{
    public required string Id { get; set; }

    /// <summary>As an item of <c>sources.yaml</c>; empty for a source of the file.</summary>
    public required string Yaml { get; set; }

    public bool IsPaused { get; set; }

    /// <summary><c>channel:person</c>.</summary>
    public required string By { get; set; }

    public DateTimeOffset At { get; set; }
}

internal sealed class KeptSourceRowConfiguration : IEntityTypeConfiguration<KeptSourceRow>
{
    public void Configure(EntityTypeBuilder<KeptSourceRow> builder)
    {
        builder.ToTable("kept_sources");
        builder.HasKey(s => s.Id);
    }
}

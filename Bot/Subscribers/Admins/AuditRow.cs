using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bot.Subscribers;

/// <summary>Something that an admin did, or that a file changed.</summary>
internal sealed class AuditRow
{
    public long Id { get; set; }

    public DateTimeOffset At { get; set; }

    /// <summary><c>channel:person</c>, or the file.</summary>
    public required string Who { get; set; }

    /// <summary>A short name of the act, such as <c>topic.edit</c>.</summary>
    public required string Act { get; set; }

    /// <summary>What it was done to; empty where nothing in particular.</summary>
    public required string Target { get; set; }

    public required string Detail { get; set; }
}

internal sealed class AuditRowConfiguration : IEntityTypeConfiguration<AuditRow>
{
    public void Configure(EntityTypeBuilder<AuditRow> builder)
    {
        builder.ToTable("audit");
        builder.HasIndex(a => a.At);
    }
}

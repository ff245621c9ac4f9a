using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bot.Pipeline;

/// <summary>A scheduled run that some process has taken. The key keeps two processes from doing the same one.</summary>
internal sealed class JobClaimRow
{
    public required string Job { get; set; }

    public DateTimeOffset ScheduledAt { get; set; }
}

internal sealed class JobClaimRowConfiguration : IEntityTypeConfiguration<JobClaimRow>
{
    public void Configure(EntityTypeBuilder<JobClaimRow> builder)
    {
        builder.ToTable("job_claims");
        builder.HasKey(c => new { c.Job, c.ScheduledAt });
    }
}

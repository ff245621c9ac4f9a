using Bot.Bulletins.Stories;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bot.Bulletins.Lifecycle;

/// <summary>Which document a bulletin is about, and at what stage of its life. A bulletin that names no document has no row.</summary>
internal sealed class DocumentStandingRow
{
    public long BulletinId { get; set; }

    public required string Name { get; set; }

    public DocumentStage Stage { get; set; }

    /// <summary>When it was published, or else first seen: what is later points back to what is earlier.</summary>
    public DateTimeOffset At { get; set; }
}

internal sealed class DocumentStandingRowConfiguration : IEntityTypeConfiguration<DocumentStandingRow>
{
    public void Configure(EntityTypeBuilder<DocumentStandingRow> builder)
    {
        builder.ToTable("document_standings");
        builder.HasKey(d => d.BulletinId);
        builder.Property(d => d.BulletinId).ValueGeneratedNever();
        builder.HasIndex(d => d.Name);
        builder.HasOne<BulletinRow>().WithOne().HasForeignKey<DocumentStandingRow>(d => d.BulletinId).OnDelete(DeleteBehavior.Cascade);
    }
}

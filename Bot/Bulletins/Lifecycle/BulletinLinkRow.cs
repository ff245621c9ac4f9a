using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bot.Bulletins.Lifecycle;

/// <summary>A bulletin points back to an earlier one about the same document at another stage of its life.</summary>
internal sealed class BulletinLinkRow
{
    public long LaterId { get; set; }

    public long EarlierId { get; set; }
}

internal sealed class BulletinLinkRowConfiguration : IEntityTypeConfiguration<BulletinLinkRow>
{
    public void Configure(EntityTypeBuilder<BulletinLinkRow> builder)
    {
        builder.ToTable("bulletin_links");
        builder.HasKey(l => new { l.LaterId, l.EarlierId });
        builder.HasIndex(l => l.EarlierId);
        builder.HasOne<BulletinRow>().WithMany().HasForeignKey(l => l.LaterId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<BulletinRow>().WithMany().HasForeignKey(l => l.EarlierId).OnDelete(DeleteBehavior.Cascade);
    }
}

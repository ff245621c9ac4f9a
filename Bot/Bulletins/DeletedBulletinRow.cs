using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bot.Bulletins;

/// <summary>What an admin deleted. It stays, so that the source's next reading does not bring it back.</summary>
internal sealed class DeletedBulletinRow
{
    public required string SourceId { get; set; }

    public required string EntryKey { get; set; }

    /// <summary>The same text under another id is the same bulletin.</summary>
    public required string Fingerprint { get; set; }

    public DateTimeOffset DeletedAt { get; set; }
}

internal sealed class DeletedBulletinRowConfiguration : IEntityTypeConfiguration<DeletedBulletinRow>
{
    public void Configure(EntityTypeBuilder<DeletedBulletinRow> builder)
    {
        builder.ToTable("deleted_bulletins");
        builder.HasKey(d => new { d.SourceId, d.EntryKey });
        builder.HasIndex(d => new { d.SourceId, d.Fingerprint });
    }
}

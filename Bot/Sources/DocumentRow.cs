using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bot.Sources;

/// <summary>A document that was read to its end: the source's position in a folder, and evidence of what was published.</summary>
internal sealed class DocumentRow
{
    public long Id { get; set; }

    public required string SourceId { get; set; }

    public required string Location { get; set; }

    public required string Sha256 { get; set; }

    public DateTimeOffset FetchedAt { get; set; }

    /// <summary>Brotli-compressed; null once retention has trimmed it.</summary>
    public byte[]? Bytes { get; set; }

    /// <summary>How many entries were read from it.</summary>
    public int Entries { get; set; }

    /// <summary>Why nothing could be read from it, as <see cref="Said.Stored"/> writes it; null when all went well.</summary>
    public string? Error { get; set; }
}

internal sealed class DocumentRowConfiguration : IEntityTypeConfiguration<DocumentRow>
{
    public void Configure(EntityTypeBuilder<DocumentRow> builder)
    {
        builder.ToTable("documents");
        builder.HasIndex(d => new { d.SourceId, d.Sha256 }).IsUnique();
    }
}

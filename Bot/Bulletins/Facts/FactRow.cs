using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Bot.Bulletins.Facts;

/// <summary>A fact as it is kept with its bulletin; of the newest revision only.</summary>
internal sealed class FactRow
{
    public long BulletinId { get; set; }

    /// <summary>Its place among the bulletin's facts, in the order in which they were found.</summary>
    public int Ordinal { get; set; }

    public FactKind Kind { get; set; }

    public required string Value { get; set; }

    public string? Detail { get; set; }

    /// <summary>The date that the value is, so that what binds on a day is found by it; null for other kinds.</summary>
    public DateOnly? Date { get; set; }

    public int Paragraph { get; set; }

    public int Start { get; set; }

    public int Length { get; set; }

    public static FactRow Of(long bulletinId, int ordinal, Fact fact) => new()
    {
        BulletinId = bulletinId,
        Ordinal = ordinal,
        Kind = fact.Kind,
        Value = fact.Value,
        Detail = fact.Detail,
        Date = fact.Date,
        Paragraph = fact.Span.Paragraph,
        Start = fact.Span.Start,
        Length = fact.Span.Length,
    };

    public Fact ToFact() => new(Kind, Value, new FactSpan(Paragraph, Start, Length), Detail);
}

internal sealed class FactRowConfiguration : IEntityTypeConfiguration<FactRow>
{
    public void Configure(EntityTypeBuilder<FactRow> builder)
    {
        builder.ToTable("facts");
        builder.HasKey(f => new { f.BulletinId, f.Ordinal });
        builder.HasIndex(f => f.Date).HasFilter("\"Date\" IS NOT NULL");
        builder.HasOne<BulletinRow>().WithMany().HasForeignKey(f => f.BulletinId).OnDelete(DeleteBehavior.Cascade);
    }
}
